public import SaysoLexicon
import SaysoRecord
import SaysoText

/// What `sayso explain` prints: an article with its zones, mentions and claims, and for one position the rule and the
/// lexicon line behind each mark.
public struct Explanation {
  private let lexicon: Lexicon
  private let style: TerminalStyle

  public init(lexicon: Lexicon, usesColour: Bool) {
    self.lexicon = lexicon
    style = TerminalStyle(isOn: usesColour)
  }

  // MARK: The whole article

  /// The article line by line, each with its zone, its mentions marked, and the claims that start in it below.
  /// O(text + marks).
  public func overview(_ article: borrowing Article) -> String {
    var text = ""
    var previous: ZoneKind?
    for line in article.lines {
      let label = line.zone == previous ? "" : line.zone.rawValue
      previous = line.zone
      text += style.dim(pad(label, 10) + "│ ") + marked(line.span, article) + "\n"
      for index in article.claims.indices where starts(article.claims[index], in: line.span) {
        text += style.dim(pad("", 10) + "│   ") + summary(index, article) + "\n"
      }
    }
    return text + legend(article)
  }

  private func legend(_ article: borrowing Article) -> String {
    let counts = MentionType.allCases.map { type in
      let number = type == .date ? article.dates.count : article.mentions.count { $0.type == type }
      return style.mention(type.rawValue, type) + " \(number)"
    }
    return "\n" + counts.joined(separator: "  ") + "  claims \(article.claims.count)\n" + language(article.metadata)
  }

  /// "language  de (as the text reads)".
  private func language(_ metadata: ArticleMetadata) -> String {
    let reason =
      switch metadata.languageFrom {
      case .option: "as --lang says"
      case .input: "as the input says"
      case .text: "as the text reads"
      case .none: "taken for granted: nothing tells"
      }
    return "language  \(TerminalStyle.safe(metadata.language)) (\(reason))\n"
  }

  private func starts(_ claim: Claim, in span: TextSpan) -> Bool {
    guard let first = claim.content.first else { return false }
    return span.start <= first.start && first.start < span.end
  }

  /// The text of a line with its names and dates marked, the outermost of nested ones.
  private func marked(_ span: TextSpan, _ article: borrowing Article) -> String {
    var marks = article.mentions.filter { span.contains($0.span) && !$0.isNominal }.map { ($0.span, $0.type) }
    marks += article.dates.filter { span.contains($0.span) }.map { ($0.span, MentionType.date) }
    marks.sort { $0.0 < $1.0 }
    var text = ""
    var at = span.start
    for (mark, type) in marks where mark.start >= at {
      text += TerminalStyle.safe(article.source.string(TextSpan(start: at, end: mark.start)))
      text += style.mention(TerminalStyle.safe(article.source.string(mark)), type)
      at = mark.end
    }
    return text + TerminalStyle.safe(article.source.string(TextSpan(start: at, end: span.end)))
  }

  private func summary(_ index: Int, _ article: borrowing Article) -> String {
    let claim = article.claims[index]
    var parts = ["c\(index + 1) \(claim.voice.rawValue)"]
    if let source = claim.source { parts.append("\(source.kind.rawValue) “\(excerpt(source.spans, article))”") }
    if let cue = claim.cue { parts.append("\(cue.cueClass.rawValue) “\(excerpt(cue.spans, article))”") }
    if claim.certainty != .asserted { parts.append(claim.certainty.rawValue) }
    if claim.depth > 0 { parts.append("inside c\(claim.parent + 1)") }
    if let when = claim.when { parts.append(when.edtf) }
    let head = style.claim(parts.joined(separator: " · "), claim.voice)
    return head + " → " + excerpt(claim.content, article) + style.dim("  [\(claim.evidence.rule)]")
  }

