import Glibc
public import SaysoText

/// Opens the user's lexicon files: compiled books as they are, others compiled, from the cache where it is fresh.
///
///     var store = BookStore(support: support, readJSON: readJSON)
///     let book = try store.open("names.tsv")
///     for problem in store.problems { print(problem) }     // names.tsv:12: found the type `peple`, expected one of …
public struct BookStore {
  /// Adds the entries of a file of JSON lines to a builder; given by who can read JSON.
  public typealias JSONReader = (UnsafeBufferPointer<UInt8>, PhraseBookBuilder) -> Void

  /// Problems of single rows in the files that were compiled; the rest of the rows is used all the same.
  public private(set) var problems: [LexiconError] = []
  /// Entities of kinds that have no names for a text (FollowTheMoney's addresses, payments) in those files.
  public internal(set) var leftOut = 0
  /// Called before a large file is compiled, which takes a moment.
  public var willCompile: (String) -> Void = { _ in }

  let support: any ScriptSupport
  private let readJSON: JSONReader

  public init(support: any ScriptSupport, readJSON: @escaping JSONReader) {
    self.support = support
    self.readJSON = readJSON
  }

  /// The book of a file.
  public mutating func open(_ path: String) throws(LexiconError) -> PhraseBook {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .io(path: path, reason: String(cString: strerror(errno))) }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw .io(path: path, reason: "is a folder; --lexicons takes a folder of lists, --lexicon a file")
    }
    let isFile = status.st_mode & S_IFMT == S_IFREG
    if isFile, try BookStore.isCompiled(path) {
      do throws(LexiconError) { return try PhraseBook(mapping: path) } catch { throw error.withoutSource }
    }
    let cache = isFile ? LexiconCache.path("book", source: path, stamp: BookStore.stamp(status)) : nil
    if let cache, FileSystem.isFile(cache), let book = try? PhraseBook(mapping: cache) { return book }
    if status.st_size > 1 << 22 { willCompile(path) }
    let bytes = try compile([path])
    if let cache, LexiconCache.write(bytes, to: cache), let book = try? PhraseBook(mapping: cache) { return book }
    return try PhraseBook(bytes, path: path)
  }

  /// Compiles files into one book and writes it, never half-written. Returns the book and its size in bytes.
  public mutating func build(_ paths: [String], to output: String) throws(LexiconError) -> (PhraseBook, Int) {
    let bytes = try compile(paths)
    try FileSystem.writeAtomically(bytes, to: output)
    return (try PhraseBook(mapping: output), bytes.count)
  }

  /// Compiles files into one book.
  public mutating func compile(_ paths: [String]) throws(LexiconError) -> [UInt8] {
    let builder = PhraseBookBuilder(support: support)
    var hash = UInt64(BookImage.format.version)
    for path in paths {
      hash = FoldedHash.mix(hash ^ (try read(path, into: builder)))
    }
    let image = builder.finish(contentHash: hash)
    problems.append(contentsOf: builder.problems)
    leftOut += builder.leftOut
    return image
  }

  /// Adds a file's entries to a builder; returns a hash of its bytes.
  @discardableResult
  func read(_ path: String, into builder: PhraseBookBuilder) throws(LexiconError) -> UInt64 {
    let bytes = try FileSystem.read(path)
    builder.begin(file: path)
    bytes.withUnsafeBufferPointer { add($0, to: builder) }
    return bytes.withUnsafeBufferPointer { FoldedHash.hash($0) }
  }

  private func add(_ bytes: UnsafeBufferPointer<UInt8>, to builder: PhraseBookBuilder) {
    let isJSON = bytes.first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "{")
    if isJSON { return readJSON(bytes, builder) }
    var list = BookList(builder)
    list.read(bytes)
  }

  /// Whether a file begins as a compiled book does, or as a compiled lexicon.
  private static func isCompiled(_ path: String) throws(LexiconError) -> Bool {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .io(path: path, reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var magic: UInt64 = 0
    guard Glibc.read(descriptor, &magic, 8) == 8 else { return false }
    if magic == LexiconImage.format.magic {
      throw .io(path: path, reason: "is a compiled folder of lists; --lexicon takes names: a list or a compiled book")
    }
    return magic == BookImage.format.magic
  }

  /// What tells the states of a file apart.
  private static func stamp(_ file: stat) -> UInt64 {
    var stamp = UInt64(BookImage.format.version) << 32 | UInt64(LexiconImage.version)
    for value in [Int(file.st_size), FileSystem.modified(file), Int(file.st_ino), Int(truncatingIfNeeded: file.st_dev)]
    {
      stamp = FoldedHash.mix(stamp ^ UInt64(truncatingIfNeeded: value))
    }
    return stamp
  }
}
