import SaysoText
import Testing

@testable import SaysoPipeline

/// Twice the text takes about twice the time, whatever the text is.
@Suite(.serialized) struct LinearTimeTests {
  /// What a rule might look through again and again.
  static let pieces: [(name: String, piece: String, count: Int)] = [
    ("quotation marks", "\"", 10_000), ("opening quotation marks", "“", 10_000), ("single marks", "'a ", 3_000),
    ("deep brackets", "(", 10_000), ("one-letter paragraphs", "a\n\n", 3_000), ("one long sentence", "boat ", 4_000),
    ("one sentence of names", "Norvale ", 3_000), ("according to", "according to ", 2_000), ("said", "said ", 3_000),
    ("he said", "he said, ", 2_000), ("commas and names", "Jane Roe, ", 2_000), ("and", "Jane Roe and ", 2_000),
    ("relative clauses", "the man who ", 2_000), ("dates", "3 May 2021 ", 1_500), ("dashes", " — ", 4_000),
    ("open quotations", "“The boat left.\n\n", 600), ("claims", "Jane Roe said the boat left. ", 400),
    ("nested claims", "Jane Roe said that ", 1_000), ("pronouns", "he ", 3_000), ("titles", "the minister ", 2_000),
    ("lines", "Norvale Times | 3 May 2021\n", 500), ("combining marks", "\u{301}", 10_000), ("stops", ". ", 5_000),
    ("of", "University of ", 2_000), ("colons", "Roe: ", 3_000),
  ]

  @Test(arguments: pieces.map { ($0.name, $0.piece, $0.count) })
  func takesTwiceTheTime(_ name: String, _ piece: String, _ count: Int) throws {
    // The best of a few runs: other work on the machine only ever adds time.
    var ratio = Double.infinity
    for _ in 0..<4 where ratio >= 3 {
      let single = try time(String(repeating: piece, count: count))
      let double = try time(String(repeating: piece, count: 2 * count))
      ratio = min(ratio, double / single)
    }
    #expect(ratio < 3, "\(name): \(ratio) times the time for twice the text")
  }

  /// Seconds for one run of all stages.
  private func time(_ text: String) throws -> Double {
    let source = SourceText(text)
    let clock = ContinuousClock()
    var tokens: Int?
    let elapsed = clock.measure { tokens = PipelineReading.with(source) { $0.tokens.count } }
    #expect(try #require(tokens) > 0)
    return Double(elapsed.components.attoseconds) / 1e18 + Double(elapsed.components.seconds)
  }
}
