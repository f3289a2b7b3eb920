import Foundation
import SaysoPipeline
import SaysoRecord
import SaysoTestSupport
import SaysoText
import Testing

@Suite struct FurnitureProfileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func profile(_ lines: [(String, Int, Int, String)]) -> FurnitureProfile {
    var profile = FurnitureProfile()
    for line in lines { profile.add(.init(site: line.0, seen: line.1, articles: line.2, text: line.3)) }
    return profile
  }

  private static let written = """
    # sayso.furniture/1
    site\tseen\tarticles\tline
    halden.example\t7\t7\thome
    halden.example\t7\t7\tnews
    halden.example\t3\t7\tilse varga writes about schools
    norvale.example\t6\t6\thome

    """

  @Test func aFileIsSortedAndReadsBack() throws {
    let lines = [
      ("norvale.example", 6, 6, "home"), ("halden.example", 3, 7, "ilse varga writes about schools"),
      ("halden.example", 7, 7, "news"), ("halden.example", 7, 7, "home"),
    ]
    let sink = MemorySink()
    try profile(lines).write(to: sink)
    #expect(String(decoding: sink.bytes, as: UTF8.self) == Self.written)
    let other = MemorySink()
    try profile(lines.reversed()).write(to: other)
    #expect(other.bytes == sink.bytes)
    #expect(try FurnitureProfile(reading: folder.write(sink.bytes, to: "sites.tsv")) == profile(lines))
  }

  @Test func peopleMayEditIt() throws {
    let path = try folder.write(
      "# sayso.furniture/1\r\nhalden.example\t2\t9\tSign up: it's free!\r\n\r\n", to: "sites.tsv")
    let profile = try FurnitureProfile(reading: path)
    let hash = try #require(FoldedLine.hash(of: "sign up its free"))
    #expect(profile.hashes(ofSite: "halden.example") == [hash])
    #expect(profile.hashes(ofSite: "norvale.example").isEmpty)
  }

  @Test(arguments: [
    ("halden.example\t7\thome", ":3: 3 columns; give site, seen, articles, line, with tabs between"),
    ("\t7\t7\thome", ":3: no site in the first column"),
    ("halden.example\tmany\t7\thome", ":3: many of 7 articles: give two whole numbers, the first not the larger"),
    ("halden.example\t8\t7\thome", ":3: 8 of 7 articles: give two whole numbers, the first not the larger"),
    ("halden.example\t7\t7\t***", ":3: no word in the line"),
  ])
  func whatIsWrongIsNamedWithItsLine(row: String, message: String) throws {
    let path = try folder.write("# sayso.furniture/1\nsite\tseen\tarticles\tline\n\(row)\n", to: "bad.tsv")
    let error = #expect(throws: FurnitureProfileError.self) { try FurnitureProfile(reading: path) }
    #expect(try #require(error).description == path + message)
  }

  @Test func otherFilesAreRefused() throws {
    for text in ["", "site\tseen\tarticles\tline\n", "{\"schema\":\"sayso.annotation/1\"}\n"] {
      let path = try folder.write(text, to: "other.tsv")
      #expect(throws: FurnitureProfileError.notAProfile(path: path)) { try FurnitureProfile(reading: path) }
    }
    let bytes = try folder.write(Array("# sayso.furniture/1\nhalden\t3\t3\tcaf".utf8) + [0xE9, 0x0A], to: "latin.tsv")
    #expect(throws: FurnitureProfileError.broken(path: bytes, line: 2, reason: "not UTF-8")) {
      try FurnitureProfile(reading: bytes)
    }
    #expect(throws: FurnitureProfileError.self) { try FurnitureProfile(reading: folder.path + "/none.tsv") }
  }
}
