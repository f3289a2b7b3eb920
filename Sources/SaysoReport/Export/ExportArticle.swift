public import SaysoRecord

/// An annotation as an export gets it: the record, its text with offsets in the unit asked for, and what points where.
public struct ExportArticle {
  public let record: AnnotationRecord
  let unit: OffsetUnit
  /// Nil for annotations made with `--no-text`.
  let text: ArticleText?
  private let entities: [EntityRef: Int]

  public init(_ record: AnnotationRecord, unit: OffsetUnit = .codepoints) {
    self.record = record
    self.unit = unit
    text = record.text.map { ArticleText($0) }
    entities = Dictionary(record.entities.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  func entity(_ id: EntityRef?) -> AnnotationRecord.Entity? {
    id.flatMap { entities[$0] }.map { record.entities[$0] }
  }

  /// An offset in the unit asked for. Without a text, code points stay what they are.
  func offset(_ point: Int32) -> Int { text?.offset(point, unit) ?? Int(point) }

  /// A span that lies in the text, is not empty and has no white space at its ends; nil where there is none.
  func placed(_ span: CodePointSpan) -> CodePointSpan? {
    guard let text else { return span.count > 0 ? span : nil }
    return text.trimmed(span)
  }

  /// Names and dates: mentions without the pronouns and common nouns.
  var names: [AnnotationRecord.Mention] { record.mentions.filter { !$0.isNominal } }

  /// Writes what is known of the article itself as fields: id, title, byline, publisher, address, date.
  func metadata(to json: inout JSONByteWriter) {
    json.field("id", record.id)
    json.present("title", record.title)
    if !record.byline.isEmpty { json.field("byline", record.byline) }
    json.present("publisher", record.publisher)
    json.present("url", record.url)
    json.present("published", record.published?.edtf)
  }

  /// Writes `"start":…,"end":…` in the unit asked for.
  func range(_ span: CodePointSpan, to json: inout JSONByteWriter) {
    json.field("start", offset(span.start))
    json.field("end", offset(span.end))
  }
}
