import SaysoRecord
import SaysoText

/// Tells an article's own words from the page around them.
struct ZoneStage: Stage {
  let name = "zones"
  let requires: Set<LayerKind> = [.tokens, .lines]
  let provides: Set<LayerKind> = [.zones]

  init(_ context: StageContext) {}

  mutating func run(_ article: inout Article) {
    for line in article.lines {
      article.zones.append(Zone(span: line.span, kind: .body, rule: "all-body", tokens: line.tokens))
    }
  }
}
