import SaysoAnalysis
import SaysoRecord
import SaysoTestSupport
import Testing

@Suite struct TimelineTests {
  /// One article with one dated claim about a ferry.
  private func telling(
    _ id: String, _ text: String, when: String? = "2024-02-22", published: String = "2024-02-23",
    certainty: Certainty = .asserted
  ) -> Article {
    var article = Article(id, published: published)
    let ferry = article.entity(.place, "Halden Star")
    article.claim(text, [ferry], when: when, certainty: certainty)
    return article
  }

  @Test func oneEventInSeveralArticlesIsOneEntry() {
    let told = Told(
      [
        telling("late", "The Halden Star struck a sandbank near Orsa on Thursday evening", published: "2024-02-25"),
        telling("first", "The Halden Star hit a sandbank near Orsa with 212 passengers on board"),
      ], "halden star")
    #expect(
      told.lines == [
        "2024-02-22 The Halden Star hit a sandbank near Orsa with 212 passengers on board [\"first\", \"late\"] 2"
      ])
    #expect(told.entries.first?.document.id == "first")
    #expect(told.entries.first?.published == "2024-02-23")
  }

  @Test func conflictingDatesStandSideBySide() {
    let told = Told(
      [
        telling("a", "The Halden Star struck a sandbank near the Orsa lighthouse"),
        telling("b", "The Halden Star struck a sandbank near the Orsa lighthouse", when: "2024-02-23"),
      ], "Halden Star")
    #expect(told.entries.map(\.date.edtf) == ["2024-02-22", "2024-02-23"])
    #expect(told.entries.map(\.isDisputed) == [true, true])
    #expect(told.entries.map { $0.conflicts.map(\.document) } == [["b"], ["a"]])
  }

  @Test func conflictingFiguresStandSideBySide() {
    let told = Told(
      [
        telling("a", "Eleven passengers were hurt when the Halden Star struck a sandbank near Orsa"),
        telling("b", "Some 20 passengers were hurt when the Halden Star struck a sandbank near Orsa"),
        telling("c", "At least ten passengers were hurt when the Halden Star struck a sandbank near Orsa"),
        telling("d", "Passengers were hurt when the Halden Star struck a sandbank near Orsa"),
      ], "Halden Star")
    #expect(told.entries.count == 2)
    #expect(told.entries.map(\.isDisputed) == [true, true])
    #expect(told.entries.map(\.documents).contains(["a", "c", "d"]))
    #expect(told.entries.map { $0.conflicts.count } == [1, 1])
  }

  /// What does not exclude the other is no conflict: a rounder figure, a coarser date.
  @Test func coarserTellingsAgree() {
    let told = Told(
      [
        telling("a", "The Halden Star ran aground in the Orsa Strait with 212 passengers on board"),
        telling("b", "The Halden Star ran aground in the Orsa Strait with more than 200 passengers", when: "2024-02"),
      ], "Halden Star")
    #expect(told.entries.count == 1)
    #expect(told.entries.first?.date.edtf == "2024-02-22")
    #expect(told.entries.first?.isDisputed == false)
  }

  @Test func aDenialIsNoReport() {
    let told = Told(
      [
        telling("a", "The Halden Star left port without a second pump"),
        telling("b", "The Halden Star left port without a second pump", certainty: .negated),
      ], "Halden Star")
    #expect(told.entries.count == 2)
    #expect(told.entries.map(\.isDisputed) == [true, true])
    #expect(told.entries.contains { $0.certainty == .negated })
  }

  @Test func differentEventsOfOneDayStayApart() {
    let told = Told(
      [
        telling("a", "The Halden Star struck a sandbank near Orsa"),
        telling("b", "Owners of the Halden Star published their accounts"),
      ], "Halden Star")
    #expect(told.entries.count == 2)
    #expect(told.entries.allSatisfy { !$0.isDisputed })
  }

  /// Yearly figures share their words: other years, other events.
  @Test func seriesAreNoDisputes() {
    let told = Told(
      [
        telling("a", "The Halden Star carried 90,000 passengers", when: "2022"),
        telling("b", "The Halden Star carried 80,000 passengers", when: "2023"),
      ], "Halden Star")
    #expect(told.lines.count == 2)
    #expect(told.entries.allSatisfy { !$0.isDisputed })
  }

  @Test func wireCopiesAreOneVoice() {
    let articles = ["a", "b", "c"].map { id in
      var article = telling(id, "The Halden Star struck a sandbank near Orsa")
      for sentence in WireCopiesTests.sentences where id != "c" { article.claim(sentence) }
      return article
    }
    let entry = Told(articles, "Halden Star").entries.first
    #expect(entry?.documents == ["a", "b", "c"])
    #expect(entry?.reports == 2)
  }

  @Test func sortedByDateThenText() {
    let dates = ["2024-03", "2023/..", "2024-02-22", "XXXX-05-01", "../2020", "199X"]
    let articles = dates.enumerated().map { telling("\($0)", "Event number \($0) of many", when: $1) }
    let order = Told(articles, "Halden Star").entries.map(\.date.edtf)
    #expect(order == ["199X", "../2020", "2023/..", "2024-02-22", "2024-03", "XXXX-05-01"])
  }

  @Test func rangesAndPrecision() {
    let dates = ["2024-02-22", "2024-02", "2024", "2023", "XXXX-02-22", "2025-01-01"]
    let words = ["sank", "rose", "turned", "burned", "vanished", "glowed"]
    let articles = zip(dates, words).enumerated().map { telling("\($0)", "The Halden Star \($1.1)", when: $1.0) }
    let told = Told(articles, "Halden Star") {
      $0.from = EventDate("2024-02-10")
      $0.to = EventDate("2024-02")
      $0.coarsest = .month
    }
    #expect(told.entries.map(\.date.edtf) == ["2024-02-22", "2024-02"].sorted { $0 < $1 })
    #expect(told.omissions.imprecise == 2)
    #expect(told.omissions.outOfRange == 1)
    #expect(told.omissions.yearless == 1)
    #expect(told.omissions.report.count == 3)
  }

  @Test func byPublication() {
    let articles = [
      telling("new", "The Halden Star was launched", when: "1998", published: "2024-05-01"),
      telling("old", "The Halden Star was sold", when: "2010", published: "2020-05-01"),
    ]
    let told = Told(articles, "Halden Star") {
      $0.order = .published
      $0.to = EventDate("2024-05-01")
    }
    #expect(told.entries.map(\.document.id) == ["old", "new"])
    #expect(
      Told(articles, "Halden Star") {
        $0.order = .published
        $0.from = EventDate("2024")
      }.entries.count == 1)
  }

  @Test func undatedAreCountedOrListedLast() {
    let articles = [
      telling("a", "The Halden Star is the oldest ferry of the line", when: nil),
      telling("b", "The Halden Star was launched", when: "1998"),
    ]
    let without = Told(articles, "Halden Star")
    #expect(without.entries.count == 1)
    #expect(without.omissions.report == ["1 claim without a date (--undated lists them)"])
    let with = Told(articles, "Halden Star") { $0.includesUndated = true }
    #expect(with.entries.map(\.date.edtf) == ["1998", nil])
    #expect(with.omissions.undated == 0)
  }

  @Test func statementsWhereAskedFor() {
    var article = Article("a", published: "2024-02-23")
    let minister = article.entity(.person, "Dana Whitlock")
    article.claim("the report speaks for itself", [], said: "2024-02-22", by: minister)
    #expect(Told([article], "Dana Whitlock").entries.isEmpty)
    let told = Told([article], "Dana Whitlock") { $0.includesStatements = true }
    #expect(told.lines == ["2024-02-22 the report speaks for itself [\"a\"] 1 statement"])
    #expect(told.entries.first?.source?.entity == "person:dana-whitlock")
  }

  @Test func otherZonesAreCounted() {
    var article = Article("a")
    let ferry = article.entity(.place, "Halden Star")
    article.claim("The Halden Star sank", [ferry], when: "2024", zone: .teaser)
    #expect(Told([article], "Halden Star").entries.isEmpty)
    #expect(Told([article], "Halden Star").omissions.otherZones == 1)
    #expect(Told([article], "Halden Star") { $0.zones = [.teaser] }.entries.count == 1)
  }

  @Test func mostKeepsThoseWithMostReports() {
    let told = Told(
      [
        telling("a", "The Halden Star sank off Orsa", when: "2020"),
        telling("b", "The Halden Star was launched", when: "1998"),
        telling("c", "The Halden Star sank off Orsa", when: "2020"),
      ], "Halden Star"
    ) { $0.most = 1 }
    #expect(told.entries.map(\.date.edtf) == ["2020"])
    #expect(told.omissions.beyondMost == 1)
  }

  @Test func everyEntityWithEnoughEntries() {
    var article = telling("a", "The Halden Star sank")
    let group = article.entity(.group, "Norwegian")
    let person = article.entity(.person, "Jane Roe")
    article.claim("Jane Roe was born in Halden", [person, group], when: "1970")
    article.claim("Jane Roe became captain", [person], when: "1999")
    #expect(Told([article]).timelines.map(\.entity.name) == ["Jane Roe", "Halden Star"])
    #expect(Told([article]) { $0.least = 2 }.timelines.map(\.entity.name) == ["Jane Roe"])
  }

  /// A claim inside another tells the event more closely; the speaker between them has made a statement.
  @Test func innermostClaimTells() {
    var article = Article("a")
    let agency = article.entity(.organization, "Maritime Agency")
    let ferry = article.entity(.place, "Halden Star")
    article.claim(
      "the Maritime Agency had said that the Halden Star ran aground on Thursday", [agency, ferry], when: "2024-02-22")
    article.claim("the Halden Star ran aground on Thursday", [ferry], when: "2024-02-22", by: agency)
    let outer = article.record.claims[0].content.spans[0]
    article.record.claims[1].content.spans = [CodePointSpan(Int(outer.start) + 30, Int(outer.end))]
    article.record.claims[1].parent = ClaimID(1)
    article.record.claims[1].sentence = 0
    #expect(Told([article], "Halden Star").entries.map(\.claim) == [ClaimID(2)])
    #expect(Told([article], "Maritime Agency").entries.isEmpty)
  }

  @Test func unknownNamesGiveNearOnes() {
    let articles = [telling("a", "The Halden Star sank")]
    let told = Told(articles, "Haldn Star", "nobody at all")
    #expect(told.entries.isEmpty)
    #expect(told.unknown.map(\.near) == [["Halden Star"], []])
    #expect(told.unknown.map(\.name) == ["Haldn Star", "nobody at all"])
  }

  @Test func noArticles() {
    #expect(Told([], "Halden Star").entries.isEmpty)
    #expect(Told([]).entries.isEmpty)
    #expect(Told([Article("a")], "").unknown.count == 1)
  }

  @Test(arguments: Seed.some(20)) func orderOfFilesDoesNotMatter(seed: Seed) {
    var random = seed.generator
    let texts = [
      "struck a sandbank near Orsa", "ran onto a sandbank off Orsa", "was towed to Halden", "left Halden in fog",
    ]
    var articles = (0..<12).map { number in
      telling(
        "\(number)", "The Halden Star \(texts[number % 4])", when: "2024-02-2\(number % 3)",
        published: "2024-03-\(10 + number)")
    }
    let expected = Told(articles, "Halden Star").lines
    articles.shuffle(using: &random)
    #expect(Told(articles, "Halden Star").lines == expected)
  }
}
