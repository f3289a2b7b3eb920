internal import SaysoRecord

/// FollowTheMoney line JSON for Aleph: an `Article` and a `Mention` of each person, organization and place in it.
///
/// Mentions are what Aleph itself makes of names in documents: they say who is named where without saying that two
/// people of one name are one.
final class FtMExport: ExportFormat {
  static let about = ExportDescription(
    summary: "FollowTheMoney Article and Mention entities, one a line, for Aleph",
    losses: [.claims, .mentions, .zones, .sentences, .words, .groups, .rules, .doubt],
    partly: [.details],
    reading: "`ftm validate -i FILE`, then `alephclient write-entities -f DATASET -i FILE`.")

  private let sink: any ByteSink
  private var json = JSONByteWriter()

  init(to sink: any ByteSink) { self.sink = sink }

  func write(_ article: ExportArticle) throws(OutputError) {
    let record = article.record
    let id = FtMEntity.id("article:\(record.id):\(record.input.sha256.prefix(16))")
    line(id, "Article", Self.properties(record))
    for entity in record.entities {
      guard let schema = Self.detected(entity.type) else { continue }
      let countries = entity.country.map { [$0.lowercased()] } ?? []
      line(
        FtMEntity.id("mention:\(id):\(entity.key)"), "Mention",
        [
          ("document", [id]), ("name", [SafeText.line(entity.name)]), ("detectedSchema", [schema]),
          ("contextCountry", countries),
        ])
    }
    try sink.drainWhenFull(&json)
  }

  func finish() throws(OutputError) { try sink.drain(&json) }

  private static func detected(_ type: MentionType) -> String? {
    switch type {
    case .person: "Person"
    case .organization: "Organization"
    case .place: "Address"
    case .group, .date: nil
    }
  }

  private static func properties(_ record: AnnotationRecord) -> [(StaticString, [String])] {
    func names(_ type: MentionType) -> [String] {
      record.entities.filter { $0.type == type }.map { SafeText.line($0.name) }
    }
    return [
      ("fileName", [record.id]), ("title", [record.title ?? record.id]), ("author", record.byline),
      ("publisher", record.publisher.map { [$0] } ?? []),
      ("publishedAt", record.published.flatMap { PlainDate.prefix($0.edtf) }.map { [$0] } ?? []),
      ("sourceUrl", SafeText.link(record.url).map { [$0] } ?? []), ("peopleMentioned", names(.person)),
      ("companiesMentioned", names(.organization)), ("locationMentioned", names(.place)),
      ("bodyText", record.text.map { [$0] } ?? []),
    ]
  }

  private func line(_ id: String, _ schema: String, _ properties: [(StaticString, [String])]) {
    FtMEntity.writeLine(id, schema, properties, to: &json)
  }
}
