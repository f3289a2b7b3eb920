/// The resolve stage.
struct ResolveStage: Stage {
  let name = "resolve"
  let requires: Set<LayerKind> = [.mentions]
  let provides: Set<LayerKind> = [.entities]

  private let context: StageContext

  init(_ context: StageContext) {
    self.context = context
  }

  mutating func run(_ article: inout Article) {}
}
