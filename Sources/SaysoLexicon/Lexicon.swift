import SaysoText

#if canImport(Glibc)
  import Glibc
#endif

/// A compiled lexicon, memory-mapped or in memory. Immutable and safe to share between threads.
public final class Lexicon: @unchecked Sendable {
  /// Pointers for hot loops. Keep the lexicon alive while using them.
  public let tables: LexiconTables
  /// Sixteen hexadecimal digits that name the lists this was compiled from.
  public let contentHash: String

  private let base: UnsafeRawPointer
  private let size: Int
  private let isMapped: Bool
  private let sections: [Range<Int>]

  /// Opens an image that is in memory (it is copied once).
  public convenience init(image: [UInt8], path: String = "(memory)") throws(LexiconError) {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(16, image.count), alignment: 16)
    image.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count) }
    try self.init(base: UnsafeRawPointer(copy), size: image.count, isMapped: false, path: path)
  }

  /// Maps a compiled file. Throws `badImage` where it is of another version, truncated or altered.
  public convenience init(mapping path: String) throws(LexiconError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .io(path: path, reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .io(path: path, reason: String(cString: strerror(errno))) }
    let size = Int(status.st_size)
    guard size >= LexiconImage.headerSize else { throw .badImage(path: path, reason: "truncated") }
    guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else {
      throw .io(path: path, reason: String(cString: strerror(errno)))
    }
    try self.init(base: UnsafeRawPointer(memory), size: size, isMapped: true, path: path)
  }

  private init(base: UnsafeRawPointer, size: Int, isMapped: Bool, path: String) throws(LexiconError) {
    self.base = base
    self.size = size
    self.isMapped = isMapped
    let image = UnsafeRawBufferPointer(start: base, count: size)
    let checked = Lexicon.check(image)
    if case .failure(let reason) = checked {
      Lexicon.release(base, size, isMapped)
      throw .badImage(path: path, reason: reason.reason)
    }
    sections = Lexicon.directory(image)
    contentHash = Lexicon.hex(image.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
    tables = Lexicon.tables(base, sections)
  }

  deinit { Lexicon.release(base, size, isMapped) }

  private static func release(_ base: UnsafeRawPointer, _ size: Int, _ isMapped: Bool) {
    if isMapped { munmap(UnsafeMutableRawPointer(mutating: base), size) } else { base.deallocate() }
  }

  static func hex(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  // MARK: Reading the image

  private struct Reason: Error { let reason: String }

  private static func check(_ image: UnsafeRawBufferPointer) -> Result<Void, Reason> {
    guard image.count >= LexiconImage.headerSize else { return .failure(Reason(reason: "truncated")) }
    guard image.loadUnaligned(as: UInt64.self) == LexiconImage.magic else {
      return .failure(Reason(reason: "not a compiled lexicon"))
    }
    let version = image.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
    guard version == LexiconImage.version else {
      return .failure(Reason(reason: "format \(version), this program reads \(LexiconImage.version)"))
    }
    let sum = LexiconImage.checksum(UnsafeRawBufferPointer(rebasing: image[24...]))
    guard image.loadUnaligned(fromByteOffset: 16, as: UInt64.self) == sum else {
      return .failure(Reason(reason: "checksum does not match"))
    }
    return .success(())
  }

  private static func directory(_ image: UnsafeRawBufferPointer) -> [Range<Int>] {
    LexiconImage.Section.allCases.map { section in
      let at = LexiconImage.fixedHeader + section.rawValue * 16
      let offset = Int(image.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      return offset..<offset + Int(image.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self))
    }
  }

  private static func tables(_ base: UnsafeRawPointer, _ sections: [Range<Int>]) -> LexiconTables {
    func at<T>(_ section: LexiconImage.Section, _: T.Type) -> UnsafePointer<T> {
      (base + sections[section.rawValue].lowerBound).assumingMemoryBound(to: T.self)
    }
    func count<T>(_ section: LexiconImage.Section, _: T.Type) -> Int {
      sections[section.rawValue].count / MemoryLayout<T>.stride
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

  private func values<T>(_ section: LexiconImage.Section, _: T.Type) -> UnsafeBufferPointer<T> {
    let range = sections[section.rawValue]
    return UnsafeBufferPointer(
      start: (base + range.lowerBound).assumingMemoryBound(to: T.self), count: range.count / MemoryLayout<T>.stride)
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
  func attribute(_ key: String, of record: EntryRecord) -> String? {
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

/// A view of one row of a compiled lexicon. Its strings are made when asked for, so keep it off hot paths.
public struct LexiconEntry {
  let lexicon: Lexicon
  public let id: EntryID

  /// The row's parsed part; the neutral record for an id outside the lexicon.
  public var record: EntryRecord {
    let entries = lexicon.tables.entries
    return entries[min(Int(id.raw), max(0, lexicon.tables.entryCount - 1))]
  }

  public var name: String { lexicon.string(record.name) }
  public var type: EntryType { record.type }
  public var kind: String { lexicon.string(record.kindString) }
  public var list: String { lexicon.listName(record.list) }
  /// The list and line that made it, as `explain` and `mention.lexicon` print it: "places/countries:12".
  public var origin: String { "\(list):\(record.line)" }
  public var attributes: [(key: String, value: String)] { lexicon.attributes(record) }

  /// Calls `body` with the numbers of each attribute's key and value in `Lexicon.string`, for stages that read big
  /// tables and would rather make each string once.
  public func forEachAttributeID(_ body: (UInt32, UInt32) -> Void) { lexicon.forEachAttributeID(record, body) }

  /// The value of an attribute, or nil where the row does not have it. O(attributes).
  public func attribute(_ key: String) -> String? { lexicon.attribute(key, of: record) }

  /// ISO 3166-1 alpha-2 code, or nil.
  public var country: String? {
    let code = record.country
    guard code != 0 else { return nil }
    return String(decoding: [UInt8(code >> 8), UInt8(truncatingIfNeeded: code)], as: UTF8.self)
  }
}
