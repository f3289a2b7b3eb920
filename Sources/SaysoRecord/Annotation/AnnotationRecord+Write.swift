// Records as JSON: keys in the order of `AnnotationKeys`, no white space, `null` where the contract shows `null` and no
// key where it shows none.

extension AnnotationRecord {
  /// Appends the record as one line.
  public func writeLine(to json: inout JSONByteWriter) {
    json.beginObject()
    json.field("schema", Self.schema)
    json.field("id", id)
    json.key("input")
    input.write(to: &json)
    json.key("producer")
    producer.write(to: &json)
    json.field("language", language)
    json.present("title", title)
    if !byline.isEmpty { json.field("byline", byline) }
    json.present("publisher", publisher)
    json.present("url", url)
    if let published {
      json.key("published")
      published.write(to: &json)
    }
    json.present("text", text)
    writeLayers(to: &json)
    json.endObject()
    json.endLine()
  }

  private func writeLayers(to json: inout JSONByteWriter) {
    json.key("zones")
    json.array(zones) { $1.write(to: &$0) }
    json.key("sentences")
    json.array(sentences) { $1.write(to: &$0) }
    if let tokens {
      json.key("tokens")
      json.array(tokens) { $1.write(to: &$0) }
    }
    json.key("mentions")
    json.array(mentions) { $1.write(to: &$0) }
    json.key("entities")
    json.array(entities) { $1.write(to: &$0) }
    json.key("claims")
    json.array(claims) { $1.write(to: &$0) }
    json.key("warnings")
    json.array(warnings) { $1.write(to: &$0) }
    json.present("duplicate_of", duplicateOf)
  }
}

extension AnnotationRecord.Input {
  public func write(to json: inout JSONByteWriter) {
    json.beginObject()
    json.field("path", path)
    json.field("sha256", sha256)
    json.field("bytes", bytes)
    json.field("format", format)
    json.field("encoding", encoding)
    json.endObject()
  }
}

extension AnnotationRecord.Producer {
  public func write(to json: inout JSONByteWriter) {
    json.beginObject()
    json.field("name", name)
    json.field("version", version)
    json.field("lexicons", lexicons)
    json.endObject()
  }
}

extension AnnotationRecord.Published {
  public func write(to json: inout JSONByteWriter) {
    json.beginObject()
    json.field("edtf", edtf)
    json.field("from", from)
    json.endObject()
  }
}

extension AnnotationRecord.Zone {
  public func write(to json: inout JSONByteWriter) {
    json.beginObject()
    json.range(span)
    json.field("kind", kind)
    json.endObject()
  }
}

extension AnnotationRecord.Sentence {
  public func write(to json: inout JSONByteWriter) {
    json.beginObject()
    json.range(span)
    json.endObject()
  }
}

extension AnnotationRecord.Token {
  public func write(to json: inout JSONByteWriter) {
    json.beginArray()
    json.int(Int(span.start))
    json.int(Int(span.end))
    json.string(wordClass)
    json.endArray()
  }
}

extension AnnotationRecord.Warning {
  public func write(to json: inout JSONByteWriter) {
    json.beginObject()
    json.field("code", code)
    json.field("message", message)
    json.endObject()
  }
}

extension AnnotationRecord.Mention {
  public func write(to json: inout JSONByteWriter) {
    json.beginObject()
    json.key("id")
    json.id(id)
    json.range(span)
    json.field("text", text)
    json.field("type", type)
    if let entity {
      json.key("entity")
      json.id(entity)
    }
    json.field("rule", rule)
    json.present("lexicon", lexicon)
    if let confidence {
      json.key("confidence")
      json.hundredths(confidence)
    }
    if isNominal { json.field("nominal", true) }
    if isMetonym { json.field("metonym", true) }
    date?.writeFields(to: &json)
    json.endObject()
  }
}

extension AnnotationRecord.DateValue {
  /// The keys that a date has besides those of every mention.
  public func writeFields(to json: inout JSONByteWriter) {
    json.field("timex", timex)
    json.field("timexType", type)
    json.present("mod", mod)
    json.present("quant", quant)
    json.present("freq", freq)
    json.present("edtf", edtf)
    json.field("anchor", anchor)
  }
}

extension AnnotationRecord.Entity {
  public func write(to json: inout JSONByteWriter) {
    json.beginObject()
    json.key("id")
    json.id(id)
    json.field("name", name)
    json.field("type", type)
    json.field("key", key)
    json.key("mentions")
    json.array(mentions) { $0.id($1) }
    if !kinds.isEmpty { json.field("kinds", kinds) }
    json.present("country", country)
    json.present("gender", gender?.rawValue)
    if let latitude, let longitude {
      json.key("lat")
      json.decimal(latitude, places: 6)
      json.key("lon")
      json.decimal(longitude, places: 6)
    }
    json.endObject()
  }
}
