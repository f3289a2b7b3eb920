internal import SaysoRecord

/// A GeoJSON FeatureCollection: a point for each place of each article that the annotation has coordinates for.
final class GeoJSONExport: ExportFormat {
  static let about = ExportDescription(
    summary: "GeoJSON points of the places that have coordinates",
    losses: [.claims, .mentions, .zones, .sentences, .words, .placeless, .rules],
    partly: [.details],
    reading: "Any map: QGIS, geojson.io, Leaflet.")

  private let sink: any ByteSink
  private var json = JSONByteWriter()
  private var hasBegun = false

  init(to sink: any ByteSink) { self.sink = sink }

  func write(_ article: ExportArticle) throws(OutputError) {
    begin()
    for entity in article.record.entities {
      guard let latitude = entity.latitude, let longitude = entity.longitude else { continue }
      json.beginObject()
      json.field("type", "Feature")
      json.key("geometry")
      json.beginObject()
      json.field("type", "Point")
      json.key("coordinates")
      json.array([longitude, latitude]) { $0.decimal($1, places: 6) }
      json.endObject()
      properties(entity, article)
      json.endObject()
    }
    try sink.drainWhenFull(&json)
  }

  func finish() throws(OutputError) {
    begin()
    json.endArray()
    json.endObject()
    json.endLine()
    try sink.drain(&json)
  }

  private func begin() {
    guard !hasBegun else { return }
    hasBegun = true
    json.beginObject()
    json.field("type", "FeatureCollection")
    json.key("features")
    json.beginArray()
  }

  private func properties(_ entity: AnnotationRecord.Entity, _ article: ExportArticle) {
    json.key("properties")
    json.beginObject()
    json.field("name", entity.name)
    json.field("key", entity.key)
    json.field("kinds", entity.kinds)
    json.optional("country", entity.country)
    json.field("mentions", entity.mentions.count)
    json.field("claims", article.record.claims.count { $0.entities.contains(entity.id) })
    json.key("article")
    json.beginObject()
    article.metadata(to: &json)
    json.endObject()
    json.endObject()
  }
}
