/// Finds the items of an RSS or Atom feed and their fields, in one pass and without a parser: nothing is fetched, no
/// entity of a document type is expanded, and what is not well-formed costs its item at most.
struct FeedScanner {
  /// One item or entry.
  struct Item {
    /// Its bytes, tags included.
    var range: Range<Int>
    /// Decoded content by field.
    var fields: [Field: [UInt8]] = [:]
  }

  /// What is read of an item. Times of change are not.
  enum Field: String, CaseIterable {
    case title, id, guid, link, published, pubDate
    case date = "dc:date"
    case creator = "dc:creator"
    case name, content
    case encoded = "content:encoded"
    case description, summary
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var item: Item?
  private var field: Field?
  /// Elements of the field's own name that are open inside it.
  private var depth = 0
  private var value: [UInt8] = []
  private(set) var items: [Item] = []
  /// The feed's own title.
  private(set) var title: [UInt8]?

  /// Scans valid UTF-8. O(n).
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    while index < bytes.count { step() }
  }

  /// Whether content begins as a feed does.
  static func looksLikeFeed(_ head: [UInt8]) -> Bool {
    let head = head.prefix(1_024)
    guard head.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "<") else { return false }
    let text = String(decoding: head, as: UTF8.self)
    return ["<rss", "<feed", "<rdf:RDF"].contains { text.contains($0) } && !text.contains("<html")
  }

  private mutating func step() {
    let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    take(index..<open)
    index = open
    guard open < bytes.count else { return }
    if bytes[open...].starts(with: "<![CDATA[".utf8) {
      let end = find("]]>", from: open + 9)
      if field != nil { value.append(contentsOf: bytes[(open + 9)..<end]) }
      index = min(bytes.count, end + 3)
    } else if bytes[open...].starts(with: "<!--".utf8) {
      index = min(bytes.count, find("-->", from: open + 4) + 3)
    } else {
      let end = bytes[open...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
      index = min(bytes.count, end + 1)
      tag(open..<index)
    }
  }

  private mutating func take(_ range: Range<Int>) {
    if field != nil, !range.isEmpty { XMLText.append(bytes[range], to: &value) }
  }

  private func find(_ text: StaticString, from start: Int) -> Int {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var at = start
    while at < bytes.count, let next = bytes[at...].firstIndex(of: wanted[0]) {
      if bytes[next...].starts(with: wanted) { return next }
      at = next + 1
    }
    return bytes.count
  }

  private mutating func tag(_ range: Range<Int>) {
    let isEnd = range.count > 1 && bytes[range.lowerBound + 1] == UInt8(ascii: "/")
    let name = bytes[range].dropFirst(isEnd ? 2 : 1).prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
    let word = String(decoding: name.prefix(32), as: UTF8.self)
    let isEmpty = range.count > 2 && bytes[range.upperBound - 2] == UInt8(ascii: "/")
    if let field {
      if word == field.rawValue { depth += isEnd ? -1 : isEmpty ? 0 : 1 }
      if depth == 0 { close(field) } else { value.append(contentsOf: bytes[range]) }
    } else if word == "item" || word == "entry" {
      if isEnd { finish(range.upperBound) } else if !isEmpty { item = Item(range: range.lowerBound..<range.upperBound) }
    } else if !isEnd, let opened = Field(rawValue: word) {
      if opened == .link, item?.fields[.link] == nil, let address = XMLText.address(of: bytes[range]) {
        item?.fields[.link] = address
      }
      if !isEmpty { (field, depth, value) = (opened, 1, []) }
    }
  }

  private mutating func close(_ closed: Field) {
    field = nil
    let isBlank = InputDecoder.isBlank(value)
    if item == nil {
      if closed == .title, title == nil, items.isEmpty, !isBlank { title = value }
    } else if item?.fields[closed] == nil, !isBlank {
      item?.fields[closed] = value
    }
  }

  private mutating func finish(_ end: Int) {
    guard var done = item else { return }
    done.range = done.range.lowerBound..<end
    items.append(done)
    item = nil
  }
}
