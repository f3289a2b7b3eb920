import SaysoTestSupport
import SaysoText
import Testing

@testable import SaysoLexicon

struct PlainScripts: ScriptSupport {
  func fold(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
  }
  func wordBoundaries(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] { [bytes.count] }
}

private let header = "# kind: test\n# source: hand-kept\n# licence: CC0-1.0\n# version: 1\n"

/// The book of rows in our format, with what was wrong in them. The first row is line 5.
private func book(_ rows: String, header: String = header) throws -> (bytes: [UInt8], problems: [LexiconError]) {
  let builder = PhraseBookBuilder(support: PlainScripts())
  builder.begin(file: "names.tsv")
  Array((header + rows).utf8).withUnsafeBufferPointer { bytes in
    var list = BookList(builder)
    list.read(bytes)
  }
  return (builder.finish(contentHash: 7), builder.problems)
}

/// A lexicon of no lists with one book.
private func lexicon(_ bytes: [UInt8]) throws -> Lexicon {
  var compiler = LexiconCompiler(support: PlainScripts())
  return try Lexicon(image: compiler.compile([], contentHash: 1)).adding([try PhraseBook(bytes)])
}

/// What the books of a lexicon find in a text, in match order: "Orrin Ferries>Orrin" for an alias.
private func found(_ text: String, in lexicon: Lexicon) -> [String] {
  let tokeniser = Tokeniser(support: PlainScripts())
  let bytes = Array(text.utf8)
  var buffer = TokenBuffer()
  bytes.withUnsafeBufferPointer { tokeniser.tokenise($0, into: &buffer) }
  var (starts, ends) = (Column<Int32>(neutral: 0), Column<Int32>(neutral: 0))
  var (hashes, shapes) = (Column<UInt64>(neutral: 0), Column<TokenShape>(neutral: []))
  var (first, features) = (Column<Int32>(neutral: 0), Column<WordFeatures>(neutral: []))
  var matches = Column<LexiconMatch>(
    neutral: LexiconMatch(first: 0, count: 0, type: .place, isAlias: false, entry: EntryID(0)))
  for row in buffer.rows.buffer {
    starts.append(row.start)
    ends.append(row.end)
    hashes.append(row.hash)
    shapes.append(row.shape)
  }
  first.refill(to: buffer.count + 1)
  features.refill(to: buffer.count)
  lexicon.addBookMatches(
    hashes: hashes, shapes: shapes, starts: starts, ends: ends, text: bytes, into: &matches, first: first,
    features: features)
  defer {
    for column in [starts, ends, first] { column.free() }
    hashes.free()
    shapes.free()
    features.free()
    matches.free()
  }
  return matches.buffer.map { match in
    let span = Int(starts[Int(match.first)])..<Int(ends[match.end - 1])
    let surface = String(decoding: bytes[span], as: UTF8.self)
    let name = lexicon.entry(match.entry).name
    return surface == name ? name : "\(name)>\(surface)"
  }
}

