import SaysoAnalysis
import SaysoRecord
import SaysoTestSupport
import Testing

/// Which entities of different articles are one, seen through their timelines.
@Suite struct JoiningTests {
  /// An article about a person in the company of others; what happened differs by id.
  private func article(
    _ id: String, _ name: String, with others: [String] = [], country: String? = nil, role: SourceRole = .unknown,
    title: String? = nil, gender: AnnotationRecord.Entity.Gender? = nil, text: String? = nil
  ) -> Article {
    var article = Article(id, published: "2024-01-01")
    let person = article.entity(.person, name, country: country, gender: gender)
    let company = others.map { article.entity(.organization, $0) }
    article.claim(text ?? "\(name) did thing \(id)", [person] + company, when: "2020-01-0\(id)")
    article.claim("it is so", [], by: person, role: role, title: title)
    return article
  }

  private func groups(_ articles: [Article], _ name: String) -> [[String]] {
    Told(articles, name).timelines.map { $0.entries.flatMap(\.documents).sorted() }
  }

  @Test func oneKeyIsOneEntity() {
    #expect(groups([article("1", "Sam Hale"), article("2", "Sam Hale")], "sam hale") == [["1", "2"]])
  }

  @Test func countriesGendersAndKindsSetApart() {
    let countries = [article("1", "Sam Hale", country: "NO"), article("2", "Sam Hale", country: "NZ")]
    #expect(groups(countries, "Sam Hale") == [["1"], ["2"]])
    let genders = [article("1", "Sam Hale", gender: .male), article("2", "Sam Hale", gender: .female)]
    #expect(groups(genders, "Sam Hale") == [["1"], ["2"]])
  }

  @Test func rolesAndTitlesSetApartUnlessCompanyIsShared() {
    let apart = [
      article("1", "Sam Hale", with: ["Orsa Police"], role: .police, title: "chief of police"),
      article("2", "Sam Hale", with: ["Calder Rovers"], role: .business, title: "striker"),
    ]
    #expect(groups(apart, "Sam Hale") == [["1"], ["2"]])
    let together = [
      article("1", "Sam Hale", with: ["Lakeline Ferries"], role: .business, title: "chief executive"),
      article("2", "Sam Hale", with: ["Lakeline Ferries"], role: .government, title: "former minister"),
    ]
    #expect(groups(together, "Sam Hale") == [["1", "2"]])
  }

  /// The second of a name has a key of its own, and can be asked for by it.
  @Test func keysOfTheSecondOfAName() {
    let articles = [article("1", "Sam Hale", country: "NO"), article("2", "Sam Hale", country: "NZ")]
    let told = Told(articles, "Sam Hale")
    #expect(told.timelines.map(\.entity.key) == ["person:sam-hale", "person:sam-hale#2"])
    #expect(told.ambiguous.first?.entities.count == 2)
    #expect(groups(articles, "person:sam-hale#2") == [["2"]])
  }

  @Test func surnameJoinsTheOneInTheSameCompany() {
    let full = article("1", "Marten Okoye", with: ["Lakeline Ferries"])
    let other = article("2", "Ada Okoye", with: ["Corvin Bank"])
    let short = article("3", "Okoye", with: ["Lakeline Ferries"])
    #expect(groups([full, other, short], "Marten Okoye") == [["1", "3"]])
    #expect(groups([full, other, short], "Ada Okoye") == [["2"]])
    // In nobody's company it stays alone.
    #expect(groups([full, article("3", "Okoye", with: ["Northwire"])], "Marten Okoye") == [["1"]])
  }

  @Test func shortFormsOfOrganizations() {
    var one = Article("1")
    let long = one.entity(.organization, "Lakeline Ferries")
    let boss = one.entity(.person, "Marten Okoye")
    one.claim("Lakeline Ferries hired Marten Okoye", [long, boss], when: "2019")
    var two = Article("2")
    let short = two.entity(.organization, "Lakeline")
    let same = two.entity(.person, "Marten Okoye")
    two.claim("Lakeline let Marten Okoye go", [short, same], when: "2024")
    #expect(groups([one, two], "Lakeline Ferries") == [["1", "2"]])
    // A town of that name is no part of the firm's.
    var three = Article("3")
    let town = three.entity(.place, "Lakeline")
    three.claim("Lakeline was flooded", [town], when: "2001")
    #expect(groups([one, two, three], "Lakeline Ferries") == [["1"]])
  }

  @Test func aNameTakenForAnotherType() {
    var one = Article("1")
    let firm = one.entity(.organization, "Harlan Foods")
    let boss = one.entity(.person, "Victor Lund")
    one.claim("Harlan Foods hired Victor Lund", [firm, boss], when: "2019")
    var two = Article("2")
    let person = two.entity(.person, "Harlan Foods")
    let same = two.entity(.person, "Victor Lund")
    two.claim("Harlan Foods let Victor Lund go", [person, same], when: "2024")
    #expect(groups([one, two], "organization:harlan-foods") == [["1", "2"]])
  }

  @Test func foundByAliasCaseAndAccentsFolded() {
    var one = Article("1")
    let country = one.entity(.place, "United States", key: "country:US")
    one.record.mentions[0].text = "U.S."
    one.claim("the U.S. voted", [country], when: "2020")
    var two = Article("2")
    let again = two.entity(.place, "United States", key: "country:US")
    two.claim("the United States left", [again], when: "2021")
    #expect(groups([one, two], "u.s.") == [["1", "2"]])
    #expect(groups([one, two], "country:US") == [["1", "2"]])
    #expect(groups([article("1", "Zoë Çelik")], "zoe celik") == [["1"]])
  }

  @Test(arguments: Seed.some(10)) func manyOfOneName(seed: Seed) {
    var random = seed.generator
    let countries = ["NO", "NZ", "PE", "ML", "LA", "IE"]
    let articles = (0..<60).map { number in
      article("\(number % 9 + 1)", "Sam Hale", country: random.pick(countries, or: "NO"))
    }
    let told = Told(articles, "Sam Hale")
    #expect(told.timelines.count <= countries.count)
    #expect(told.entries.allSatisfy { $0.reports >= 1 })
  }
}
