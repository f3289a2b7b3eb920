import SaysoText
import Testing

@testable import SaysoPipeline

/// What holds for every text, however odd, after all stages.
@Suite struct AllStagesTests {
  /// What is wrong with an article's layers; empty where all is well.
  private static func faults(_ article: borrowing Article) -> [String] {
    let source = article.source
    let spans =
      article.zones.map(\.span) + article.sentences.map(\.span) + article.dates.map(\.span)
      + article.mentions.map(\.span) + article.lines.map(\.span)
      + article.claims.flatMap { $0.content + ($0.source?.spans ?? []) + ($0.cue?.spans ?? []) }
      + article.claims.compactMap { $0.source?.title } + article.claims.compactMap { $0.source?.justification }
    var faults = spans.filter { !isWhole($0, source) }.map { "span \($0.start)..<\($0.end) does not lie on the text" }
    for (left, right) in zip(article.zones, article.zones.dropFirst()) where left.span.end > right.span.start {
      faults.append("zones overlap at \(right.span.start)")
    }
    for (left, right) in zip(article.sentences, article.sentences.dropFirst()) where left.span.end > right.span.start {
      faults.append("sentences overlap at \(right.span.start)")
    }
    for (left, right) in zip(article.mentions, article.mentions.dropFirst()) where right.span < left.span {
      faults.append("mentions are out of order at \(right.span.start)")
    }
    return faults + dangling(article)
  }

  /// Not empty, inside the text, and from the first byte of a character to the last of one.
  private static func isWhole(_ span: TextSpan, _ source: SourceText) -> Bool {
    guard span.start >= 0, span.start < span.end, Int(span.end) <= source.count else { return false }
    let isStart = { (at: Int) in at == source.count || source.bytes[at] & 0xC0 != 0x80 }
    return isStart(Int(span.start)) && isStart(Int(span.end))
  }

  /// Numbers of mentions, entities, dates and claims that are not there.
  private static func dangling(_ article: borrowing Article) -> [String] {
    let (mentions, entities) = (article.mentions.indices, article.entities.indices)
    let (dates, claims) = (article.dates.indices, article.claims.indices)
    var faults: [String] = []
    for mention in article.mentions where !entities.contains(mention.entity) { faults.append("mention without entity") }
    for entity in article.entities where !entity.mentions.allSatisfy(mentions.contains) { faults.append("no mention") }
    for (number, claim) in article.claims.enumerated() {
      let isSourceThere = claim.source.map { $0.entity < 0 || entities.contains($0.entity) } ?? true
      if !isSourceThere || !claim.entities.allSatisfy(entities.contains) { faults.append("claim without entity") }
      if !claim.dates.allSatisfy(dates.contains) { faults.append("claim without date") }
      if claim.parent >= 0, !claims.contains(claim.parent) || claim.parent == number { faults.append("no parent") }
    }
    return faults
  }

  @Test(arguments: 1...60)
  func shuffledWordsHold(seed: UInt64) throws {
    var random = Numbers(state: seed)
    let text = (0..<60).map { _ in random.pick(Self.words) + random.pick(["", " ", " ", " ", "\n\n"]) }.joined()
    #expect(try #require(PipelineReading.with(text) { Self.faults($0) }) == [], "seed \(seed)")
  }

  @Test(arguments: 1...30)
  func nastyCharactersHold(seed: UInt64) throws {
    var random = Numbers(state: seed)
    let text = (0..<60).map { _ in random.pick(Self.nasty) + random.pick(["", " ", " Roe said "]) }.joined()
    #expect(try #require(PipelineReading.with(text) { Self.faults($0) }) == [], "seed \(seed)")
  }

  @Test(arguments: 1...30)
  func anyBytesHold(seed: UInt64) throws {
    var random = Numbers(state: seed)
    let source = SourceText((0..<800).map { _ in UInt8.random(in: 0...255, using: &random) })
    #expect(try #require(PipelineReading.with(source) { Self.faults($0) }) == [], "seed \(seed)")
  }

  @Test(arguments: ["", " ", "\n", "\"", "a", "A", ".", "(", "“", "said", "Mr", "the", "\u{0}", "\u{301}", "3", "—"])
  func theShortestTextsHold(_ text: String) throws {
    #expect(try #require(PipelineReading.with(text) { Self.faults($0) }) == [])
  }

  @Test func theSameTextGivesTheSameLayers() throws {
    let text = "Ferry runs aground\n\nBy Jane Roe\n\nA ferry ran aground near Halden on Monday, the minister said. "
    let read = { @Sendable (article: borrowing Article) in
      article.mentions.map(\.span) + article.claims.flatMap(\.content) + article.zones.map(\.span)
    }
    let first = try #require(PipelineReading.with(text, read))
    _ = PipelineReading.with("Another text, with Jane Roe in it, said Peter Roe.") { $0.claims.count }
    #expect(PipelineReading.with(text, read) == first)
    #expect(!first.isEmpty)
  }

  /// Words that rules look for, in any order.
  private static let words = [
    "\"", "“", "”", "'", "’", "(", ")", "[", "]", ",", ".", ":", ";", "—", "-", "said", "says", "told", "according",
    "to",
    "that", "who", "which", "denied", "accused", "of", "is", "was", "believed", "reportedly", "he", "she", "it", "the",
    "minister", "President", "Jane", "Roe", "Norway", "NATO", "University", "Ltd.", "Lake", "Mr", "on", "Monday", "3",
    "May", "2021", "and", "but", "in", "not", "has", "had", "been", "asked", "whether", "if", "plans", "claim",
    "report",
    "adding", "called", "because", "condition", "anonymity", "a", "by", "as",
  ]

  /// What Unicode has against programs.
  private static let nasty = [
    "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\u{A0}", "\u{AD}", "é", "e\u{301}", "ß", "İ", "ﬁ", "Ǆ", "\u{200B}",
    "\u{200D}",
    "\u{202E}", "\u{2028}", "\u{FEFF}", "\u{FFFD}", "\u{FFFF}", "’", "“", "”", "«", "„", "…", "中文", "ไทย", "عربي", "हिन्दी",
    "🤔", "👩‍👩‍👧‍👦", "🇫🇷", "\u{10FFFF}", "\u{1D400}", "\u{300}\u{301}", "\r\n", "\r", "\t", "１２", "Ⅻ", "½", "١٢", "Jane", "May",
  ]
}

/// Numbers that follow from a seed, so that a failure can be run again. (SaysoTestSupport's generators come with
/// Foundation, which can't be imported beside ICU.)
private struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }

  mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &self) ?? ""
  }
}
