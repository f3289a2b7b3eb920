extension AnnotationRecord.Claim {
  public func write(to json: inout JSONByteWriter) {
    json.beginObject()
    json.key("id")
    json.id(id)
    json.field("sentence", sentence)
    json.key("content")
    content.write(to: &json)
    json.key("source")
    if let source { source.write(to: &json) } else { json.null() }
    json.key("cue")
    if let cue { cue.write(to: &json) } else { json.null() }
    json.field("quotation", quotation)
    json.field("certainty", certainty)
    json.key("parent")
    json.id(parent)
    json.field("depth", depth)
    writeReferences(to: &json)
    json.field("voice", voice)
    json.present("rule", rule)
    json.endObject()
  }

  private func writeReferences(to json: inout JSONByteWriter) {
    json.key("entities")
    json.array(entities) { $0.id($1) }
    json.key("dates")
    json.array(dates) { $0.id($1) }
    json.key("when")
    if let when { when.write(to: &json) } else { json.null() }
    json.key("said")
    if let said { said.write(to: &json) } else { json.null() }
    json.key("traits")
    json.array(traits) { $0.string($1) }
  }
}

extension AnnotationRecord.Passage {
  public func write(to json: inout JSONByteWriter) {
    json.beginObject()
    json.spans(spans)
    json.field("text", text)
    json.endObject()
  }

  /// A justification has its text first.
  func writeTextFirst(to json: inout JSONByteWriter) {
    json.beginObject()
    json.field("text", text)
    json.spans(spans)
    json.endObject()
  }
}

extension AnnotationRecord.Source {
  public func write(to json: inout JSONByteWriter) {
    json.beginObject()
    json.spans(passage.spans)
    json.field("text", passage.text)
    json.key("entity")
    json.id(entity)
    json.optional("name", name)
    json.optional("title", title)
    json.field("kind", kind)
    json.field("role", role)
    json.field("named", isNamed)
    json.key("justification")
    if let justification { justification.writeTextFirst(to: &json) } else { json.null() }
    json.endObject()
  }
}

extension AnnotationRecord.Cue {
  public func write(to json: inout JSONByteWriter) {
    json.beginObject()
    json.spans(passage.spans)
    json.field("text", passage.text)
    json.field("lemma", lemma)
    json.field("class", cueClass)
    json.endObject()
  }
}

extension AnnotationRecord.When {
  public func write(to json: inout JSONByteWriter) {
    json.beginObject()
    json.field("edtf", edtf)
    json.field("anchor", anchor)
    json.present("rule", rule)
    json.endObject()
  }
}
