public import SaysoAnalysis

/// An evaluation for people: a table for each layer, what was taken for what, and the errors with excerpts.
public struct EvaluationText {
  private var text = ""
  private let examples: Int

  /// - Parameter examples: the most examples of each group of errors; 0 leaves the errors out.
  public static func text(_ evaluation: Evaluation, examples: Int) -> String {
    var writer = EvaluationText(examples: examples)
    writer.write(evaluation)
    return writer.text
  }

  private init(examples: Int) { self.examples = examples }

  private mutating func write(_ evaluation: Evaluation) {
    text = Counted.text(evaluation.documents, "article")
    if !evaluation.missing.isEmpty { text += ", \(evaluation.missing.count) without predictions" }
    text += "\n"
    for (layer, book) in evaluation.errors {
      text += "\n\(layer.rawValue.uppercased())\n"
      switch layer {
      case .entities: if let scores = evaluation.entities { spans(scores) }
      case .dates: if let scores = evaluation.dates { dates(scores) }
      case .claims: if let scores = evaluation.claims { claims(scores) }
      case .zones: if let scores = evaluation.zones { zones(scores) }
      }
      if examples > 0 { errors(book) }
    }
  }

  // MARK: Layers

  private mutating func spans(_ scores: SpanScores) {
    head("type")
    rows("strict", scores.strict)
    rows("relaxed", scores.relaxed)
    rows("span only", scores.spanOnly)
    confusion(scores.confusion, scores.strict.types)
  }

  private mutating func dates(_ scores: DateScores) {
    head("")
    row("extent strict", "", scores.strict)
    row("extent relaxed", "", scores.relaxed)
    row("+ type", "", scores.type)
    row("+ value", "", scores.value)
    row("+ value, one spelling", "", scores.canonicalValue)
    if let edtf = scores.edtf { row("+ EDTF", "", edtf) }
    row("strict and value", "", scores.strictValue)
    rows("strict", scores.byType.strict)
    rows("relaxed", scores.byType.relaxed)
    rows("span only", scores.byType.spanOnly)
    confusion(scores.byType.confusion, DateScores.types)
  }

  private mutating func claims(_ scores: ClaimScores) {
    head("")
    row("attribution", "", scores.attribution)
    row("+ source right", "", scores.withSource)
    row("+ source + cue right", "", scores.withSourceAndCue)
    row("strict content", "", scores.strictContent)
    row("strict, all parts", "", scores.strict)
    rows("relaxed", scores.byQuotation)
    rows("relaxed + source + cue", scores.byQuotationWithSourceAndCue)
    rows("span only (content)", scores.strictContentByQuotation)
    rows("strict", scores.strictByQuotation)
    rows("words of the part", scores.words)
    rows("pieces of the part", scores.pieces)
    let ignored = scores.ignored.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    if !ignored.isEmpty { text += "not scored: \(ignored.joined(separator: ", "))\n" }
    confusion(scores.confusion, ClaimScores.quotations)
  }

  private mutating func zones(_ scores: ZoneScores) {
    head("kind")
    if let body = scores.body {
      text += pad("body, runs of 4 words", 24) + pad("", 14)
      text += [body.precision, body.recall, body.f1].map(Self.percent).joined()
      text +=
        "   mean over \(body.pages) pages; all words right in \(Self.percent(body.accuracy).drop { $0 == " " })%\n"
    }
    guard let kinds = scores.byKind else { return }
    rows("strict", kinds.strict)
    rows("relaxed", kinds.relaxed)
    rows("span only", kinds.spanOnly)
    confusion(kinds.confusion, ZoneScores.kinds)
  }

  // MARK: Tables

  private mutating func head(_ type: String) {
    text += pad("", 24) + pad(type, 14) + ["P", "R", "F1"].map { left($0, 8) }.joined()
    text += left("gold", 9) + left("found", 8) + "\n"
  }

  private mutating func rows(_ name: String, _ tallies: TypeTallies) {
    for type in tallies.types where tallies[type].gold + tallies[type].predicted > 0 {
      row(name, type, tallies[type])
    }
    row(name, "all", tallies.micro)
  }

  private mutating func row(_ name: String, _ type: String, _ tally: Tally) {
    text += pad(name, 24) + pad(type, 14)
    text += [tally.precision, tally.recall, tally.f1].map(Self.percent).joined()
    text += left(String(tally.gold), 9) + left(String(tally.predicted), 8) + "\n"
  }

  private mutating func confusion(_ confusion: Confusion, _ first: [String]) {
    let labels = confusion.labels(first: first)
    guard labels.count > 1 else { return }
    text += "\n" + pad("gold \\ found", 16) + labels.map { left(SafeText.line($0), 14) }.joined() + "\n"
    for row in labels {
      let counts = labels.map { confusion.count(gold: row, predicted: $0) }
      text += pad(row, 16) + counts.map { left($0 == 0 ? "." : String($0), 14) }.joined() + "\n"
    }
  }

  // MARK: Errors

  private mutating func errors(_ book: ErrorBook) {
    for errorClass in ErrorBook.Class.allCases where book.count(errorClass) > 0 {
      text += "\n\(errorClass.rawValue): \(book.count(errorClass))\n"
      for group in book.sorted where group.key.errorClass == errorClass {
        let types = [group.key.gold, group.key.predicted].compactMap { $0 }
        text += "  \(group.count)  \(SafeText.line(types.joined(separator: " → ")))\n"
        for example in group.examples.prefix(examples) { text += line(example) }
      }
    }
  }

  private func line(_ example: ErrorBook.Example) -> String {
    var sides = ""
    if !example.gold.isEmpty, !example.predicted.isEmpty, example.gold != example.predicted {
      sides = "  gold \"\(Self.short(example.gold))\", found \"\(Self.short(example.predicted))\""
    }
    let place = "\(example.document):\(example.start)"
    return SafeText.line("      \(place)  \(Self.short(example.excerpt, 120))\(sides)") + "\n"
  }

  private static func short(_ text: String, _ limit: Int = 60) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count <= limit ? words : words.prefix(limit * 2 / 3) + " … " + words.suffix(limit / 3)
  }

  // MARK: Columns

  private static func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10000).rounded())
    let rest = hundredths % 100
    return left("\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)", 8)
  }

  private func pad(_ text: String, _ width: Int) -> String {
    let text = SafeText.line(text)
    return text + String(repeating: " ", count: max(1, width - TextWidth.of(text)))
  }

  private func left(_ text: String, _ width: Int) -> String { Self.left(text, width) }

  private static func left(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}
