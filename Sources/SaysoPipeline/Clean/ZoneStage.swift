import SaysoLexicon
import SaysoRecord
import SaysoText

/// Tells an article's own words from the page around them.
struct ZoneStage: Stage {
  let name = "zones"
  let requires: Set<LayerKind> = [.tokens, .lines, .matches]
  let provides: Set<LayerKind> = [.zones]

  private let context: StageContext
  private let decoder: ZoneDecoder
  private let kinds: ZoneEntryKinds

  init(_ context: StageContext) {
    self.context = context
    decoder = ZoneDecoder(context.lexicon)
    kinds = ZoneEntryKinds(context.lexicon)
  }

  mutating func run(_ article: inout Article) {
    guard !article.lines.isEmpty else { return }
    let features = LineFeatures.measure(article, context.lexicon, kinds: kinds)
    let isBody = hasFurniture(features) ? decoder.decode(features) : features.map { _ in true }
    let labels = ZoneLabeller(lines: features, isBody: isBody).labels(article)
    for (index, label) in labels.enumerated() {
      article.lines[index].zone = label.kind
      addZone(label.kind, label.rule, article.lines[index], &article)
    }
    if article.metadata.byline.isEmpty {
      let names = BylineReader().names(article)
      article.updateMetadata { $0.byline = names }
    }
    if article.metadata.title == nil, let title = article.zones.first(where: { $0.kind == .title }) {
      let text = article.source.string(title.span)
      article.updateMetadata { $0.title = text }
    }
  }

  /// Whether anything on the page speaks of furniture. Where nothing does, every line is the article's: short lines in
  /// an interview, a letter or a table are no reason to drop them, nor are lines that a table repeats.
  private func hasFurniture(_ lines: [LineFeatures]) -> Bool {
    lines.contains { $0.isHeading || $0.isLegal || $0.isTruncated || $0.hasSeparator }
  }

  /// Adds a line to the last zone where it has the same kind and rule, else as a zone of its own.
  private func addZone(_ kind: ZoneKind, _ rule: StaticString, _ line: Line, _ article: inout Article) {
    if let last = article.zones.last, last.kind == kind, kind != .title {
      article.zones[article.zones.count - 1].span = last.span.union(line.span)
      article.zones[article.zones.count - 1].tokens = last.tokens.lowerBound..<line.tokens.upperBound
    } else {
      article.zones.append(Zone(span: line.span, kind: kind, rule: rule, tokens: line.tokens))
    }
  }
}
