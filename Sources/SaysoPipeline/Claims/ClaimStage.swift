/// The claim stage.
struct ClaimStage: Stage {
  let name = "claim"
  let requires: Set<LayerKind> = [.sentences, .chunks, .entities, .dates]
  let provides: Set<LayerKind> = [.claims]

  private let context: StageContext

  init(_ context: StageContext) {
    self.context = context
  }

  mutating func run(_ article: inout Article) {}
}
