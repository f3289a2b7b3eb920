internal import SaysoRecord

/// A GeoJSON FeatureCollection: a point for each place of each article that the annotation has coordinates for.
final class GeoJSONExport: ExportFormat {
  static let about = ExportDescription(
    summary: "GeoJSON points of the places that have coordinates",
    losses: [.claims, .mentions, .zones, .sentences, .words, .placeless, .rules],
    partly: [.details],
    reading: "Any map: QGIS, geojson.io, Leaflet.")

  private var file: JSONArrayFile

  init(to sink: any ByteSink) {
    file = JSONArrayFile(to: sink, in: "features") { $0.field("type", "FeatureCollection") }
  }

  func write(_ article: ExportArticle) throws(OutputError) {
    for entity in article.record.entities {
      guard let latitude = entity.latitude, let longitude = entity.longitude else { continue }
      file.json.beginObject()
      file.json.field("type", "Feature")
      file.json.key("geometry")
      file.json.beginObject()
      file.json.field("type", "Point")
      file.json.key("coordinates")
      file.json.array([longitude, latitude]) { $0.decimal($1, places: 6) }
      file.json.endObject()
      properties(entity, article)
      file.json.endObject()
    }
    try file.drainWhenFull()
  }

  func finish() throws(OutputError) { try file.finish() }

  private func properties(_ entity: AnnotationRecord.Entity, _ article: ExportArticle) {
    file.json.key("properties")
    file.json.beginObject()
    file.json.field("name", entity.name)
    file.json.field("key", entity.key)
    file.json.field("kinds", entity.kinds)
    file.json.optional("country", entity.country)
    file.json.field("mentions", entity.mentions.count)
    file.json.field("claims", article.record.claims.count { $0.entities.contains(entity.id) })
    file.json.key("article")
    file.json.beginObject()
    article.metadata(to: &file.json)
    file.json.endObject()
    file.json.endObject()
  }
}
