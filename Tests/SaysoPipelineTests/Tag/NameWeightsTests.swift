import SaysoICU
import SaysoLexicon
import SaysoRecord
import SaysoText
import Testing

@testable import SaysoPipeline

/// The table of weights, and what `explain` says of readings that lost.
struct NameWeightsTests {
  @Test("Every signal has a row in the table, and every row is read")
  func tableIsComplete() throws {
    let lexicon = try #require(SegmentReading.lexicon)
    let rows = Set(lexicon.entries(inList: "tag/weights").map(\.name))
    let settings: Set = ["threshold", "per-word", "certain-from", "teaching", "hint"]
    #expect(rows == settings.union(NameSignal.allCases.map(\.label)))
    #expect(NameSignal.allCases.count <= 128)
  }

  @Test("A rival of another type takes confidence away")
  func marginIsConfidence() {
    let confidence = PipelineReading.with("The ship came from Norway. They met Jordan Quellby.") { article in
      article.mentions.map { ($0.type, $0.confidence) }
    }
    #expect(confidence?.map(\.0) == [.place, .person])
    #expect(confidence?.first?.1 ?? 0 > confidence?.last?.1 ?? 99)
  }

  @Test("explain prints the readings that lost, with their reasons")
  func losersAreShown() throws {
    let lexicon = try #require(SegmentReading.lexicon)
    var pipeline = try Pipeline(tables: SharedTables(lexicon), support: ICUScriptSupport(), keepsReadings: true)
    pipeline.run(SourceText("They met Jordan Quellby on Monday."), metadata: ArticleMetadata())
    let text = Explanation(lexicon: lexicon, usesColour: false).position(9, in: pipeline.article)
    #expect(text.contains("person “Jordan Quellby”  70: full-name 66, name-is-place -8, per-word 12"))
    #expect(text.contains("place “Jordan”  55: listed-word 58"))
    #expect(text.split(separator: "\n").contains { $0.hasPrefix("reading   place") && $0.hasSuffix("lost") })
  }
}
