import SaysoText
import Testing

@testable import SaysoPipeline

/// Names of countries in other languages: ⟦FR Frankreich⟧ is a place of that code, and nothing unmarked is one.
@Suite struct CountryStageTests {
  @Test(arguments: [
    ("de", "Der Süden ⟦SE Schwedens⟧ und die ⟦NL Niederlande⟧, sagte sie."),
    ("de", "Der Jordan ist ein Fluss."),
    ("fr", "Maurice Delvaux vient de l’⟦IT Italie⟧ et d'⟦ES Espagne⟧."),
    ("fr", "L'île ⟦MU Maurice⟧ est petite."),
    ("it", "Arriva dall'⟦HU Ungheria⟧ e dagli ⟦US Stati Uniti⟧."),
    ("pl", "Statek z ⟦NO Norwegii⟧ do ⟦DE Niemiec⟧ i ⟦US Stanów Zjednoczonych⟧."),
    ("ru", "Судно из ⟦NO Норвегии⟧ в ⟦DE Германию⟧, затем в ⟦KR Южную Корею⟧."),
    ("fi", "Laiva ⟦NO Norjasta⟧ ⟦DE Saksaan⟧."),
    ("hu", "A hajó ⟦NO Norvégiából⟧ ⟦DE Németországba⟧ megy."),
    ("tr", "Gemi ⟦NO Norveç'ten⟧ ⟦DE Almanya’ya⟧ gidiyor."),
    ("ko", "배는 ⟦NO 노르웨이에서⟧ ⟦DE 독일로⟧ 간다."),
    ("he", "האונייה מ⟦NO נורווגיה⟧ ל⟦DE גרמניה⟧."),
    ("zh", "船从⟦NO 挪威⟧到⟦DE 德国⟧。"),
    ("es", "El chile y la turquía de la mesa; en ⟦CL Chile⟧, en ⟦TR Turquía⟧."),
  ])
  func marksCountries(_ language: String, _ marked: String) throws {
    let (text, expected) = Self.parse(marked)
    let found = try #require(
      PipelineReading.with(SourceText(text), language: (language, .option)) { article in
        article.mentions.map { mention in
          let country =
            article.entities.indices.contains(mention.entity) ? article.entities[mention.entity].country : nil
          return "\(country ?? "-") \(article.source.string(mention.span))"
        }
      })
    #expect(found == expected)
  }

  /// The entity is that of English articles, and the evidence is the line of the language's own list.
  @Test func entityAndEvidence() throws {
    let found = try #require(
      PipelineReading.with(SourceText("Aus Frankreich."), language: ("de", .option)) { article in
        article.mentions.map {
          "\(article.entities[$0.entity].key) \(article.entities[$0.entity].name) \($0.evidence.rule)"
        }
      })
    #expect(found == ["place:france France country-name"])
  }

  private static func parse(_ marked: String) -> (text: String, marks: [String]) {
    var (text, marks) = ("", [String]())
    for part in marked.split(separator: "⟦", omittingEmptySubsequences: false).enumerated() {
      let pieces = part.element.split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false)
      guard part.offset > 0, pieces.count == 2 else {
        text += part.element
        continue
      }
      marks.append(String(pieces[0]))
      text += pieces[0].drop { $0 != " " }.dropFirst() + pieces[1]
    }
    return (text, marks)
  }
}
