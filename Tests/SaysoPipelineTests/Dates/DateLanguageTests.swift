import Testing

@testable import SaysoPipeline

/// Explicit dates in other languages, with the months and weekdays that ICU knows.
@Suite struct DateLanguageTests {
  @Test(arguments: [
    ("fr", "Le pont a rouvert le 3 mai 2021.", "3 mai 2021", "2021-05-03"),
    ("fr", "Il est parti le 1er août 2019.", "1er août 2019", "2019-08-01"),
    ("fr", "la réunion du 14 févr. 2020", "14 févr. 2020", "2020-02-14"),
    ("es", "Llegó el 3 de mayo de 2021 a la isla.", "3 de mayo de 2021", "2021-05-03"),
    ("de", "Das Tor wurde am 3. März 2021 geöffnet.", "3. März 2021", "2021-03-03"),
    ("de", "im Oktober 2020", "Oktober 2020", "2020-10"),
    ("it", "Il ponte ha riaperto il 3 maggio 2021.", "3 maggio 2021", "2021-05-03"),
    ("pt", "Chegou em 3 de março de 2021.", "3 de março de 2021", "2021-03-03"),
    ("nl", "De brug ging op 3 mei 2021 open.", "3 mei 2021", "2021-05-03"),
    ("ru", "Мост открыли 3 мая 2021 года.", "3 мая 2021 года", "2021-05-03"),
    ("ar", "افتتح الجسر في ٣ مايو ٢٠٢١", "٣ مايو ٢٠٢١", "2021-05-03"),
    ("ar", "في ٣ أيار ٢٠٢١", "٣ أيار ٢٠٢١", "2021-05-03"),
    ("ar", "في ١٤ كانون الثاني ٢٠٢٠", "١٤ كانون الثاني ٢٠٢٠", "2020-01-14"),
    ("tr", "Köprü 3 Ağustos 2021 günü açıldı.", "3 Ağustos 2021", "2021-08-03"),
    ("tr", "Köprü 3 Kasım 2021 günü açıldı.", "3 Kasım 2021", "2021-11-03"),
    ("zh", "大桥于2021年5月3日开放。", "2021年5月3日", "2021-05-03"),
    ("zh", "大桥于２０２１年５月３日开放。", "２０２１年５月３日", "2021-05-03"),
    ("zh", "在2021年5月", "2021年5月", "2021-05"),
    ("ja", "橋は2021年5月3日に開通した。", "2021年5月3日", "2021-05-03"),
    ("ja", "橋は5月3日に開通した。", "5月3日", "2023-05-03"),
  ])
  func readsExplicitDates(_ language: String, _ text: String, _ expression: String, _ value: String) {
    let readings = DateReading.read(text, table: DateReading.table(language))
    #expect(
      readings.contains { $0.text.hasSuffix(expression) && $0.timex == value },
      "found \(readings.map { "\($0.text) = \($0.timex)" })")
  }

  @Test(arguments: [("fr", "03/05/2021"), ("de", "03.05.2021"), ("es", "3/5/2021"), ("ar", "٣/٥/٢٠٢١")])
  func readsTheDayFirst(_ language: String, _ text: String) {
    #expect(DateReading.read(text, table: DateReading.table(language)).map(\.timex) == ["2021-05-03"])
  }

  @Test(arguments: [("fr", "hier", "2023-05-09"), ("de", "heute", "2023-05-10"), ("ru", "завтра", "2023-05-11")])
  func knowsYesterdayAndTomorrow(_ language: String, _ text: String, _ value: String) {
    #expect(DateReading.read(text, table: DateReading.table(language)).map(\.timex) == [value])
  }

  @Test func monthsOfOtherLanguagesMeanNothingInEnglish() {
    #expect(DateReading.read("They reached mars in 3 mayo jars.").isEmpty)
  }

  @Test func impossibleDaysHaveNoValueInAnyLanguage() {
    #expect(
      DateReading.read("le 30 février 2021", table: DateReading.table("fr")).allSatisfy { $0.timex != "2021-02-30" })
    #expect(DateReading.read("2021年13月40日", table: DateReading.table("zh")).allSatisfy { !$0.timex.contains("13") })
  }
}
