import Glibc
public import SaysoText

/// Finds the lexicon lists, compiles them when they have changed, and opens the compiled file.
///
/// Nothing comes from environment variables that a bare environment lacks: the lists are looked for beside the
/// program (`../share/sayso/`), then in the checkout that the program was built in. The compiled file is beside the
/// lists where `make install` put it, else in the user's cache folder under a name made from the lists' sizes and
/// times; where neither can be written, the lists are compiled into memory.
public struct LexiconStore {
  private let support: any ScriptSupport
  /// Problems of single rows, for the caller to show: the rest of the lists is used all the same.
  public private(set) var problems: [LexiconError] = []

  public init(support: any ScriptSupport) {
    self.support = support
  }

  /// The installed compiled lexicon, else the checkout's, compiled as needed.
  public mutating func openDefault() throws(LexiconError) -> Lexicon {
    let program = FileSystem.executable() ?? "/"
    let installed = FileSystem.parent(FileSystem.parent(program)) + "/share/sayso/lexicon.bin"
    if FileSystem.isFile(installed) { return try Lexicon(mapping: installed) }
    var folder = FileSystem.parent(program)
    while folder != "/" && folder != "." {
      if FileSystem.isDirectory(folder + "/Lexicons/en") { return try open(lists: folder + "/Lexicons") }
      folder = FileSystem.parent(folder)
    }
    throw .io(path: installed, reason: "no lexicon found; run `make install`, or build in a checkout of sayso")
  }

  /// The compiled form of the lists below `root` (which holds `en/…`), from the cache where it is fresh.
  public mutating func open(lists root: String) throws(LexiconError) -> Lexicon {
    let stamps = FileSystem.files(below: root, ending: ".tsv")
    guard !stamps.isEmpty else { throw .io(path: root, reason: "no lexicon lists (*.tsv) in this folder") }
    var stamp: UInt64 = UInt64(LexiconImage.version)
    for file in stamps {
      stamp = FoldedHash.mix(stamp ^ FoldedHash.hash(file.path))
      stamp = FoldedHash.mix(stamp ^ UInt64(truncatingIfNeeded: file.size))
      stamp = FoldedHash.mix(stamp ^ UInt64(truncatingIfNeeded: file.modified))
    }
    let cache = LexiconCache.path("lexicon", source: root, stamp: stamp)
    if let cache, FileSystem.isFile(cache), let lexicon = try? Lexicon(mapping: cache) { return lexicon }
    let image = try compile(stamps, root: root)
    // Somebody may prune what was just written: then the image in memory serves.
    if let cache, LexiconCache.write(image, to: cache), let lexicon = try? Lexicon(mapping: cache) { return lexicon }
    return try Lexicon(image: image)
  }

  /// Compiles the lists below `root` and returns the image's bytes, for `sayso lexicon build`.
  public mutating func image(ofLists root: String) throws(LexiconError) -> [UInt8] {
    let stamps = FileSystem.files(below: root, ending: ".tsv")
    guard !stamps.isEmpty else { throw .io(path: root, reason: "no lexicon lists (*.tsv) in this folder") }
    return try compile(stamps, root: root)
  }

  /// Compiles the lists below `root` into a file, never half-written, and returns its size in bytes.
  public mutating func write(lists root: String, to path: String) throws(LexiconError) -> Int {
    let bytes = try image(ofLists: root)
    try FileSystem.writeAtomically(bytes, to: path)
    return bytes.count
  }

  private mutating func compile(_ stamps: [FileSystem.Stamp], root: String) throws(LexiconError) -> [UInt8] {
    var lists: [LexiconList] = []
    var hash: UInt64 = UInt64(LexiconImage.version)
    for stamp in stamps {
      let bytes = try FileSystem.read(stamp.path)
      let name = LexiconStore.listName(stamp.path, root: root)
      hash = FoldedHash.mix(hash ^ FoldedHash.hash(name))
      hash = FoldedHash.mix(hash ^ bytes.withUnsafeBufferPointer { FoldedHash.hash($0) })
      let parsed = LexiconList.parse(bytes, name: name, file: stamp.path)
      problems.append(contentsOf: parsed.errors)
      lists.append(parsed.list)
    }
    var compiler = LexiconCompiler(support: support)
    let image = compiler.compile(lists, contentHash: hash)
    problems.append(contentsOf: compiler.problems)
    return image
  }

  /// "…/Lexicons/en/places/countries.tsv" is the list "places/countries"; other languages keep their tag in front.
  private static func listName(_ path: String, root: String) -> String {
    var name = Substring(path)
    if name.hasPrefix(root) { name = name.dropFirst(root.count).drop { $0 == "/" } }
    if name.hasPrefix("en/") { name = name.dropFirst(3) }
    return String(name.hasSuffix(".tsv") ? name.dropLast(4) : name)
  }
}
