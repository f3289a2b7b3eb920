/// A compiled book of the user's names, memory-mapped. Immutable and safe to share between threads.
///
/// Every read is checked against the file's bounds, so that a file made by hand can do no more than find nonsense.
public final class PhraseBook: @unchecked Sendable {
  /// A hash of what it was compiled from.
  public var contentHash: UInt64 { image.contentHash }
  /// Rows, and names and aliases of them.
  public let entryCount: Int
  public let phraseCount: Int

  private let image: MappedImage
  private let strings: UnsafeBufferPointer<UInt8>
  private let entries: UnsafeBufferPointer<BookEntry>
  private let kinds: [Kind]
  private let files: [File]

  /// A second column, and what it says of a word.
  struct Kind {
    var type: EntryType
    var name: String
    var features: WordFeatures
  }

  /// A file that the book was compiled from, with its first entry.
  private struct File {
    var first: Int
    var name: String
    var problems: Int
  }

  /// Maps a compiled book. Throws `badImage` where it is of another version, truncated or altered.
  public convenience init(mapping path: String) throws(LexiconError) {
    self.init(try MappedImage(mapping: path, BookImage.format))
  }

  /// Opens a book that is in memory.
  public convenience init(_ bytes: [UInt8], path: String = "(memory)") throws(LexiconError) {
    self.init(try MappedImage(bytes, BookImage.format, path: path))
  }

  private init(_ image: MappedImage) {
    func values<T: BitwiseCopyable>(_ section: BookImage.Section, _ type: T.Type) -> UnsafeBufferPointer<T> {
      image.values(section.rawValue, type)
    }
    self.image = image
    strings = values(.strings, UInt8.self)
    entries = values(.entries, BookEntry.self)
    kinds = PhraseBook.rows(values(.kinds, UInt8.self)).map { PhraseBook.kind($0) }
    files = PhraseBook.rows(values(.files, UInt8.self)).map { row in
      File(
        first: row.first.flatMap { Int($0) } ?? 0, name: row.count > 1 ? row[1] : "",
        problems: row.count > 2 ? Int(row[2]) ?? 0 : 0)
    }
    entryCount = entries.count
    phraseCount = values(.patterns, BookPattern.self).count
  }

  /// Lines of a text section, cut at tabs.
  private static func rows(_ bytes: UnsafeBufferPointer<UInt8>) -> [[String]] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static func kind(_ row: [String]) -> Kind {
    let type = row.first.flatMap { EntryType(label: $0) } ?? .table
    let name = row.count > 1 ? row[1] : ""
    return Kind(type: type, name: name, features: WordFeatures.features(type: type, kind: name))
  }

  // MARK: Rows

  func name(_ index: Int) -> String {
    guard entries.indices.contains(index) else { return "" }
    return text(Int(entries[index].start), Int(entries[index].nameLength))
  }

  /// The bytes of an entry's name.
  func nameBytes(_ entry: BookEntry) -> UnsafeBufferPointer<UInt8> {
    bytes(Int(entry.start), Int(entry.nameLength))
  }

  func kind(_ index: Int) -> String { entries.indices.contains(index) ? kind(entries[index])?.name ?? "" : "" }

  func kind(_ entry: BookEntry) -> Kind? {
    kinds.indices.contains(Int(entry.kind)) ? kinds[Int(entry.kind)] : nil
  }

  func entry(_ index: Int) -> BookEntry? { entries.indices.contains(index) ? entries[index] : nil }

  /// The file and line of a row.
  func origin(_ index: Int) -> (file: String, line: Int) {
    let file = files.last { $0.first <= index }?.name ?? ""
    return (file, entries.indices.contains(index) ? Int(entries[index].line) : 0)
  }

  /// What a row says besides its names: `id`, `kinds` and so on.
  func attributes(_ index: Int) -> [(key: String, value: String)] {
    guard entries.indices.contains(index) else { return [] }
    let entry = entries[index]
    let all = text(Int(entry.start) + Int(entry.nameLength), Int(entry.attributeLength))
    return all.split(separator: "\t").compactMap { part -> (key: String, value: String)? in
      guard let equals = part.firstIndex(of: "=") else { return nil }
      return (String(part[..<equals]), String(part[equals...].dropFirst()))
    }
  }

  /// The row as rules see it.
  func record(_ index: Int, isWeak: Bool) -> EntryRecord? {
    guard let entry = entry(index), let kind = kind(entry) else { return nil }
    var guards = EntryGuards(rawValue: entry.guards).union(.user)
    if isWeak { guards.insert(.word) }
    return EntryRecord(
      name: 0, kindString: 0, line: entry.line, firstAttribute: 0, attributeCount: 0, list: 0, country: entry.country,
      type: kind.type, gender: Gender(rawValue: entry.traits & 3) ?? .unknown, guards: guards,
      forms: EntryForms(rawValue: entry.traits >> 2))
  }

  /// The files it was compiled from, with their numbers of entries and of lines that could not be used.
  public var contents: [(name: String, entries: Int, problems: Int)] {
    files.indices.map { index in
      let end = index + 1 < files.count ? files[index + 1].first : entryCount
      return (files[index].name, end - files[index].first, files[index].problems)
    }
  }

  /// Numbers of entries by `type/kind`, the most frequent first. O(entries).
  public var kindCounts: [(kind: String, entries: Int)] {
    var counts = [Int](repeating: 0, count: kinds.count)
    for entry in entries where counts.indices.contains(Int(entry.kind)) { counts[Int(entry.kind)] += 1 }
    return zip(kinds, counts).map { ("\($0.type.label)\($0.name.isEmpty ? "" : "/\($0.name)")", $1) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  private func text(_ start: Int, _ length: Int) -> String { String(decoding: bytes(start, length), as: UTF8.self) }

  private func bytes(_ start: Int, _ length: Int) -> UnsafeBufferPointer<UInt8> {
    guard start + length <= strings.count else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(rebasing: strings[start..<start + length])
  }

  // MARK: For the matcher

  var buckets: UnsafeBufferPointer<UInt32> { image.values(BookImage.Section.buckets.rawValue, UInt32.self) }
  var patterns: UnsafeBufferPointer<BookPattern> { image.values(BookImage.Section.patterns.rawValue, BookPattern.self) }
  var filter: UnsafeBufferPointer<UInt64> { image.values(BookImage.Section.filter.rawValue, UInt64.self) }
}
