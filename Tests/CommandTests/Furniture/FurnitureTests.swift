import Foundation
import SaysoTestSupport
import Testing

/// `--learn-furniture`, `--save-furniture` and `--furniture` on two invented sites.
@Suite struct FurnitureTests {
  private let folder: TemporaryFolder
  private let corpus: FurnitureCorpus

  init() throws {
    folder = try TemporaryFolder()
    corpus = try FurnitureCorpus()
    try folder.write(corpus.jsonLines(), to: "pages.jsonl")
  }

  /// A saved profile of the corpus, and the annotations of the run that learnt it.
  private func learn() throws -> Program.Result {
    let result = try annotate("pages.jsonl", "--save-furniture", "sites.tsv", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    return result
  }

  private func profile() throws -> [String] {
    String(decoding: try folder.read("sites.tsv"), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func repeatedLinesAreTakenOutOfTheBody() throws {
    let without = try corpus.score(annotate("pages.jsonl", in: folder).records())
    let with = try corpus.score(annotate("pages.jsonl", "--learn-furniture", in: folder).records())
    #expect(without.bodyF1 < 0.8)
    #expect(with.bodyF1 > 0.99)
    #expect(with.wrong == [])
  }

  @Test func webPagesToo() throws {
    for (number, page) in corpus.webPages().enumerated() { try folder.write(page, to: "crawl/\(100 + number).html") }
    let without = try corpus.score(annotate("crawl", in: folder).records())
    let with = try corpus.score(annotate("crawl", "--learn-furniture", in: folder).records())
    #expect(with.bodyF1 > without.bodyF1 + 0.1)
    #expect(with.bodyF1 > 0.97, "\(with.bodyF1), without \(without.bodyF1): \(with.wrong)")
  }

  /// A quotation that two articles share, and what each article says of itself, is in no profile.
  @Test func theProfileIsReadable() throws {
    _ = try learn()
    let lines = try profile()
    #expect(lines.first == "# sayso.furniture/1")
    #expect(lines.contains("haldencourier.example\t7\t7\tport and ferries"))
    #expect(lines.contains("norvalepost.example\t6\t6\tprivacy and terms"))
    #expect(lines.contains { $0.hasPrefix("haldencourier.example\t3\t7\tilse varga writes about schools") })
    #expect(
      !lines.contains { $0.contains("drawing of a boat") || $0.contains("by ilse varga") || $0.contains("march") })
    #expect(lines.count == 37)
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    let one = try learn().output
    let saved = try folder.read("sites.tsv")
    for jobs in ["-j1", "-j2", "-j7"] {
      let other = try annotate("pages.jsonl", jobs, "--force", "--save-furniture", "sites.tsv", in: folder)
      #expect(other.output == one)
      #expect(try folder.read("sites.tsv") == saved)
    }
  }

  /// What was learnt serves other runs, for one page and for standard input.
  @Test func aSavedProfileDoesTheSame() throws {
    let learnt = try learn().lines
    #expect(try annotate("pages.jsonl", "--furniture", "sites.tsv", in: folder).lines == learnt)
    let page = try #require(try corpus.jsonLines().split(separator: "\n").last)
    let alone = try annotate("-", "--furniture", "sites.tsv", input: page + "\n", in: folder).records()
    let last = try #require(try JSONSerialization.jsonObject(with: Data((learnt.last ?? "").utf8)) as? [String: Any])
    #expect((alone.first?["zones"] as? NSArray) == (last["zones"] as? NSArray))
  }

  @Test func explainSaysWhy() throws {
    _ = try learn()
    let text = try #require(corpus.pages.first).lines.map(\.text).joined(separator: "\n\n")
    let offset = try #require(text.range(of: "Every weekday at seven")).lowerBound
    let place = "\(text.unicodeScalars.distance(from: text.startIndex, to: offset))"
    let with = try Program.run(["explain", "pages.jsonl", "--furniture", "sites.tsv", "--at", place], in: folder.path)
    #expect(with.text.hasPrefix("zone      furniture  rule repeated-on-site\n"), "\(with.text)")
    let without = try Program.run(["explain", "pages.jsonl", "--at", place], in: folder.path)
    #expect(without.text.hasPrefix("zone      body  rule body-decoder\n"), "\(without.text)")
  }

  /// Ten copies of one article, with other addresses, teach nothing.
  @Test func copiesTeachNothing() throws {
    let page = try #require(corpus.pages.first)
    let text = page.lines.filter { $0.kind == "b" }.map(\.text).joined(separator: "\n\n")
    let lines = try (0..<10).map { number in
      let fields = ["id": "\(number)", "url": "https://copies.example/\(number)", "text": text + "\n\nNo. \(number)"]
      return String(decoding: try JSONSerialization.data(withJSONObject: fields), as: UTF8.self) + "\n"
    }
    try folder.write(lines.joined(), to: "copies.jsonl")
    let plain = try annotate("copies.jsonl", in: folder)
    let learnt = try annotate("copies.jsonl", "--save-furniture", "sites.tsv", in: folder)
    #expect(try profile().count == 2)
    #expect(learnt.output == plain.output)
  }

  @Test func resumeGoesOnWithTheSameLines() throws {
    let whole = try learn().output
    let end = try #require(whole.firstIndex(of: 0x0A))
    try folder.write(Array(whole[...end]), to: "out.jsonl")
    let result = try annotate(
      "pages.jsonl", "--save-furniture", "sites.tsv", "-o", "out.jsonl", "--resume", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try folder.read("out.jsonl") == Array(whole))
  }

  @Test func theRunSaysWhatItLearnt() throws {
    let result = try Program.run(["annotate", "--learn-furniture", "pages.jsonl"], in: folder.path)
    #expect(result.errors.hasPrefix("sayso: learnt 35 lines that 2 sites repeat, from 13 articles\n13 articles, "))
  }
}

/// What can go wrong with profiles.
@Suite struct FurnitureTroubleTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("The mayor of Norvale, Ana Poll, resigned on Monday, officials said.\n", to: "good.txt")
  }

