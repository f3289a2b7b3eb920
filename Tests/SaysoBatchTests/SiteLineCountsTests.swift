import SaysoPipeline
import SaysoTestSupport
import SaysoText
import Testing

@testable import SaysoBatch

@Suite struct SiteLineCountsTests {
  /// An article of given lines; all are its body.
  private func article(_ lines: [String], title: String = "", site: String = "halden.example") -> SiteArticle {
    let source = SourceText(lines.joined(separator: "\n"))
    var (found, at, words) = (SiteArticle(site: site, source: source, lines: [], whole: 0), 0, [UInt64]())
    for line in lines {
      let hash = FoldedLine.hash(of: line) ?? 0
      found.lines.append(.init(hash: hash, span: TextSpan(at, at + line.utf8.count), isTitle: line == title))
      found.whole = FoldedHash.mix(found.whole &* 31 ^ hash)
      words += FoldedWords.hashes(of: line)
      at += line.utf8.count + 1
    }
    found.print = TextPrint(words: words, hash: DuplicateArticles.hash)
    return found
  }

  /// A line of words that no other line has.
  private func own(_ number: Int, words: Int = 12) -> String {
    (0..<words).map { "w\(number)x\($0)" }.joined(separator: " ")
  }

  private func texts(_ counts: SiteLineCounts) -> [String] { counts.profile.lines.map(\.text) }

  @Test func threeArticlesMakeALineFurniture() {
    var counts = SiteLineCounts()
    for number in 0..<2 { counts.add(article(["Home", own(number)])) }
    #expect(texts(counts) == [])
    counts.add(article(["HOME!", own(2)]))
    #expect(texts(counts) == ["home"])
    #expect(counts.profile.lines.first?.seen == 3)
    #expect(counts.profile.lines.first?.articles == 3)
  }

  @Test func sitesAreCountedApart() {
    var counts = SiteLineCounts()
    for number in 0..<6 { counts.add(article(["Home", own(number)], site: "site \(number % 3)")) }
    #expect(texts(counts) == [])
  }

  /// "It gave no further details." three times among a hundred articles is the articles'.
  @Test func whatIsRareOnALargeSiteIsNoFurniture() {
    var counts = SiteLineCounts()
    for number in 0..<100 {
      let often = number % 20 == 0 ? ["Seen in every twentieth"] : []
      let rarely = number % 30 == 0 ? ["It gave no further details."] : []
      counts.add(article([own(number)] + often + rarely))
    }
    #expect(texts(counts) == ["seen in every twentieth"])
  }

  /// A headline that other pages link to, and the name of a weekly column, are titles; the motto above every page is none.
  @Test func titlesAreNoFurniture() {
    var counts = SiteLineCounts()
    let (column, motto) = ("Letters to the Courier", "All the news that floats")
    for number in 0..<8 {
      let lines = [motto, number < 3 ? column : own(900 + number), own(number), "Crane to be taken down"]
      counts.add(article(lines, title: number < 3 ? column : number == 5 ? "Crane to be taken down" : motto))
    }
    #expect(texts(counts) == ["all the news that floats"])
  }

  /// The lines of a text that is there five times, word for word or with a line more, are repeated and no furniture.
  @Test func copiesTeachNothing() {
    var counts = SiteLineCounts()
    let body = (0..<8).map { own($0) }
    for number in 0..<5 { counts.add(article(["Home"] + body + (number == 3 ? ["Corrected"] : []))) }
    #expect(counts.articles == 1)
    #expect(counts.copied == 4)
    #expect(texts(counts) == [])
    for number in 100..<102 { counts.add(article(["Home", own(number)])) }
    #expect(texts(counts) == ["home"])
  }

  @Test func shortPagesThatAreTheSameCountOnce() {
    var counts = SiteLineCounts()
    for _ in 0..<9 { counts.add(article(["Home", "Page not found"])) }
    #expect(counts.articles == 1)
    #expect(texts(counts) == [])
  }

  /// Far more lines than are remembered: what stands in every article is found all the same.
  @Test func memoryIsBounded() {
    var counts = SiteLineCounts(capacity: 500)
    for number in 0..<2000 {
      counts.add(article(["Home"] + (0..<5).map { own(number * 5 + $0) }))
      #expect(counts.remembered <= 510)
    }
    #expect(texts(counts) == ["home"])
    #expect(counts.profile.lines.first?.seen == 2000)
  }
}
