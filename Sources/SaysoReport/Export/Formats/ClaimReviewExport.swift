internal import SaysoRecord

/// Stubs of schema.org ClaimReview, one a line: who said what, where and when, with no rating. The rating, the review's
/// address and its author are for the fact-checker to fill in.
final class ClaimReviewExport: ExportFormat {
  static let about = ExportDescription(
    summary: "ClaimReview stubs without a rating, one for each claim that has a source",
    losses: [
      .mentions, .zones, .sentences, .words, .quiet, .chains, .split, .stance, .details, .groups, .placeless, .doubt,
      .rules,
    ],
    partly: [.roles, .times],
    reading: "Fill in `url`, `author` and `reviewRating`, and put it into the page as `application/ld+json`.")

  private let sink: any ByteSink
  private var json = JSONByteWriter()

  init(to sink: any ByteSink) { self.sink = sink }

  func write(_ article: ExportArticle) throws(OutputError) {
    for claim in article.record.claims {
      guard let source = claim.source else { continue }
      json.beginObject()
      json.field("@context", "https://schema.org")
      json.field("@type", "ClaimReview")
      json.field("claimReviewed", claim.content.text)
      json.key("itemReviewed")
      json.beginObject()
      json.field("@type", "Claim")
      author(source, article)
      json.present("datePublished", claim.said.flatMap { PlainDate.prefix($0.edtf) })
      appearance(article.record)
      json.endObject()
      json.endObject()
      json.endLine()
    }
    try sink.drainWhenFull(&json)
  }

  func finish() throws(OutputError) { try sink.drain(&json) }

  private func author(_ source: AnnotationRecord.Source, _ article: ExportArticle) {
    json.key("author")
    json.beginObject()
    let entity = article.entity(source.entity)
    switch source.kind {
    case .person: json.field("@type", "Person")
    case .organization, .government, .media: json.field("@type", entity?.type == .person ? "Person" : "Organization")
    case .document, .group, .anonymous, .unknown: json.field("@type", entity?.type == .person ? "Person" : "Thing")
    }
    json.field("name", source.name ?? entity?.name ?? source.passage.text)
    json.present("description", source.title)
    json.endObject()
  }

  private func appearance(_ record: AnnotationRecord) {
    json.key("appearance")
    json.beginObject()
    json.field("@type", "NewsArticle")
    json.field("identifier", record.id)
    json.present("headline", record.title)
    if !record.byline.isEmpty {
      json.key("author")
      json.array(record.byline) { $0.object("Person", named: $1) }
    }
    json.present("url", SafeText.link(record.url))
    json.present("datePublished", record.published.flatMap { PlainDate.prefix($0.edtf) })
    if let publisher = record.publisher {
      json.key("publisher")
      json.object("Organization", named: publisher)
    }
    json.endObject()
  }
}

extension JSONByteWriter {
  /// A thing of schema.org with a name.
  fileprivate mutating func object(_ type: StaticString, named name: String) {
    beginObject()
    key("@type")
    string(type)
    field("name", name)
    endObject()
  }
}
