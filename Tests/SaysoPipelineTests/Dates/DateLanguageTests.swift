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
    ("vi", "Cầu mở cửa ngày 3 tháng 5 năm 2021.", "3 tháng 5 năm 2021", "2021-05-03"),
    ("vi", "Cầu mở cửa tháng 5 năm 2021.", "tháng 5 năm 2021", "2021-05"),
    ("ko", "다리는 2021년 5월 3일에 개통되었다.", "2021년 5월 3일", "2021-05-03"),
    ("ko", "다리는 5월 3일 개통되었다.", "5월 3일", "2023-05-03"),
    ("hu", "A híd 2021. május 3-án nyílt meg.", "2021. május 3", "2021-05-03"),
    ("fi", "Silta avattiin 3. toukokuuta 2021.", "3. toukokuuta 2021", "2021-05-03"),
    ("hr", "Most je otvoren 3. svibnja 2021. godine.", "3. svibnja 2021", "2021-05-03"),
    ("sr", "Мост је отворен 3. маја 2021. године.", "3. маја 2021", "2021-05-03"),
    ("he", "הגשר נפתח ב-3 במאי 2021", "3 במאי 2021", "2021-05-03"),
  ])
  func readsExplicitDates(_ language: String, _ text: String, _ expression: String, _ value: String) {
    let readings = DateReading.read(text, table: DateReading.table(language))
    #expect(
      readings.contains { $0.text.hasSuffix(expression) && $0.timex == value },
      "found \(readings.map { "\($0.text) = \($0.timex)" })")
  }

  /// The common forms in each language; nothing else may be found.
  @Test(arguments: [
    ("fr", "Le pont a ouvert ⟦date=2021-05-03 le 3 mai 2021⟧."),
    ("fr", "⟦date=2021-05-01 le 1er mai 2021⟧"),
    ("fr", "⟦date=2021-05-03 le lundi 3 mai 2021⟧"),
    ("fr", "en ⟦date=2021-05 mai 2021⟧"),
    ("fr", "le ⟦date=2021-05-03 03/05/2021⟧"),
    ("fr", "depuis ⟦date=1998 1998⟧ déjà"),
    ("fr", "⟦date=2023-05-03 le 3 mai⟧"),
    ("fr", "Il est arrivé ⟦date=2023-05-09 hier⟧."),
    ("es", "El puente abrió ⟦date=2021-05-03 el 3 de mayo de 2021⟧."),
    ("es", "⟦date=2021-05-03 el lunes 3 de mayo de 2021⟧"),
    ("es", "en ⟦date=2021-05 mayo de 2021⟧"),
    ("es", "⟦date=2021-05-03 el 3 de mayo del 2021⟧"),
    ("es", "el ⟦date=2021-05-03 3/5/2021⟧"),
    ("es", "llegó ⟦date=2023-05-09 ayer⟧ al puerto"),
    ("de", "Die Brücke wurde am ⟦date=2021-05-03 3. Mai 2021⟧ eröffnet."),
    ("de", "am ⟦date=2021-05-03 Montag, 3. Mai 2021⟧"),
    ("de", "am ⟦date=2021-05-03 Montag, dem 3. Mai 2021⟧"),
    ("de", "im ⟦date=2021-05 Mai 2021⟧"),
    ("de", "am ⟦date=2021-05-03 03.05.2021⟧"),
    ("de", "Er kam ⟦date=2023-05-09 gestern⟧ an."),
    ("it", "Il ponte ha aperto ⟦date=2021-05-03 il 3 maggio 2021⟧."),
    ("it", "⟦date=2021-05-03 lunedì 3 maggio 2021⟧"),
    ("it", "nel ⟦date=2021-05 maggio 2021⟧"),
    ("it", "⟦date=2021-05-01 il 1º maggio 2021⟧"),
    ("it", "il ⟦date=2021-05-03 3/5/2021⟧"),
    ("it", "È arrivato ⟦date=2023-05-09 ieri⟧."),
    ("pt", "A ponte abriu em ⟦date=2021-05-03 3 de maio de 2021⟧."),
    ("pt", "na ⟦date=2021-05-03 segunda-feira, 3 de maio de 2021⟧"),
    ("pt", "em ⟦date=2021-05 maio de 2021⟧"),
    ("pt", "em ⟦date=2021-05-03 03/05/2021⟧"),
    ("pt", "Chegou ⟦date=2023-05-09 ontem⟧."),
    ("nl", "De brug ging op ⟦date=2021-05-03 3 mei 2021⟧ open."),
    ("nl", "op ⟦date=2021-05-03 maandag 3 mei 2021⟧"),
    ("nl", "in ⟦date=2021-05 mei 2021⟧"),
    ("nl", "op ⟦date=2021-05-03 03-05-2021⟧"),
    ("nl", "Hij kwam ⟦date=2023-05-09 gisteren⟧ aan."),
    ("ru", "Мост открыли ⟦date=2021-05-03 3 мая 2021 года⟧."),
    ("ru", "в ⟦date=2021-05-03 понедельник, 3 мая 2021 года⟧"),
    ("ru", "в ⟦date=2021-05 мае 2021 года⟧"),
    ("ru", "⟦date=2021-05-03 03.05.2021⟧"),
    ("ru", "Он приехал ⟦date=2023-05-09 вчера⟧."),
    ("ru", "⟦date=2021-05-03 3 мая 2021 г.⟧"),
    ("ar", "افتتح الجسر في ⟦date=2021-05-03 3 مايو 2021⟧"),
    ("ar", "في ⟦date=2021-05-03 ٣ مايو ٢٠٢١⟧"),
    ("ar", "في ⟦date=2021-05-03 3 أيار 2021⟧"),
    ("ar", "يوم ⟦date=2021-05-03 الاثنين 3 مايو 2021⟧"),
    ("ar", "في ⟦date=2021-05 مايو 2021⟧"),
    ("ar", "في ⟦date=2021-05-03 ٣/٥/٢٠٢١⟧"),
    ("ar", "وصل ⟦date=2023-05-09 أمس⟧"),
    ("tr", "Köprü ⟦date=2021-05-03 3 Mayıs 2021⟧ günü açıldı."),
    ("tr", "⟦date=2021-05-03 3 Mayıs 2021 Pazartesi⟧ günü"),
    ("tr", "⟦date=2021-05 Mayıs 2021⟧ içinde"),
    ("tr", "⟦date=2021-05-03 03.05.2021⟧ günü"),
    ("tr", "⟦date=2023-05-09 dün⟧ geldi"),
    ("zh", "大桥于⟦date=2021-05-03 2021年5月3日⟧开放。"),
    ("zh", "⟦date=2021-05-03 ２０２１年５月３日⟧开放"),
    ("zh", "于⟦date=2021-05 2021年5月⟧开放"),
    ("zh", "于⟦date=2021 2021年⟧开放"),
    ("zh", "⟦date=2023-05-03 5月3日⟧开放"),
    ("zh", "⟦date=2023-05-09 昨天⟧到达。"),
    ("zh", "⟦date=2021-05-03 2021-05-03⟧开放"),
    ("zh", "二〇二一年五月三日开放"),
    ("ja", "橋は⟦date=2021-05-03 2021年5月3日⟧に開通した。"),
    ("ja", "⟦date=2021-05-03 ２０２１年５月３日⟧に"),
    ("ja", "⟦date=2021-05 2021年5月⟧に"),
    ("ja", "⟦date=2023-05-03 5月3日⟧に"),
    ("ja", "⟦date=2021 2021年⟧に"),
    ("ja", "⟦date=2021-05-03 2021年5月3日⟧(月)に"),
    ("ja", "⟦date=2023-05-09 昨日⟧着いた"),
    ("ja", "⟦date=2021-05-03 令和3年5月3日⟧に"),
  ])
  func findsWhatIsMarked(_ language: String, _ marked: String) throws {
    try expectDates(marked, table: DateReading.table(language))
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
