public import SaysoAnalysis
internal import SaysoRecord

/// An evaluation as one JSON object. Figures are shares of 1 with six decimal places.
public enum EvaluationJSON {
  /// - Parameter examples: the most examples of each group of errors.
  public static func bytes(_ evaluation: Evaluation, examples: Int) -> [UInt8] {
    var json = JSONByteWriter()
    json.beginObject()
    json.field("documents", evaluation.documents)
    json.field("missing", evaluation.missing)
    json.field("unknown", evaluation.unknown)
    json.field("text_differs", evaluation.differing)
    for (layer, book) in evaluation.errors {
      json.key(text: layer.rawValue)
      json.beginObject()
      switch layer {
      case .entities: if let scores = evaluation.entities { write(scores, to: &json) }
      case .dates: if let scores = evaluation.dates { write(scores, to: &json) }
      case .claims: if let scores = evaluation.claims { write(scores, to: &json) }
      case .zones: if let scores = evaluation.zones { write(scores, to: &json) }
      }
      write(book, examples, to: &json)
      json.endObject()
    }
    json.endObject()
    json.endLine()
    return json.bytes
  }

  // MARK: Layers

  private static func write(_ scores: SpanScores, to json: inout JSONByteWriter) {
    write("strict", scores.strict, to: &json)
    write("relaxed", scores.relaxed, to: &json)
    write("span", scores.spanOnly, to: &json)
    write(scores.confusion, to: &json)
  }

  private static func write(_ scores: DateScores, to json: inout JSONByteWriter) {
    write("strict", scores.strict, to: &json)
    write("relaxed", scores.relaxed, to: &json)
    write("type", scores.type, to: &json)
    write("value", scores.value, to: &json)
    write("value_canonical", scores.canonicalValue, to: &json)
    write("strict_value", scores.strictValue, to: &json)
    if let edtf = scores.edtf { write("edtf", edtf, to: &json) }
    json.key("by_type")
    json.beginObject()
    write(scores.byType, to: &json)
    json.endObject()
  }

  private static func write(_ scores: ClaimScores, to json: inout JSONByteWriter) {
    write("attribution", scores.attribution, to: &json)
    write("attribution_source", scores.withSource, to: &json)
    write("attribution_source_cue", scores.withSourceAndCue, to: &json)
    write("strict", scores.strict, to: &json)
    write("strict_content", scores.strictContent, to: &json)
    write("tokens", scores.words, to: &json)
    write("spans_exact", scores.pieces, to: &json)
    json.key("by_quotation")
    json.beginObject()
    write("relaxed", scores.byQuotation, to: &json)
    write("relaxed_source_cue", scores.byQuotationWithSourceAndCue, to: &json)
    write("strict", scores.strictByQuotation, to: &json)
    write("span", scores.strictContentByQuotation, to: &json)
    json.endObject()
    write(scores.matched, to: &json)
    json.key("ignored")
    json.array(scores.ignored.sorted { $0.key < $1.key }) { json, pair in
      json.beginObject()
      json.field("why", pair.key)
      json.field("count", pair.value)
      json.endObject()
    }
    write(scores.confusion, to: &json)
  }

  private static func write(_ matched: ClaimScores.Matched, to json: inout JSONByteWriter) {
    json.key("matched")
    json.beginObject()
    json.field("n", matched.all)
    share("source_right", matched.source, matched.all, to: &json)
    share("source_right_where_gold_has_one", matched.sourceWhereGoldHasOne, matched.withGoldSource, to: &json)
    share("source_span", matched.sourceSpan, matched.all, to: &json)
    share("cue_right", matched.cue, matched.all, to: &json)
    share("source_and_cue_right", matched.sourceAndCue, matched.all, to: &json)
    json.endObject()
  }

  private static func write(_ scores: ZoneScores, to json: inout JSONByteWriter) {
    if let body = scores.body {
      json.key("body")
      json.beginObject()
      figure("p", body.precision, to: &json)
      figure("r", body.recall, to: &json)
      figure("f1", body.f1, to: &json)
      figure("accuracy", body.accuracy, to: &json)
      json.field("pages", body.pages)
      json.endObject()
    }
    guard let kinds = scores.byKind else { return }
    json.key("by_kind")
    json.beginObject()
    write(kinds, to: &json)
    json.endObject()
  }

  // MARK: Parts

  private static func write(_ key: StaticString, _ tallies: TypeTallies, to json: inout JSONByteWriter) {
    json.key(key)
    json.beginObject()
    for type in tallies.types { write(text: type, tallies[type], to: &json) }
    write(text: "micro", tallies.micro, to: &json)
    json.endObject()
  }

  private static func write(_ key: StaticString, _ tally: Tally, to json: inout JSONByteWriter) {
    json.key(key)
    write(tally, to: &json)
  }

  private static func write(text key: String, _ tally: Tally, to json: inout JSONByteWriter) {
    json.key(text: key)
    write(tally, to: &json)
  }

  private static func write(_ tally: Tally, to json: inout JSONByteWriter) {
    json.beginObject()
    figure("p", tally.precision, to: &json)
    figure("r", tally.recall, to: &json)
    figure("f1", tally.f1, to: &json)
    json.field("gold", tally.gold)
    json.field("predicted", tally.predicted)
    json.endObject()
  }

  /// Rows are gold, columns predictions.
  private static func write(_ confusion: Confusion, to json: inout JSONByteWriter) {
    let labels = confusion.labels(first: [])
    json.key("confusion")
    json.beginObject()
    for row in labels {
      json.key(text: row)
      json.beginObject()
      for column in labels where confusion.count(gold: row, predicted: column) > 0 {
        json.key(text: column)
        json.int(confusion.count(gold: row, predicted: column))
      }
      json.endObject()
    }
    json.endObject()
  }

  private static func write(_ book: ErrorBook, _ examples: Int, to json: inout JSONByteWriter) {
    json.key("errors")
    json.array(book.sorted) { json, group in
      json.beginObject()
      json.field("class", group.key.errorClass)
      json.present("gold", group.key.gold)
      json.present("predicted", group.key.predicted)
      json.field("count", group.count)
      json.key("examples")
      json.array(Array(group.examples.prefix(examples))) { json, example in
        json.beginObject()
        json.field("document", example.document)
        json.field("start", example.start)
        json.field("gold", example.gold)
        json.field("predicted", example.predicted)
        json.field("excerpt", example.excerpt)
        json.endObject()
      }
      json.endObject()
    }
  }

  private static func share(_ key: StaticString, _ part: Int, _ whole: Int, to json: inout JSONByteWriter) {
    figure(key, whole > 0 ? Double(part) / Double(whole) : 0, to: &json)
  }

  private static func figure(_ key: StaticString, _ value: Double, to json: inout JSONByteWriter) {
    json.key(key)
    json.decimal(Int((value * 1_000_000).rounded()), places: 6)
  }
}
