internal import SaysoRecord

/// What the JSON-LD of a page says of its article: schema.org's NewsArticle and its kin, alone, in arrays, in `@graph`
/// or in one another.
struct LinkedData {
  private(set) var headline: String?
  private(set) var authors: [String] = []
  private(set) var publisher: String?
  private(set) var url: String?
  private(set) var language: String?
  private(set) var published: String?

  /// A JSON value as far as this reader cares.
  private indirect enum Value {
    case text(String)
    case list([Value])
    case object([String: Value])
    case other
  }

  private static let deepest = 32
  private static let mostBytes = 1 << 20

  /// Adds what one script says; earlier ones win. Broken JSON says nothing. O(n).
  mutating func read(_ script: UnsafeBufferPointer<UInt8>) {
    guard script.count <= Self.mostBytes else { return }
    var json = JSONScanner(Self.json(in: script), depthLimit: Self.deepest, allowsControls: true)
    guard let value = try? Self.value(&json) else { return }
    for article in Self.articles(in: value) { take(article) }
  }

  /// Without the comment or CDATA marks that some pages put around it.
  private static func json(in script: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let isWrapped = script.first { $0 > 0x20 }.map { $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "[") } ?? true
    guard isWrapped else { return UnsafeBufferPointer(rebasing: script[..<(end(script))]) }
    guard let first = script.firstIndex(of: UInt8(ascii: "{")), first < end(script) else { return script }
    return UnsafeBufferPointer(rebasing: script[first..<end(script)])
  }

  /// Behind the last closing bracket; a semicolon may follow it.
  private static func end(_ script: UnsafeBufferPointer<UInt8>) -> Int {
    var end = script.count
    while end > 0, script[end - 1] <= 0x20 || script[end - 1] == UInt8(ascii: ";") { end -= 1 }
    if end > 0, script[end - 1] == UInt8(ascii: "}") || script[end - 1] == UInt8(ascii: "]") { return end }
    return (script.lastIndex(of: UInt8(ascii: "}")) ?? -1) + 1
  }

  private static func value(_ json: inout JSONScanner) throws(JSONError) -> Value {
    switch try json.peek() {
    case .string: return .text(try json.string().string)
    case .object:
      var members: [String: Value] = [:]
      try json.beginObject()
      while let key = try json.nextKey() {
        let name = key.string
        let value = try value(&json)
        if members[name] == nil { members[name] = value }
      }
      return .object(members)
    case .array:
      var elements: [Value] = []
      try json.beginArray()
      while try json.nextElement() { elements.append(try value(&json)) }
      return .list(elements)
    default:
      try json.skipValue()
      return .other
    }
  }
}

// MARK: Articles

extension LinkedData {
  /// The objects that are articles, outermost first.
  private static func articles(in value: Value) -> [[String: Value]] {
    switch value {
    case .list(let elements): return elements.flatMap { articles(in: $0) }
    case .object(let members):
      if isArticle(members["@type"]) { return [members] }
      return ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"].flatMap { key in
        members[key].map { articles(in: $0) } ?? []
      }
    default: return []
    }
  }

  private static func isArticle(_ type: Value?) -> Bool {
    texts(type).contains { type in
      ["Article", "BlogPosting", "Report", "LiveBlogPosting", "Review"].contains { type.hasSuffix($0) }
    }
  }

  private mutating func take(_ article: [String: Value]) {
    headline = headline ?? Self.text(article["headline"]) ?? Self.text(article["name"])
    if authors.isEmpty { authors = Self.names(article["author"]) + Self.names(article["creator"]) }
    publisher = publisher ?? Self.names(article["publisher"]).first
    url = url ?? Self.address(article["url"]) ?? Self.address(article["mainEntityOfPage"])
    language = language ?? Self.text(article["inLanguage"])
    published = published ?? Self.text(article["datePublished"]) ?? Self.text(article["dateCreated"])
  }

  private static func texts(_ value: Value?) -> [String] {
    switch value {
    case .text(let text)?: text.isEmpty ? [] : [text]
    case .list(let elements)?: elements.flatMap { texts($0) }
    default: []
    }
  }

  private static func text(_ value: Value?) -> String? { texts(value).first }

  /// Names of people or organizations: strings, objects with a `name`, lists of either.
  private static func names(_ value: Value?) -> [String] {
    switch value {
    case .text(let text)?: text.isEmpty ? [] : [text]
    case .list(let elements)?: elements.flatMap { names($0) }
    case .object(let members)?: texts(members["name"])
    default: []
    }
  }

  private static func address(_ value: Value?) -> String? {
    if case .object(let members)? = value { return text(members["@id"]) ?? text(members["url"]) }
    return text(value)
  }
}
