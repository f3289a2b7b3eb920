internal import SaysoRecord
internal import SaysoText

/// What FollowTheMoney entities have in common: ids and schemata.
///
/// An id is letters, digits, points and hyphens (`sayso-person-jane-roe`); where a key holds anything else, a hash
/// behind it keeps two keys apart.
enum FtMEntity {
  static func id(_ key: String) -> String {
    var id: [UInt8] = Array("sayso-".utf8)
    var isPlain = true
    for byte in key.utf8 {
      let isKept = byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "-")
      if isKept || byte == UInt8(ascii: ":") {
        id.append(isKept ? byte : UInt8(ascii: "-"))
      } else {
        isPlain = false
      }
    }
    let text = String(decoding: id, as: UTF8.self)
    return isPlain && key.utf8.count < 150 ? text : text.prefix(150) + "-" + String(FoldedHash.hash(key), radix: 16)
  }

  /// The schema for an entity's type; nil for what FollowTheMoney has no thing for (groups, places without an address).
  static func schema(_ type: MentionType) -> String? {
    switch type {
    case .person: "Person"
    case .organization: "Organization"
    case .place, .group, .date: nil
    }
  }

  /// Appends an entity as a line; properties without values are left out.
  static func writeLine(
    _ id: String, _ schema: String, _ properties: [(StaticString, [String])], to json: inout JSONByteWriter
  ) {
    json.beginObject()
    json.field("id", id)
    json.field("schema", schema)
    json.key("properties")
    json.beginObject()
    for (name, values) in properties where !values.isEmpty { json.field(name, values) }
    json.endObject()
    json.endObject()
    json.endLine()
  }
}