  private func excerpt(_ spans: [TextSpan], _ article: borrowing Article) -> String {
    let text = TerminalStyle.safe(spans.map { article.source.string($0) }.joined(separator: " … "))
    return text.count > 90 ? String(text.prefix(87)) + "..." : text
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  // MARK: One position

  /// Everything that was decided about the place at a code point offset.
  public func position(_ offset: Int, in article: borrowing Article) -> String {
    let byte = byteOffset(of: offset, in: article)
    var rows: [String] = []
    for zone in article.zones where covers(zone.span, byte) {
      rows.append("zone      \(zone.kind.rawValue)  rule \(zone.rule)")
    }
    if let token = token(at: byte, article) { rows += tokenRows(token, article) }
    rows += readingRows(byte, article)
    rows += markRows(byte, article)
    rows += claimRows(byte, article)
    return (rows.isEmpty ? ["nothing is marked at offset \(offset)"] : rows).joined(separator: "\n") + "\n"
  }

  private func byteOffset(of point: Int, in article: borrowing Article) -> Int32 {
    var points = -1
    for (index, byte) in article.source.bytes.enumerated() where byte & 0xC0 != 0x80 {
      points += 1
      if points == point { return Int32(truncatingIfNeeded: index) }
    }
    return Int32(truncatingIfNeeded: article.source.count)
  }

  private func covers(_ span: TextSpan, _ byte: Int32) -> Bool { span.start <= byte && byte < span.end }

  private func token(at byte: Int32, _ article: borrowing Article) -> Int? {
    (0..<article.tokens.count).first { covers(article.tokens.span($0), byte) }
  }

  private func tokenRows(_ token: Int, _ article: borrowing Article) -> [String] {
    let text = TerminalStyle.safe(article.source.string(article.tokens.span(token)))
    let lemma = lexicon.spelling(article.tokens.lemma[token])
    var rows = ["token     “\(text)”  class \(article.tokens.tag[token].label)  lemma \(lemma.isEmpty ? "-" : lemma)"]
    // Matches that cover the token may start up to a phrase's length before it.
    for start in max(0, token - 15)...token {
      for index in article.matches(at: start) where article.matches[index].end > token {
        let entry = lexicon.entry(article.matches[index].entry)
        rows.append("lexicon   \(entry.origin)  \(entry.type.label)/\(entry.kind)  “\(entry.name)”")
      }
    }
    return rows
  }

  /// What rules took the place for, the strongest first: "reading   place “Halden”  74 = listed-word 58 + ...".
  private func readingRows(_ byte: Int32, _ article: borrowing Article) -> [String] {
    article.nameReadings.filter { covers($0.span, byte) }.sorted { $0.strength > $1.strength }.map { reading in
      let text = TerminalStyle.safe(article.source.string(reading.span))
      let sum = reading.reasons.map { "\($0.signal) \($0.weight)" }.joined(separator: ", ")
      let isChosen = article.mentions.contains {
        $0.span == reading.span && $0.type == reading.type
          && $0.evidence.rule.description == reading.evidence.rule.description
      }
      let outcome = isChosen ? "" : "  lost"
      return
        "reading   \(reading.type.rawValue) “\(text)”  \(reading.strength): \(sum)  \(why(reading.evidence))\(outcome)"
    }
  }

  private func markRows(_ byte: Int32, _ article: borrowing Article) -> [String] {
    var rows: [String] = []
    for date in article.dates where covers(date.span, byte) {
      rows.append(
        "date      \(date.timex)  edtf \(date.edtf ?? "-")  anchor \(date.anchor.rawValue)  \(why(date.evidence))")
    }
    for mention in article.mentions where covers(mention.span, byte) {
      let text = TerminalStyle.safe(article.source.string(mention.span))
      let key = mention.entity >= 0 ? article.entities[mention.entity].key : "-"
      rows.append(
        "mention   \(mention.type.rawValue) “\(text)”  \(why(mention.evidence))  confidence \(mention.confidence)  entity \(key)"
      )
    }
    return rows
  }

  private func claimRows(_ byte: Int32, _ article: borrowing Article) -> [String] {
    article.claims.indices.compactMap { index in
      let claim = article.claims[index]
      let parts: [(String, [TextSpan])] = [
        ("source", claim.source?.spans ?? []), ("cue", claim.cue?.spans ?? []), ("content", claim.content),
      ]
      guard let part = parts.first(where: { $0.1.contains { covers($0, byte) } }) else { return nil }
      return "claim     \(part.0) of \(summary(index, article))"
    }
  }

  private func why(_ evidence: Evidence) -> String {
    guard let id = evidence.entry else { return "rule \(evidence.rule)" }
    let entry = lexicon.entry(id)
    return "rule \(evidence.rule)  lexicon \(entry.origin) “\(entry.name)”"
  }
}
