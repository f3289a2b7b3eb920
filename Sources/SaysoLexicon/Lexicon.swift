import SaysoText

/// A compiled lexicon, memory-mapped or in memory, with the books that the user has added. Immutable and safe to share
/// between threads.
public final class Lexicon: @unchecked Sendable {
  /// Pointers for hot loops. Keep the lexicon alive while using them.
  public let tables: LexiconTables
  /// Sixteen hexadecimal digits that name the lists and books this was compiled from.
  public let contentHash: String

  private let image: MappedImage
  let shelf: BookShelf

  /// Opens an image that is in memory (it is copied once).
  public convenience init(image: [UInt8], path: String = "(memory)") throws(LexiconError) {
    self.init(try MappedImage(image, LexiconImage.format, path: path), books: [])
  }

  /// Maps a compiled file. Throws `badImage` where it is of another version, truncated or altered.
  public convenience init(mapping path: String) throws(LexiconError) {
    self.init(try MappedImage(mapping: path, LexiconImage.format), books: [])
  }

  private init(_ image: MappedImage, books: [PhraseBook]) {
    self.image = image
    var tables = Lexicon.tables(image)
    shelf = BookShelf(books, from: UInt32(truncatingIfNeeded: tables.entryCount))
    tables.shelf = shelf.pointer
    self.tables = tables
    let hash = books.reduce(image.contentHash) { FoldedHash.mix($0 ^ FoldedHash.mix($1.contentHash &+ 1)) }
    contentHash = Lexicon.hex(hash)
  }

  /// The same lexicon with more books. Entries of the user's books go before those of the lists.
  public func adding(_ books: [PhraseBook]) -> Lexicon { Lexicon(image, books: shelf.books + books) }

  static func hex(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func tables(_ image: MappedImage) -> LexiconTables {
    func at<T: BitwiseCopyable>(_ section: LexiconImage.Section, _ type: T.Type) -> UnsafePointer<T> {
      image.values(section.rawValue, type).baseAddress ?? image.base.assumingMemoryBound(to: type)
    }
    func count<T: BitwiseCopyable>(_ section: LexiconImage.Section, _ type: T.Type) -> Int {
      image.values(section.rawValue, type).count
    }
    return LexiconTables(
      slots: at(.slots, VocabularySlot.self), slotMask: UInt32(max(1, count(.slots, VocabularySlot.self)) - 1),
      words: at(.words, UInt8.self), wordStarts: at(.wordStarts, UInt32.self), infos: at(.infos, WordInfo.self),
      classStarts: at(.classStarts, UInt32.self), classTags: at(.classTags, TagWeight.self),
      edges: at(.edges, TrieEdge.self), edgeMask: UInt64(max(1, count(.edges, TrieEdge.self)) - 1),
      nodes: at(.nodes, TrieNode.self), patterns: at(.patterns, Pattern.self),
      entries: at(.entries, EntryRecord.self), wordCount: count(.infos, WordInfo.self),
      entryCount: count(.entries, EntryRecord.self), classCount: count(.classStarts, UInt32.self) - 1)
  }

  private func values<T: BitwiseCopyable>(_ section: LexiconImage.Section, _ type: T.Type) -> UnsafeBufferPointer<T> {
    image.values(section.rawValue, type)
  }

  // MARK: Look-ups

  /// A string of the image by its number (see `LexiconEntry.forEachAttributeID`); empty for a number that has none.
  public func string(_ id: UInt32) -> String { String(decoding: stringBytes(id), as: UTF8.self) }

  /// The bytes of a string of the image by its number; none for a number that has none.
  func stringBytes(_ id: UInt32) -> UnsafeBufferPointer<UInt8> {
    let starts = values(.stringStarts, UInt32.self)
    guard Int(id) + 1 < starts.count else { return UnsafeBufferPointer(start: nil, count: 0) }
    let bytes = values(.strings, UInt8.self)
    return UnsafeBufferPointer(rebasing: bytes[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])])
  }

  /// The id of a folded word ("president"), or `none`. For set-up code; loops use `tables.word`.
  public func word(_ folded: String) -> WordID {
    var folded = folded
    return folded.withUTF8 { tables.word($0, hash: FoldedHash.hash($0)) }
  }

  /// The folded spelling of a word.
  public func spelling(_ word: WordID) -> String {
    guard word.isKnown, Int(word.raw) < tables.wordCount else { return "" }
    let range = Int(tables.wordStarts[Int(word.raw)])..<Int(tables.wordStarts[Int(word.raw) + 1])
    return String(decoding: values(.words, UInt8.self)[range], as: UTF8.self)
  }

  /// A row of a list with everything that it says.
  public func entry(_ id: EntryID) -> LexiconEntry { LexiconEntry(lexicon: self, id: id) }

  /// The entries of a list by its path ("words/transitions"); empty where there is no such list. O(lists).
  public func entries(inList name: String) -> [LexiconEntry] {
    let lists = values(.lists, UInt32.self)
    for index in stride(from: 0, to: lists.count - 2, by: 3) where string(lists[index]) == name {
      return (lists[index + 1]..<lists[index + 2]).map { entry(EntryID($0)) }
    }
    return []
  }

  /// Paths of all lists with their numbers of entries (rows about word classes are not entries).
  public var lists: [(name: String, entries: Int)] {
    let lists = values(.lists, UInt32.self)
    return stride(from: 0, to: lists.count - 2, by: 3).map {
      (string(lists[$0]), Int(lists[$0 + 2]) - Int(lists[$0 + 1]))
    }
  }

  func listName(_ list: UInt16) -> String {
    let lists = values(.lists, UInt32.self)
    return Int(list) * 3 < lists.count ? string(lists[Int(list) * 3]) : ""
  }

  /// The name of an entry's list as bytes, and its line there, for a writer that makes no string of them.
  public func withOrigin(_ entry: EntryID, _ body: (UnsafeBufferPointer<UInt8>, Int) -> Void) {
    if let (book, index) = shelf.place(of: entry) {
      var (file, line) = book.origin(index)
      return file.withUTF8 { body($0, line) }
    }
    let record = tables.record(entry)
    let lists = values(.lists, UInt32.self)
    let at = Int(record.list) * 3
    body(at < lists.count ? stringBytes(lists[at]) : UnsafeBufferPointer(start: nil, count: 0), Int(record.line))
  }

  func forEachAttributeID(_ record: EntryRecord, _ body: (UInt32, UInt32) -> Void) {
    let all = values(.attributes, UInt32.self)
    for index in 0..<Int(record.attributeCount) {
      let at = Int(record.firstAttribute) + index * 2
      if at + 1 < all.count { body(all[at], all[at + 1]) }
    }
  }

  /// The value of one attribute; compares keys as bytes and makes a string of the value alone.
  fileprivate func attribute(_ key: String, of record: EntryRecord) -> String? {
    let all = values(.attributes, UInt32.self)
    var key = key
    return key.withUTF8 { key in
      for index in 0..<Int(record.attributeCount) {
        let at = Int(record.firstAttribute) + index * 2
        guard at + 1 < all.count else { return nil }
        if Lexicon.areEqual(key, stringBytes(all[at])) { return string(all[at + 1]) }
      }
      return nil
    }
  }

  private static func areEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    for index in a.indices where a[index] != b[index] { return false }
    return true
  }

  func attributes(_ record: EntryRecord) -> [(key: String, value: String)] {
    let all = values(.attributes, UInt32.self)
    return (0..<Int(record.attributeCount)).compactMap { index in
      let at = Int(record.firstAttribute) + index * 2
      return at + 1 < all.count ? (string(all[at]), string(all[at + 1])) : nil
    }
  }
}

