import SaysoText
import Testing

@testable import SaysoPipeline

/// Which language an article is in, who says so, and what is done for it.
@Suite struct LanguageStageTests {
  private static let german =
    "Die Fähre zwischen den Inseln fährt wieder, teilte die Reederei am Montag mit. Sie war nach einem Sturm nicht im Dienst."
  private static let english =
    "The ferry between the islands is back, the line said on Monday. It had been out of service."
  private static let danish =
    "Færgen sejler igen efter stormen, siger rederiet, og den har været ude af drift i flere uger."

  private func language(_ text: String, _ declared: (tag: String, from: LanguageFrom)? = nil) -> String? {
    PipelineReading.with(SourceText(text), language: declared) {
      "\($0.metadata.language) \($0.metadata.languageFrom)"
    }
  }

  @Test func theTextTells() {
    #expect(language(Self.english) == "en text")
    #expect(language(Self.german) == "de text")
    #expect(language(Self.danish) == "da text")
    #expect(language("Судно вернулось в порт.") == "ru text")
    #expect(language("Նավը վերադարձել է նավահանգիստ։") == "und text")
  }

  @Test func nothingTells() {
    #expect(language("") == "en none")
    #expect(language("12 : 4") == "en none")
    #expect(language("Norvale 3 Tolvik 1") == "en none")
  }

  @Test(arguments: [
    // A template's "en" is no word against the text; a variant of what the text is stays.
    ("en", LanguageStageTests.german, "de text"), ("de-AT", LanguageStageTests.german, "de-AT input"),
    ("de_CH", LanguageStageTests.german, "de-CH input"), ("en-GB", LanguageStageTests.english, "en-GB input"),
    ("de", LanguageStageTests.english, "en text"),
    // Languages without lists are believed, and so are those near to what the text reads like.
    ("af", "Die veerboot vaar weer, het die redery gesê.", "af input"), ("hy", "Նավը վերադարձել է։", "hy input"),
    ("nb-NO", "Fergen har seilet igjen.", "nb-NO input"),
    // No tags at all.
    ("english", LanguageStageTests.german, "de text"), ("x-default", LanguageStageTests.german, "de text"),
    ("", "Norvale 3 Tolvik 1", "en none"),
  ])
  func thePageDeclares(_ tag: String, _ text: String, _ found: String) {
    #expect(language(text, (tag, .input)) == found)
  }

  @Test func theCommandLineHolds() {
    #expect(language(Self.german, ("nl", .option)) == "nl option")
    #expect(language(Self.english, ("fr", .option)) == "fr option")
  }

  /// What is not done is said, and English rules make nothing of other languages.
  @Test func othersHaveAWarningAndNoNamesOrClaims() {
    let text = Self.german + " Kapitän Robert Roe sagte: „Wir sind froh.“"
    let counts = PipelineReading.with(text) {
      [$0.mentions.count, $0.claims.count, $0.chunks.count, $0.warnings.count]
    }
    #expect(counts == [0, 0, 0, 1])
    let message = PipelineReading.with(text) { $0.warnings.first.map { "\($0.code): \($0.message)" } }
    #expect(
      message
        == "language: German: zones, dates and names of countries only; people, organizations, other places and claims are not read"
    )
    #expect(PipelineReading.with(Self.english) { $0.warnings.isEmpty } == true)
    #expect(
      PipelineReading.with("Նավը վերադարձել է։") { $0.warnings.first?.message }
        == "language unknown: zones and dates in figures only; names and claims are not read")
  }

  /// An English article that quotes another language stays English.
  @Test func aQuotationIsNotTheArticle() {
    let text =
      "The sign on the door said \"Heute geschlossen, wir sind im Urlaub und kommen bald wieder\", and that was all."
    #expect(language(text) == "en text")
  }

  /// Thai counts years from the Buddha's death; the Gregorian years that stand beside them are left alone.
  @Test func thaiYears() {
    let dates = PipelineReading.with("สะพานเปิดเมื่อวันที่ 3 พฤษภาคม 2564 และ 4 มีนาคม 2021") { $0.dates.map(\.timex) }
    #expect(dates == ["2021-05-03", "2021-03-04"])
  }

  /// Headings of page furniture are known in other languages too.
  @Test(arguments: [
    (
      "Lesen Sie auch", "Neue Fähre für Norvale",
      "Der Hafen von Tolvik ist nach langer Zeit wieder offen, teilte die Verwaltung am Montag in der Stadt mit.",
      "Die ersten Schiffe sind schon am Morgen eingelaufen, und viele Menschen haben sie am Kai begrüßt."
    ),
    (
      "Lire aussi", "Un nouveau bac pour Norvale",
      "Le port de Tolvik est de nouveau ouvert après de longs travaux, a annoncé la mairie de la ville lundi.",
      "Les premiers bateaux sont arrivés dès le matin et beaucoup de gens les ont salués sur le quai."
    ),
    (
      "Читайте также", "Новый паром для Норвале",
      "Порт Толвика снова открыт после долгого ремонта, сообщила мэрия города в понедельник утром на собрании.",
      "Первые суда пришли уже на рассвете, и многие жители города встретили их на причале с цветами."
    ),
  ])
  func furniture(_ heading: String, _ teaser: String, _ first: String, _ second: String) {
    let text = [first, second, heading, teaser].joined(separator: "\n\n")
    let zones = PipelineReading.with(text) { article in article.lines.map { "\($0.zone)" } }
    #expect(zones?.prefix(2) == ["body", "body"])
    #expect(zones?.suffix(2).contains("body") == false)
  }
}
