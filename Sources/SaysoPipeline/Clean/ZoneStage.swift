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
  private let pages: PageDecoder
  private let kinds: ZoneEntryKinds

  /// Body lines among which the one with the dateline is: a standfirst may come before it.
  private static let openingLines = 4

  init(_ context: StageContext) {
    self.context = context
    decoder = ZoneDecoder(context.lexicon)
    pages = PageDecoder(context.lexicon)
    kinds = ZoneEntryKinds(context.lexicon)
  }

  mutating func run(_ article: inout Article) {
    guard !article.lines.isEmpty else { return }
    var features = LineFeatures.measure(article, context.lexicon, kinds: kinds)
    RepeatedLines.mark(&features, article)
    let labels = labels(article, features)
    var bodyLines = 0
    for (index, label) in labels.enumerated() {
      article.lines[index].zone = label.kind
      let line = article.lines[index].tokens
      if label.kind == .body { bodyLines += 1 }
      let mayOpenReport = label.kind == .body && bodyLines <= Self.openingLines
      guard mayOpenReport, let dateline = InlineDateline.read(line, article) else {
        let joins = index == 0 || features[index - 1].isSiteFurniture == features[index].isSiteFurniture
        addZone(label.kind, label.rule, line, joins: joins, &article)
        continue
      }
      bodyLines = Self.openingLines
      addZone(.dateline, InlineDateline.rule, dateline, &article)
      addZone(.body, label.rule, dateline.upperBound..<line.upperBound, &article)
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

  /// The zone of each line: by markup where the text comes from a page, else by the lines themselves.
  private func labels(
    _ article: borrowing Article, _ features: [LineFeatures]
  ) -> [(kind: ZoneKind, rule: StaticString)] {
    guard !article.hints.isEmpty else {
      return ZoneLabeller(lines: features, verdicts: bodyLines(features)).labels(article)
    }
    let page = PageLines(article, features)
    let isBody = pages.decode(page)
    return PageLabeller(page: page, isBody: isBody).labels(article)
  }

  /// Where the site's own lines are all that speaks of furniture, and nothing is left as body without them, what is
  /// left is too short for the decoder, and the article's.
  private func bodyLines(_ lines: [LineFeatures]) -> [LineVerdict] {
    let (hasFurniture, hasSiteFurniture) = (hasFurniture(lines), lines.contains { $0.isSiteFurniture })
    let verdicts = hasFurniture || hasSiteFurniture ? decoder.decode(lines) : lines.map { _ in .body }
    guard !hasFurniture, hasSiteFurniture else { return verdicts }
    let found = lines.indices.contains { verdicts[$0].isBody && !lines[$0].isSiteFurniture }
    return found ? verdicts : lines.map { $0.isSiteFurniture ? .outside : .body }
  }

  /// Whether anything on the page speaks of furniture. Where nothing does, every line is the article's: short lines in
  /// an interview, a letter or a table are no reason to drop them, nor are lines that a table repeats.
  private func hasFurniture(_ lines: [LineFeatures]) -> Bool {
    lines.contains { !$0.isSiteFurniture && ($0.isHeading || $0.isLegal || $0.isTruncated || $0.hasSeparator) }
  }

  /// Adds tokens to the last zone where it has the same kind and they may join it, else as a zone of their own.
  private func addZone(
    _ kind: ZoneKind, _ rule: StaticString, _ tokens: Range<Int>, joins: Bool = true, _ article: inout Article
  ) {
    let span = article.tokens.span(tokens)
    if let last = article.zones.last, last.kind == kind, kind != .title, joins {
      article.zones[article.zones.count - 1].span = last.span.union(span)
      article.zones[article.zones.count - 1].tokens = last.tokens.lowerBound..<tokens.upperBound
    } else {
      article.zones.append(Zone(span: span, kind: kind, rule: rule, tokens: tokens))
    }
  }
}
