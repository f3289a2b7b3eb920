internal import SaysoRecord
internal import SaysoText

/// What an article's headline promises, to be looked for in its body.
struct Headline {
  /// A piece of the headline; no span where the headline is not in the text.
  struct Piece {
    var text: String
    var span: CodePointSpan?
  }

  let title: String
  /// Where the headline stands in the text.
  private(set) var span: CodePointSpan?
  /// The headline says on whose word it speaks: a source, a hedge, a quotation, a colon.
  private(set) var hasAttribution = false
  private(set) var quotes: [Piece] = []
  private(set) var numbers: [Piece] = []
  private(set) var names: [Piece] = []
  /// Nil where the headline has nothing that is looked for in the body: reading it is half of an audit's work.
  private var body: BodyWords?

  private static let cues = WordLists.standard["headline-cues"]

  /// Number of words of the body; 0 where it was not read.
  var bodyWordCount: Int { body?.count ?? 0 }

  /// Nil for an article without headline.
  init?(_ article: AuditArticle) {
    let sentences = article.sentences.compactMap { $0 }.filter(\.isTitle)
    if let first = sentences.first, let last = sentences.last, let text = article.text {
      let span = CodePointSpan(Int(first.span.start), Int(last.span.end))
      (title, self.span) = (text.string(span), span)
    } else if let title = article.record.title {
      self.title = title
    } else {
      return nil
    }
    readPieces()
    if let span { readNames(article, span) }
    let voices = sentences.flatMap(\.claims).map { article.claim($0) }
    hasAttribution =
      voices.contains { $0.voice != .author } || title.unicodeScalars.contains { $0 == ":" || $0 == "?" }
      || !quotes.isEmpty || WordLists.words(of: title).contains { Self.cues.has($0) }
    if !(quotes.isEmpty && numbers.isEmpty && names.isEmpty) { body = BodyWords(article) }
  }

  private mutating func readNames(_ article: AuditArticle, _ span: CodePointSpan) {
    for mention in article.mentions(in: span) where !mention.isNominal && mention.span.end <= span.end {
      switch mention.type {
      case .person, .place, .organization: break
      case .date, .group: continue
      }
      // A part of a longer name is looked for with it.
      if names.contains(where: { $0.span?.contains(mention.span) == true }) { continue }
      let isInBody = article.record.mentions.contains {
        $0.entity != nil && $0.entity == mention.entity && !$0.isNominal && $0.span.start >= span.end
      }
      if !isInBody { names.append(Piece(text: mention.text, span: mention.span)) }
    }
  }

  /// Quotations and numbers by their characters.
  private mutating func readPieces() {
    let scalars = Array(title.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if let end = Self.quoteEnd(scalars, index) {
        let quote = piece(scalars, index + 1, end)
        if WordLists.words(of: quote.text).count >= 2 { quotes.append(quote) }
        index = end
      }
      index += 1
    }
    numbers = Figures.find(in: scalars).map { piece(scalars, $0.range.lowerBound, $0.range.upperBound) }
  }

  private func piece(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> Piece {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    let from = span.map { Int($0.start) }
    return Piece(text: String(view), span: from.map { CodePointSpan($0 + start, $0 + end) })
  }

  /// The closing mark of a quotation that opens here. Looks 300 characters far.
  private static func quoteEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    let closing: Unicode.Scalar
    switch scalars[start] {
    case "\u{201C}": closing = "\u{201D}"
    case "\u{2018}": closing = "\u{2019}"
    case "\"": closing = "\""
    case "'": closing = "'"
    default: return nil
    }
    guard start == 0 || !isWord(scalars[start - 1]) else { return nil }
    return (start + 1..<min(scalars.count, start + 300)).first { index in
      index > start + 1 && scalars[index] == closing && (index + 1 == scalars.count || !isWord(scalars[index + 1]))
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool { AuditWordReader.folded(scalar) != nil }

  // MARK: The body

  /// The words of the quotation in a row; one that is cut with dots, piece by piece.
  func bodyHolds(quote: Piece) -> Bool {
    guard let body else { return false }
    return quote.text.split(whereSeparator: { $0 == "…" || $0 == "." }).allSatisfy { part in
      body.holds(row: FoldedWords.fold(String(part)).split(separator: " ").map { FoldedHash.hash(String($0)) })
    }
  }

  func bodyHolds(number: Piece) -> Bool { body?.holds(number: number.text) ?? false }

  /// All words of the name, the last of them, or its initials.
  func bodyHolds(name: Piece) -> Bool { body?.holds(name: name.text) ?? false }
}
