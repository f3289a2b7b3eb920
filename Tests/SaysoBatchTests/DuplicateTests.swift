import SaysoBatch
import SaysoRead
import SaysoRecord
import SaysoTestSupport
import SaysoText
import Testing

@Suite struct DuplicateTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Echoes, and takes the whole text for the body.
  private struct WholeText: Annotating {
    var echo = EchoAnnotator()
    var words: [UInt64] = []

    mutating func annotate(_ article: InputArticle, to json: inout JSONByteWriter, counts: inout BatchCounts) {
      words = FoldedWords.hashes(of: String(decoding: article.source.bytes, as: UTF8.self))
      echo.annotate(article, to: &json, counts: &counts)
    }

    func appendBodyWords(to words: inout [UInt64]) { words += self.words }
  }

  /// A text of invented words that is the same for the same seed.
  private func text(_ seed: UInt64, words: Int = 200) -> [String] {
    var generator = SeededGenerator(seed: seed)
    return (0..<words).map { _ in "w\(Int.random(in: 0..<5000, using: &generator))" }
  }

  private func lines(_ articles: [[String]]) -> String {
    articles.enumerated().map { "{\"id\":\"\($0)\",\"text\":\"\($1.joined(separator: " "))\"}\n" }.joined()
  }

  private func run(_ input: String, jobs: Int, skips: Bool = false) throws -> (BatchSummary, [String]) {
    let path = try folder.write(input, to: "in.jsonl")
    var options = BatchOptions()
    options.output = .file(folder.path + "/out.jsonl")
    (options.isQuiet, options.force, options.jobs, options.skipsDuplicates) = (true, true, jobs, skips)
    let summary = try BatchRunner(inputs: [path], options: options) { WholeText() }.run()
    let output = String(decoding: try folder.read("out.jsonl"), as: UTF8.self)
    return (summary, output.split(separator: "\n").map(String.init))
  }

  @Test func copiesPointToTheFirstOfTheirKind() throws {
    var nearly = text(1)
    nearly[90] = "exchanged"
    nearly.append("Appended")
    let upper = text(1).map { $0.uppercased() + "," }
    let (summary, output) = try run(lines([text(1), text(2), upper, nearly, text(3)]), jobs: 2)
    #expect(output.map { $0.contains("\"duplicate_of\"") } == [false, false, true, true, false])
    #expect(output[2].hasSuffix("\"warnings\":[],\"duplicate_of\":\"0\"}"))
    #expect(output[3].hasSuffix("\"warnings\":[],\"duplicate_of\":\"0\"}"))
    #expect(summary.counts.duplicateArticles == 2)
    #expect(summary.text.contains("2 articles say what one before says: marked duplicate_of"))
  }

  @Test func otherAndShortTextsAreNobodysCopies() throws {
    let half = Array(text(1).prefix(100) + text(2).prefix(100))
    let (summary, output) = try run(lines([text(1), half, ["Subscribe"], ["Subscribe"]]), jobs: 1)
    #expect(summary.counts.duplicateArticles == 0)
    #expect(output.count == 4)
  }

  @Test func copiesCanBeLeftOut() throws {
    let (summary, output) = try run(lines([text(1), text(1), text(2), text(1)]), jobs: 2, skips: true)
    #expect(output.count == 2)
    #expect(summary.counts.duplicateArticles == 2)
    #expect(summary.text.contains("left out"))
  }

  @Test(arguments: 0..<3 as Range<UInt64>)
  func theNumberOfThreadsChangesNothing(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let articles = (0..<400).map { _ in
      var words = text(UInt64.random(in: 0..<90, using: &generator), words: 120)
      words[Int.random(in: 0..<120, using: &generator)] = "other"
      return words
    }
    let input = lines(articles)
    let alone = try run(input, jobs: 1)
    #expect(alone.0.counts.duplicateArticles > 250)
    for jobs in [2, 5] { #expect(try run(input, jobs: jobs).1 == alone.1) }
  }
}
