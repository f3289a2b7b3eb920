internal import SaysoRecord

/// A file that holds one JSON array, by itself or as the last value of an object, written item by item.
///
///     var file = JSONArrayFile(to: sink, in: "features") { $0.field("type", "FeatureCollection") }
///     file.json.beginObject() …
///     try file.drainWhenFull()
///     try file.finish()                   // {"type":"FeatureCollection","features":[{…}]}
struct JSONArrayFile: ~Copyable {
  /// Takes the next item.
  var json = JSONByteWriter()
  private let sink: any ByteSink
  private let isInObject: Bool

  /// - Parameters:
  ///   - key: the array's key; nil where it stands by itself.
  ///   - fields: writes what stands before it in the object.
  init(to sink: any ByteSink, in key: String? = nil, _ fields: (inout JSONByteWriter) -> Void = { _ in }) {
    self.sink = sink
    isInObject = key != nil
    if let key {
      json.beginObject()
      fields(&json)
      json.key(text: key)
    }
    json.beginArray()
  }

  mutating func drainWhenFull() throws(OutputError) { try sink.drainWhenFull(&json) }

  mutating func finish() throws(OutputError) {
    json.endArray()
    if isInObject { json.endObject() }
    json.endLine()
    try sink.drain(&json)
  }
}
