/// The date stage.
struct DateStage: Stage {
  let name = "date"
  let requires: Set<LayerKind> = [.tokens, .sentences]
  let provides: Set<LayerKind> = [.dates]

  private let context: StageContext

  init(_ context: StageContext) {
    self.context = context
  }

  mutating func run(_ article: inout Article) {}
}
