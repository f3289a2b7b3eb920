/// An article as timelines and audits name it.
public struct DocumentReference: Hashable, Sendable {
  public var id: String
  public var title: String?
  public var publisher: String?
  public var url: String?

  public init(id: String, title: String? = nil, publisher: String? = nil, url: String? = nil) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.url = url
  }

  public init(_ record: AnnotationRecord) {
    self.init(id: record.id, title: record.title, publisher: record.publisher, url: record.url)
  }

  public func write(to json: inout JSONByteWriter) {
    json.beginObject()
    json.field("id", id)
    json.optional("title", title)
    json.optional("publisher", publisher)
    json.optional("url", url)
    json.endObject()
  }
}

/// An entity as it is known across articles: by its key.
public struct EntityReference: Hashable, Sendable {
  public var key: String
  public var name: String
  public var type: MentionType

  public init(key: String, name: String, type: MentionType) {
    self.key = key
    self.name = name
    self.type = type
  }

  public init(_ entity: AnnotationRecord.Entity) {
    self.init(key: entity.key, name: entity.name, type: entity.type)
  }

  public func write(to json: inout JSONByteWriter) {
    json.beginObject()
    json.field("key", key)
    json.field("name", name)
    json.field("type", type)
    json.endObject()
  }
}
