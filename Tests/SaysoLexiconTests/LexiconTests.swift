import SaysoText
import Testing

@testable import SaysoLexicon

private struct PlainSupport: ScriptSupport {
  func fold(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
  }
  func wordBoundaries(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] { [bytes.count] }
}

private func lexicon(_ text: String, list: String = "test/list") throws -> Lexicon {
  let head = "# kind: test\n# source: hand-kept\n# licence: CC0-1.0\n# version: 1\n"
  let parsed = LexiconList.parse(Array((head + text).utf8), name: list, file: "list.tsv")
  #expect(parsed.errors.isEmpty)
  var compiler = LexiconCompiler(support: PlainSupport())
  return try Lexicon(image: compiler.compile([parsed.list], contentHash: 7))
}

/// Names of the entries found in `text`, in match order.
private func found(_ text: String, in lexicon: Lexicon) -> [String] {
  let tokeniser = Tokeniser(support: PlainSupport())
  var buffer = TokenBuffer()
  Array(text.utf8).withUnsafeBufferPointer { tokeniser.tokenise($0, into: &buffer) }
  var words = Column<WordID>(neutral: .none)
  var nodes = Column<UInt32>(neutral: 0)
  var matches = Column<LexiconMatch>(
    neutral: LexiconMatch(first: 0, count: 0, type: .place, isAlias: false, entry: EntryID(0)))
  var first = Column<Int32>(neutral: 0)
  var shapes = Column<TokenShape>(neutral: [])
  defer {
    shapes.free()
    words.free()
    nodes.free()
    matches.free()
    first.free()
  }
  for index in 0..<buffer.count {
    words.append(lexicon.tables.word(buffer.foldedBytes(index), hash: buffer.rows[index].hash))
    shapes.append(buffer.rows[index].shape)
    nodes.append(lexicon.tables.info(words[index]).node)
  }
  lexicon.tables.matches(words: words, nodes: nodes, shapes: shapes, into: &matches, first: &first)
  return matches.buffer.map { lexicon.entry($0.entry).name }
}

@Suite struct LexiconTests {
  @Test func knownWordsHaveTheirIds() throws {
    let lexicon = try lexicon("")
    for (index, spelling) in WordID.knownSpellings.enumerated() {
      #expect(lexicon.word(spelling) == WordID(Int32(index)))
    }
    #expect(lexicon.spelling(.said) == "said")
    #expect(lexicon.spelling(.spokeswoman) == "spokeswoman")
    #expect(lexicon.spelling(.bullet) == "•")
  }

  @Test func matchesByCase() throws {
    let lexicon = try lexicon(
      "Turkey\tplace/country\t\tcountry=TR\nUS\tplace/country\tUnited States\nprime minister\ttitle/government\n")
    #expect(found("Turkey and TURKEY, not turkey", in: lexicon) == ["Turkey", "Turkey"])
    #expect(found("US U.S. us Us", in: lexicon) == ["US", "US"])
    #expect(found("the Prime Minister of the United States", in: lexicon) == ["prime minister", "US"])
    #expect(lexicon.entry(EntryID(0)).country == "TR")
    #expect(lexicon.entry(EntryID(1)).origin == "test/list:6")
  }

  @Test func longestFirstAndOverlaps() throws {
    let lexicon = try lexicon("New York\tplace/state\nNew York Times\torganization/newspaper\nYork\tplace/city\n")
    #expect(found("The New York Times", in: lexicon) == ["New York Times", "New York", "York"])
    #expect(found("New\n\nYork", in: lexicon) == ["York"])
  }

  @Test func wordClasses() throws {
    let lexicon = try lexicon("said\tword/VBD=90,VBN=10\t\tlemma=say\n")
    let info = lexicon.tables.info(lexicon.word("said"))
    #expect(lexicon.tables.tags(info.tagClass).map(\.tag) == [WordTag.vbd.rawValue, WordTag.vbn.rawValue])
    #expect(lexicon.tables.tags(info.tagClass).map(\.cost) == [1, 26])
    #expect(lexicon.spelling(info.lemma) == "say")
  }

  @Test func rejectsDamagedImages() throws {
    var compiler = LexiconCompiler(support: PlainSupport())
    let image = compiler.compile([], contentHash: 1)
    var flipped = image
    flipped[image.count - 3] ^= 0x10
    #expect(throws: LexiconError.badImage(path: "(memory)", reason: "checksum does not match")) {
      try Lexicon(image: flipped)
    }
    #expect(throws: LexiconError.badImage(path: "(memory)", reason: "truncated")) {
      try Lexicon(image: Array(image.prefix(40)))
    }
  }

  @Test(arguments: [
    ("x\n", 5, "1 column"), ("x\tnonsense/y\n", 5, "the type `nonsense`"), (" \tplace/city\n", 5, "an empty name"),
    ("x\tplace/city\t\tbroken\n", 5, "`broken`"),
  ])
  func reportsMalformedRows(_ row: String, _ line: Int, _ found: String) {
    let head = "# kind: a\n# source: b\n# licence: c\n# version: d\n"
    let errors = LexiconList.parse(Array((head + row).utf8), name: "l", file: "l.tsv").errors
    guard case .malformed(_, let at, let what, _) = errors.first else {
      Issue.record("no error for \(row)")
      return
    }
    #expect(errors.count == 1 && at == line && what == found)
  }
}
