import Foundation
import SaysoTestSupport
import Testing

/// The user's own lexicons, as people use them.
@Suite struct UserLexiconTests {
  let folder: TemporaryFolder
  let header = "# kind: test\n# source: hand-kept\n# licence: CC0-1.0\n# version: 1\n"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "The Brackwater Trust said on Monday that Zelia Morn would lead BWT.\n", to: "a.txt")
    try folder.write(
      header + "Brackwater Trust\torganization/charity\tBWT\tid=org:bwt\tcountry=MT\n", to: "names.tsv")
  }

  /// One cache for all tests and runs, so that our own lists are compiled once.
  private static let cache = RecordValidator.root + "/.build/test-cache"

  private func sayso(_ arguments: String...) throws -> Program.Result {
    try Program.run(arguments, environment: ["XDG_CACHE_HOME": Self.cache], in: folder.path)
  }

  /// Entities by key, with their mentions' texts.
  private func entities(_ lexicon: String) throws -> [String: [String]] {
    let result = try sayso("annotate", "-q", "a.txt", "--lexicon", lexicon)
    #expect(result.status == 0, "\(result.errors)")
    let record = try #require(try result.records().first)
    let mentions = try #require(record["mentions"] as? [[String: Any]])
    var texts: [String: [String]] = [:]
    for entity in try #require(record["entities"] as? [[String: Any]]) {
      let ids = entity["mentions"] as? [String] ?? []
      let own = mentions.filter { ids.contains($0["id"] as? String ?? "") }
      texts[entity["key"] as? String ?? ""] = own.compactMap { $0["text"] as? String }
    }
    return texts
  }

  @Test func namesOfEveryFormat() throws {
    try folder.write(
      """
      {"label":"ORG","pattern":"Brackwater Trust","id":"org:bwt"}
      {"label":"ORG","pattern":[{"ORTH":"BWT"}],"id":"org:short"}

      """, to: "patterns.jsonl")
    try folder.write(
      """
      {"id":"org:bwt","schema":"PublicBody","properties":{"name":["Brackwater Trust"],"alias":["BWT"],"country":["mt"]}}
      {"id":"x1","schema":"Address","properties":{"full":["1 Quay"]}}

      """, to: "entities.json")
    #expect(try entities("names.tsv")["org:bwt"] == ["Brackwater Trust", "BWT"])
    #expect(try entities("entities.json")["org:bwt"] == ["Brackwater Trust", "BWT"])
    let patterns = try entities("patterns.jsonl")
    #expect(patterns["org:bwt"] == ["Brackwater Trust"] && patterns["org:short"] == ["BWT"])
    let result = try sayso("annotate", "-q", "a.txt", "--lexicon", "names.tsv", "--lexicon", "patterns.jsonl")
    #expect(result.text.contains("\"lexicon\":\"names.tsv:5\"") && result.text.contains("\"country\":\"MT\""))
  }

  @Test func damagedCacheIsRebuilt() throws {
    try folder.write(header + "Zelia\tname/given\n", to: "lists/en/a.tsv")
    func annotated() throws -> String {
      let arguments = ["annotate", "-q", "a.txt", "--lexicons", "lists", "--lexicon", "names.tsv"]
      let result = try Program.run(arguments, environment: ["XDG_CACHE_HOME": folder.path], in: folder.path)
      #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
      return result.text
    }
    let good = try annotated()
    let cached = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/sayso").filter {
      $0.hasSuffix(".bin")
    }
    #expect(cached.count == 2)
    for name in cached {
      let bytes = try folder.read("sayso/\(name)")
      for damage in [Array(bytes.prefix(bytes.count / 2)), bytes.map { $0 == 0 ? 1 : $0 }, []] {
        try folder.write(damage, to: "sayso/\(name)")
        #expect(try annotated() == good, "\(name)")
        let again = try folder.read("sayso/\(name)")
        #expect(again.count == bytes.count && again != damage, "\(name) was not rebuilt")
      }
    }
  }

  @Test func editedListsAreCompiledAnew() throws {
    #expect(try entities("names.tsv")["org:bwt"] != nil)
    try folder.write(header + "Zelia Morn\tperson\t\tid=person:zm\n", to: "names.tsv")
    let after = try entities("names.tsv")
    #expect(after["org:bwt"] == nil && after["person:zm"] == ["Zelia Morn"])
  }

  @Test func buildsStatsAndFinds() throws {
    let built = try sayso("lexicon", "build", "names.tsv", "-o", "names.bin")
    #expect(built.status == 0 && built.errors.contains("1 entries, 2 names"))
    #expect(try sayso("lexicon", "build", "names.tsv", "-o", "names.bin").status == 73)
    #expect(try entities("names.bin")["org:bwt"] == ["Brackwater Trust", "BWT"])
    #expect(try sayso("lexicon", "stats", "names.bin").lines.contains("1\t  organization/charity"))
    let found = try sayso("lexicon", "find", "the BWT", "--lexicon", "names.bin")
    #expect(found.lines == ["BWT\tBrackwater Trust\torganization/charity\tnames.tsv:5\tcountry=MT\tid=org:bwt"])
    #expect(try sayso("lexicon", "find", "zzqx").status == 1)
    var bytes = try folder.read("names.bin")
    bytes[bytes.count - 40] ^= 1
    try folder.write(bytes, to: "names.bin")
    let damaged = try sayso("annotate", "-q", "a.txt", "--lexicon", "names.bin")
    #expect(damaged.status == 74 && damaged.errors.contains("make it again with `sayso lexicon build`"))
  }

  @Test func checkListsEverything() throws {
    try folder.write(
      """
      # kind: test
      Brackwater Trust\torganization\t\tid=a
      Brackwater Trust\tplace\t\tid=b
      Halden Quay\tplace\t\tid=a
      Harbour\torganization
      Ferry\torganization\t\tprior=high
      Q\tperson
      the of\tplace
      broken
      Rugi\tpeple

      """, to: "bad.tsv")
    let result = try sayso("lexicon", "check", "bad.tsv")
    #expect(result.status == 1)
    let expected = [
      "bad.tsv:7: found `Q` (one letter)", "bad.tsv:8: found `the of` (stop words only)", "bad.tsv:9: found 1 column",
      "bad.tsv:10: found the type `peple`", "bad.tsv:1: found no header line `# source: …`",
      "bad.tsv:4: warning: found the key `a` again, expected it once; bad.tsv:2 has it",
      "bad.tsv:3: warning: found `Brackwater Trust` (or an alias) as place",
      "bad.tsv:5: warning: found the everyday word `harbour` by itself",
    ]
    for text in expected { #expect(result.lines.contains { $0.hasPrefix(text) }, "\(text) is not in\n\(result.text)") }
    #expect(result.lines.count == expected.count && result.errors.contains("5 errors, 3 warnings"))
    #expect(try sayso("lexicon", "check", "names.tsv").status == 0)
    #expect(try sayso("lexicon", "check", "missing.tsv").status == 66)
  }

  @Test func ourOwnListsAreClean() throws {
    let result = try sayso("lexicon", "check", RecordValidator.root + "/Lexicons")
    #expect(result.status == 0)
    #expect(result.lines == [])
    #expect(result.errors.contains("0 errors, 0 warnings"))
  }

  @Test(arguments: [
    ("{\"label\":\"ORG\"}", "no \"pattern\""),
    ("{\"label\":\"COLOUR\",\"pattern\":\"Red Quay\"}", "the label \"COLOUR\""),
    ("{\"label\":\"ORG\",\"pattern\":[{\"LEMMA\":\"be\"}]}", "a token with LEMMA"),
    ("{\"label\":\"ORG\",", "broken JSON"),
    ("{\"label\":\"ORG\",\"pattern\":[]}", "an empty pattern"), ("{\"a\":1}", "neither"),
    ("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{}}", "a Person without a name"),
    ("{\"id\":\"a\",\"properties\":{\"name\":[\"Zelia Morn\"]}}", "no \"schema\""),
  ])
  func tellsWhatIsWrongInJSON(_ line: String, _ what: String) throws {
    try folder.write("\n" + line + "\n", to: "bad.jsonl")
    let result = try sayso("lexicon", "check", "bad.jsonl")
    #expect(result.status == 1 && result.lines.count == 1)
    #expect(result.text.hasPrefix("bad.jsonl:2: found ") && result.text.contains(what), "\(result.text)")
  }
}
