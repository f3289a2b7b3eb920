/// The segment stage.
struct SegmentStage: Stage {
  let name = "segment"
  let requires: Set<LayerKind> = [.tokens, .zones]
  let provides: Set<LayerKind> = [.sentences, .wordClasses, .chunks]

  private let context: StageContext

  init(_ context: StageContext) {
    self.context = context
  }

  mutating func run(_ article: inout Article) {}
}