  @Test func streamsCannotBeReadTwice() throws {
    for option in [["--learn-furniture"], ["--save-furniture", "sites.tsv"]] {
      let result = try Program.run(["annotate", "-"] + option, input: Data("It rained.".utf8), in: folder.path)
      #expect(result.status == 64)
      #expect(result.errors.contains("- can't be read twice"))
      #expect(result.errors.contains("--furniture FILE"))
    }
    let pipe = try shell("mkfifo pipe && $sayso annotate pipe --learn-furniture", in: folder)
    #expect(pipe.status == 64)
    #expect(pipe.errors.contains("pipe can't be read twice"))
  }

  @Test func badProfiles() throws {
    try folder.write("# sayso.furniture/1\nhalden.example\t3\n", to: "bad.tsv")
    let bad = try annotate("good.txt", "--furniture", "bad.tsv", in: folder)
    #expect(bad.status == 74)
    #expect(bad.errors.hasPrefix("sayso: bad.tsv:2: 2 columns; give site, seen, articles, line"))
    #expect(bad.lines.isEmpty)
    let other = try annotate("good.txt", "--furniture", "good.txt", in: folder)
    #expect(other.status == 74)
    #expect(other.errors.contains("good.txt:1: not a furniture profile"))
    let missing = try annotate("good.txt", "--furniture", "none.tsv", in: folder)
    #expect(missing.status == 66)
  }

  @Test func aProfileIsNotOverwritten() throws {
    try folder.write("precious", to: "sites.tsv")
    let refused = try annotate("good.txt", "--save-furniture", "sites.tsv", in: folder)
    #expect(refused.status == 73)
    #expect(refused.lines.isEmpty)
    #expect(try folder.read("sites.tsv") == Array("precious".utf8))
    #expect(try annotate("good.txt", "--save-furniture", "sites.tsv", "--force", in: folder).status == 0)
    #expect(try String(decoding: folder.read("sites.tsv"), as: UTF8.self).hasPrefix("# sayso.furniture/1\n"))
  }

  /// The output is looked at before the first pass, and an unwritable one leaves no profile.
  @Test func anOutputThatExistsIsRefusedFirst() throws {
    try folder.write("precious", to: "out.jsonl")
    let refused = try annotate("good.txt", "--save-furniture", "sites.tsv", "-o", "out.jsonl", in: folder)
    #expect(refused.status == 73)
    #expect(!folder.exists("sites.tsv") && !folder.exists("sites.tsv.partial"))
    #expect(try annotate("nowhere.txt", "--learn-furniture", in: folder).status == 66)
  }
}