/// A view of one row of a compiled lexicon or book. Its strings are made when asked for, so keep it off hot paths.
public struct LexiconEntry {
  let lexicon: Lexicon
  public let id: EntryID

  /// The row's parsed part; the neutral record for an id outside the lexicon.
  public var record: EntryRecord { lexicon.tables.record(id) }

  private var inBook: (book: PhraseBook, index: Int)? { lexicon.shelf.place(of: id) }

  public var name: String { inBook.map { $0.book.name($0.index) } ?? lexicon.string(record.name) }
  public var type: EntryType { record.type }
  public var kind: String { inBook.map { $0.book.kind($0.index) } ?? lexicon.string(record.kindString) }
  public var list: String { inBook.map { $0.book.origin($0.index).file } ?? lexicon.listName(record.list) }
  /// The list and line that made it, as `explain` and `mention.lexicon` print it: "places/countries:12".
  public var origin: String { "\(list):\(record.line)" }
  public var attributes: [(key: String, value: String)] {
    inBook.map { $0.book.attributes($0.index) } ?? lexicon.attributes(record)
  }

  /// Calls `body` with the numbers of each attribute's key and value in `Lexicon.string`, for stages that read big
  /// tables and would rather make each string once. Entries of books have none.
  public func forEachAttributeID(_ body: (UInt32, UInt32) -> Void) {
    if inBook == nil { lexicon.forEachAttributeID(record, body) }
  }

  /// The value of an attribute, or nil where the row does not have it. O(attributes).
  public func attribute(_ key: String) -> String? {
    if inBook != nil { return attributes.first { $0.key == key }?.value }
    return lexicon.attribute(key, of: record)
  }

  /// ISO 3166-1 alpha-2 code, or nil.
  public var country: String? {
    let code = record.country
    guard code != 0 else { return nil }
    return String(decoding: [UInt8(code >> 8), UInt8(truncatingIfNeeded: code)], as: UTF8.self)
  }
}
