/// The tag stage.
struct TagStage: Stage {
  let name = "tag"
  let requires: Set<LayerKind> = [.tokens, .matches, .sentences, .dates]
  let provides: Set<LayerKind> = [.mentions]

  private let context: StageContext

  init(_ context: StageContext) {
    self.context = context
  }

  mutating func run(_ article: inout Article) {}
}