@Suite struct BookTests {
  @Test func findsNamesAndAliases() throws {
    let made = try book("Orrin Ferries\torganization/company\tOrrin Lines|OFL\tid=org:orrin\tcountry=no\tgender=f\n")
    #expect(made.problems.isEmpty)
    let lexicon = try lexicon(made.bytes)
    #expect(
      found("Orrin Ferries, ORRIN FERRIES, orrin ferries; Orrin Lines and OFL but not ofl", in: lexicon)
        == ["Orrin Ferries", "Orrin Ferries>ORRIN FERRIES", "Orrin Ferries>Orrin Lines", "Orrin Ferries>OFL"])
    let entry = lexicon.entry(EntryID(0))
    #expect(entry.name == "Orrin Ferries" && entry.kind == "company" && entry.origin == "names.tsv:5")
    #expect(entry.country == "NO" && entry.attribute("id") == "org:orrin" && entry.attribute("country") == nil)
    #expect(entry.record.gender == .female && entry.record.guards.contains(.user))
  }

  @Test func longestFirst() throws {
    let lexicon = try lexicon(
      try book("Orrin\tplace/city\nOrrin Sound\tplace/sea\nOrrin Sound Bank\torganization\n").bytes)
    #expect(found("At Orrin Sound Bank", in: lexicon) == ["Orrin Sound Bank", "Orrin Sound", "Orrin"])
    #expect(found("At Orrin\n\nSound", in: lexicon) == ["Orrin"])
  }

  /// The stop behind an abbreviation is a token of its own in some texts.
  @Test func abbreviationsInBothSpellings() throws {
    let lexicon = try lexicon(try book("St. Orrin\tplace/city\n").bytes)
    #expect(found("in St. Orrin today", in: lexicon) == ["St. Orrin"])
    let reader = PhraseReader(support: PlainScripts())
    Array("St. Orrin".utf8).withUnsafeBufferPointer { reader.read($0) }
    var counts: [Int] = []
    reader.forEachSpelling { tokens, _ in counts.append(tokens.count) }
    #expect(counts == [3, 2])
  }

  @Test func exactPieces() throws {
    let builder = PhraseBookBuilder(support: PlainScripts())
    builder.begin(file: "patterns.jsonl")
    for (line, pieces) in [[("Orrin", true), ("bank", false)], [("halden", true)]].enumerated() {
      let name = pieces.map(\.0).joined(separator: " ")
      Array(name.utf8).withUnsafeBufferPointer {
        builder.beginEntry(name: $0, type: .organization, kind: "", line: line + 1)
      }
      builder.add(pieces: pieces.map { (Array($0.0.utf8), $0.1) })
      builder.endEntry()
    }
    let lexicon = try lexicon(builder.finish(contentHash: 1))
    #expect(
      found("Orrin Bank, Orrin bank, ORRIN BANK, halden, Halden", in: lexicon)
        == ["Orrin bank>Orrin Bank", "Orrin bank", "halden"])
  }

  @Test func weakAliasesAreGuarded() throws {
    let builder = PhraseBookBuilder(support: PlainScripts())
    builder.begin(file: "entities.json")
    Array("Marten Okoye".utf8).withUnsafeBufferPointer {
      builder.beginEntry(name: $0, type: .person, kind: "", line: 1)
      builder.add($0, as: .name)
    }
    Array("Doctor".utf8).withUnsafeBufferPointer { builder.add($0, as: .weakAlias) }
    builder.endEntry()
    let lexicon = try lexicon(builder.finish(contentHash: 1))
    #expect(found("the Doctor", in: lexicon) == ["Marten Okoye>Doctor"])
    #expect(lexicon.tables.record(EntryID(1)).guards.contains(.word))
    #expect(!lexicon.tables.record(EntryID(0)).guards.contains(.word))
    #expect(lexicon.tables.row(EntryID(1)) == EntryID(0))
  }

  @Test(arguments: [
    ("x\n", "1 column"), ("Orrin\tpeple/x\n", "the type `peple`"), ("New\tYork\tplace\n", "the type `York`"),
    (" \tplace/city\n", "an empty name"), ("Orrin\tplace\t\tbroken\n", "`broken`"), ("X\tplace/city\n", "one letter"),
    ("The Who\torganization\n", "stop words only"), ("...\tplace\n", "no letter and no digit"),
    ("a b c d e f g h i j k l m n o p\tplace\n", "16 tokens"), ("said\tword/VBD\n", "the type `word`"),
    (String(repeating: "x", count: 10_000_000) + "\tplace\n", "a line of 10000006 bytes"),
  ])
  func tellsWhatIsWrong(_ row: String, _ what: String) throws {
    let made = try book(row)
    #expect(made.problems.count == 1)
    let text = made.problems.first.map { "\($0)" } ?? ""
    #expect(text.hasPrefix("names.tsv:5: found ") && text.contains(what) && text.contains(", expected "), "\(text)")
    #expect(try PhraseBook(made.bytes).entryCount == 0)
  }

  @Test func badLinesDoNotHideOthers() throws {
    let builder = PhraseBookBuilder(support: PlainScripts())
    builder.begin(file: "names.tsv")
    let bytes =
      Array("Orrin\tplace\r\n".utf8) + [0xFF, 0xFE, 0x0A]
      + Array("WHO\torganization\nThe Who\tgroup\t\tguard=word".utf8)
    bytes.withUnsafeBufferPointer { bytes in
      var list = BookList(builder)
      list.read(bytes)
    }
    let problems = builder.problems.map { "\($0)" }
    #expect(problems.count == 2 && problems.contains { $0.hasPrefix("names.tsv:2: found bytes that are not UTF-8") })
    #expect(problems.contains { $0.hasPrefix("names.tsv:1: found no header line `# kind: …`, `# source: …`") })
    let lexicon = try lexicon(builder.finish(contentHash: 1))
    #expect(found("Orrin, The Who, WHO", in: lexicon) == ["Orrin", "The Who", "WHO"])
  }

  @Test func sameRowsSameBytes() throws {
    let rows = "Orrin\tplace\tOld Orrin\nHalden\tplace\nOrrin\torganization\n"
    #expect(try book(rows).bytes == book(rows).bytes)
  }

  /// What a book finds is what comparing every stretch of tokens with every name finds.
  @Test(arguments: Seed.some(30)) func findsWhatComparingFinds(seed: Seed) throws {
    var random = seed.generator
    let words = ["Orrin", "Halden", "Quist", "Lake", "Bank", "orrin", "lake", "GROUP"]
    func phrase(_ most: Int) -> [String] {
      (0..<Int.random(in: 1...most, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
    }
    let names = Set((0..<40).map { _ in phrase(4) })
    let rows = names.sorted { $0.lexicographicallyPrecedes($1) }.map { "\($0.joined(separator: " "))\tplace\n" }
      .joined()
    let lexicon = try lexicon(try book(rows).bytes)
    let text = phrase(60)
    func fits(_ name: [String], _ tokens: ArraySlice<String>) -> Bool {
      name.count == tokens.count
        && zip(name, tokens).allSatisfy { name, token in
          let isUpper = token.first?.isUppercase ?? false
          guard name.lowercased() == token.lowercased() else { return false }
          return name == "GROUP" ? token == "GROUP" : name.first?.isUppercase == true ? isUpper : true
        }
    }
    var expected: [String] = []
    for start in text.indices {
      for length in (1...4).reversed() where start + length <= text.count {
        for name in names where fits(name, text[start..<start + length]) {
          let surface = text[start..<start + length].joined(separator: " ")
          let name = name.joined(separator: " ")
          expected.append(surface == name ? name : "\(name)>\(surface)")
        }
      }
    }
    #expect(found(text.joined(separator: " "), in: lexicon).sorted() == expected.sorted())
  }
}
