extension TimelineEntry {
  /// Appends the entry as one line.
  public func writeLine(to json: inout JSONByteWriter) {
    json.beginObject()
    json.field("schema", Self.schema)
    json.key("entity")
    entity.write(to: &json)
    json.key("date")
    date.write(to: &json)
    json.optional("published", published)
    json.field("text", text)
    json.key("document")
    document.write(to: &json)
    json.key("claim")
    json.id(claim)
    json.field("voice", voice)
    if certainty != .asserted { json.field("certainty", certainty) }
    json.key("source")
    if let source { source.write(to: &json) } else { json.null() }
    json.key("with")
    json.array(with) { $1.write(to: &$0) }
    json.key("places")
    json.array(places) { $1.write(to: &$0) }
    json.field("reports", reports)
    json.field("documents", documents)
    json.field("disputed", isDisputed)
    json.key("conflicts")
    json.array(conflicts) { $1.write(to: &$0) }
    if isStatement { json.field("statement", true) }
    json.endObject()
    json.endLine()
  }
}

extension TimelineEntry.EventDate {
  public func write(to json: inout JSONByteWriter) {
    json.beginObject()
    json.optional("edtf", edtf)
    json.optional("start", start)
    json.optional("end", end)
    json.optional("precision", precision?.rawValue)
    json.field("approximate", isApproximate)
    json.field("anchor", anchor)
    json.endObject()
  }
}

extension TimelineEntry.Source {
  public func write(to json: inout JSONByteWriter) {
    json.beginObject()
    json.optional("name", name)
    json.field("kind", kind)
    json.optional("entity", entity)
    json.endObject()
  }
}

extension TimelineEntry.Conflict {
  public func write(to json: inout JSONByteWriter) {
    json.beginObject()
    json.field("document", document)
    json.key("claim")
    json.id(claim)
    json.optional("edtf", edtf)
    json.field("text", text)
    json.endObject()
  }
}
