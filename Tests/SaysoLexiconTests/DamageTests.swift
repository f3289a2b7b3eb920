import Foundation
import SaysoTestSupport
import Testing

@testable import SaysoLexicon

/// A compiled file that is not as it was written is never used.
@Suite struct DamageTests {
  private static let book: [UInt8] = {
    let builder = PhraseBookBuilder(support: PlainScripts())
    builder.begin(file: "names.tsv")
    let rows = "Orrin Ferries\torganization/company\tOFL\tid=org:orrin\nHalden\tplace/city\n"
    Array(rows.utf8).withUnsafeBufferPointer { bytes in
      var list = BookList(builder)
      list.read(bytes)
    }
    return builder.finish(contentHash: 7)
  }()

  private static let lists: [UInt8] = {
    var compiler = LexiconCompiler(support: PlainScripts())
    let rows = Array("Orrin\tplace/city\tOld Orrin\tcountry=NO\nsaid\tword/VBD=90,VBN=10\t\tlemma=say\n".utf8)
    return compiler.compile([LexiconList.parse(rows, name: "a", file: "a.tsv").list], contentHash: 7)
  }()

  /// Every byte of the header and directory, and the first, middle and last byte of each section and of the padding.
  private static func places(_ image: [UInt8], _ format: ImageFormat) -> [Int] {
    let sections = (0..<format.sections).flatMap { section in
      let at = ImageFormat.fixedHeader + section * 16
      let (start, length) = image.withUnsafeBytes {
        (
          Int($0.loadUnaligned(fromByteOffset: at, as: UInt64.self)),
          Int($0.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self))
        )
      }
      return length > 0 ? [start, start + length / 2, start + length - 1] : []
    }
    return Array(0..<format.headerSize) + sections + [image.count - 16, image.count - 1]
  }

  @Test func everyKindOfByteCounts() throws {
    for place in Self.places(Self.book, BookImage.format) {
      for bit in [0, 3, 7] {
        var image = Self.book
        image[place] ^= 1 << bit
        #expect(throws: LexiconError.self, "byte \(place)") { try PhraseBook(image) }
      }
    }
    for place in Self.places(Self.lists, LexiconImage.format) {
      var image = Self.lists
      image[place] ^= 0x10
      #expect(throws: LexiconError.self, "byte \(place)") { try Lexicon(image: image) }
    }
  }

  @Test func shorterAndLongerFilesAreRefused() throws {
    for length in [0, 7, 8, 31, BookImage.format.headerSize, Self.book.count / 2, Self.book.count - 1] {
      #expect(throws: LexiconError.self, "\(length) bytes") { try PhraseBook(Array(Self.book.prefix(length))) }
    }
    #expect(throws: LexiconError.self) { try PhraseBook(Self.book + [0]) }
    #expect(try PhraseBook(Self.book).entryCount == 2)
  }

  @Test func otherFilesAreRefused() throws {
    #expect(throws: LexiconError.badImage(path: "(memory)", reason: "not a compiled lexicon")) {
      try PhraseBook(Self.lists)
    }
    var later = Self.book
    later[8] += 1
    #expect(throws: LexiconError.badImage(path: "(memory)", reason: "format 2, this program reads 1")) {
      try PhraseBook(later)
    }
  }

  /// A file that was verified is verified again once it has been written to, even with its old time.
  @Test func aWriteIsNoticed() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.book, to: "names.bin")
    let long = Date(timeIntervalSinceNow: -5000)
    for _ in 0..<3 {
      usleep(250_000)
      #expect(try PhraseBook(mapping: path).entryCount == 2)
    }
    var damaged = Self.book
    damaged[damaged.count / 2] ^= 1
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.write(contentsOf: damaged)
    try handle.close()
    try FileManager.default.setAttributes([.modificationDate: long], ofItemAtPath: path)
    #expect(throws: LexiconError.self) { try PhraseBook(mapping: path) }
  }

  @Test func oldFilesGo() throws {
    let folder = try TemporaryFolder()
    let day = 86_400_000_000_000
    let now = FileSystem.now()
    let (a, b, c) = ("0123456789abcdef", "fedcba9876543210", "0000000000000001")
    let ages = [
      "lexicon-\(a)-\(b).bin": 0, "lexicon-\(a)-\(c).bin": day / 4, "lexicon-\(a)-\(a).bin": 60_000_000_000,
      "lexicon-\(b)-\(c).bin": 2 * day, "book-\(b)-\(c).bin": 40 * day, "lexicon-\(a).bin": 2 * day,
      "lexicon-\(b).bin": day / 2, "x.123.tmp": day, "y.123.tmp": 0, "notes.bin": 90 * day, "verified/\(a)": 40 * day,
      "verified/\(b)": day,
    ]
    for (name, age) in ages {
      let path = try folder.write("x", to: name)
      let date = Date(timeIntervalSince1970: Double(now - age) / 1e9)
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
    }
    LexiconCache.prune(keeping: folder.path + "/lexicon-\(a)-\(b).bin", now: now)
    let gone = ages.keys.filter { !folder.exists($0) }.sorted()
    #expect(
      gone
        == [
          "book-\(b)-\(c).bin", "lexicon-\(a)-\(c).bin", "lexicon-\(a).bin", "verified/\(a)", "x.123.tmp",
        ].sorted())
  }
}
