import SaysoRecord
import Testing

@testable import SaysoPipeline

/// Which mentions are one thing. The texts are invented.
@Suite struct EntityTests {
  /// The entity's name for the `number`th mention with this text.
  private func entity(_ text: String, _ mention: String, _ number: Int = 0) throws -> String {
    let all = try #require(PipelineReading.mentions(text)).filter { $0.text == mention }
    try #require(all.count > number, "\(mention) is found \(all.count) times")
    return all[number].entity
  }

  @Test func aSurnameIsThePersonNamedInFull() throws {
    let text = "Minister Margaret Ostrell opened the bridge. Ostrell said it was late."
    #expect(try entity(text, "Ostrell") == "Margaret Ostrell")
  }

  @Test func aSurnameBeforeTheFullNameIsThatPersonToo() throws {
    let text = "Ostrell opens bridge\n\nMargaret Ostrell opened the bridge on Monday after two years of work on it."
    let names = try #require(PipelineReading.mentions(text)).filter { $0.type == "person" }
    #expect(Set(names.map(\.text)) == ["Ostrell", "Margaret Ostrell"])
  }

  @Test func aDatelinesCapitalsAreNoName() throws {
    let text = "TOLVIK, March 4 (Northwire) - The bridge closed on Monday.\n\nResidents of Tolvik left, the mayor said."
    #expect(try entity(text, "TOLVIK") == "Tolvik")
  }

  @Test func anAcronymInBracketsIsTheOrganization() throws {
    let text = "The Halden Harbour Authority (HHQA) closed the port. The HHQA said it was unsafe."
    let keys = try #require(PipelineReading.mentions(text)).filter { $0.text == "HHQA" }.map(\.entity)
    #expect(keys == ["Halden Harbour Authority", "Halden Harbour Authority"])
  }

  @Test func theMinisterIsTheMinister() throws {
    let text = "Minister Margaret Ostrell opened the bridge. Later the minister left the town."
    #expect(try entity(text, "the minister") == "Margaret Ostrell")
  }

  @Test func pronounsTakeThePersonOfTheirGender() throws {
    let text = "Margaret Ostrell met Peter Tarvik in the harbour. She said that he was late."
    #expect(try entity(text, "She") == "Margaret Ostrell")
    #expect(try entity(text, "he") == "Peter Tarvik")
  }

  @Test func aPronounWithoutAPersonStandsForNobody() throws {
    let text = "The harbour was closed. He said that the ships were late."
    let nominals = try #require(PipelineReading.mentions(text)).filter(\.isNominal)
    #expect(nominals == [])
  }

  @Test func twoPeopleOfOneSurnameStayApart() throws {
    let text = "Margaret Ostrell met her brother Peter Ostrell in the harbour. Peter Ostrell said it rained."
    #expect(try entity(text, "Margaret Ostrell") == "Margaret Ostrell")
    #expect(try entity(text, "Peter Ostrell") == "Peter Ostrell")
    #expect(try entity(text, "Peter Ostrell", 1) == "Peter Ostrell")
  }

  @Test func theFirstOfTwoSurnamesIsThePerson() throws {
    let text = "Ramiro Quellmarca Ostrell left the harbour. Later Quellmarca said it was late."
    #expect(try entity(text, "Quellmarca") == "Ramiro Quellmarca Ostrell")
  }

  @Test func aSurnameKeepsItsParticle() throws {
    let text = "Abbas Hashim al-Quelli has a boat. \"The water is salt,\" al-Quelli said."
    #expect(try entity(text, "al-Quelli") == "Abbas Hashim al-Quelli")
  }

  @Test func aSharedSurnameBelongsToBoth() throws {
    let text = "The farm was bought by Walter and Margaret Ostrell. Walter Ostrell paid for it."
    #expect(try entity(text, "Walter") == "Walter Ostrell")
    #expect(try entity(text, "Walter Ostrell") == "Walter Ostrell")
  }

  @Test func mrAndMrsStayApart() throws {
    let text = "John Ostrell met Jane Ostrell at the harbour. Mr Ostrell gave Ms Ostrell a letter."
    #expect(try entity(text, "Ostrell") == "John Ostrell")
    #expect(try entity(text, "Ostrell", 1) == "Jane Ostrell")
  }

  @Test func anOrganizationIsFoundByItsShortForms() throws {
    let text = "Quellby Knitwear Ltd closed its plant. Quellby Knitwear has 500 workers. The spokesman of Quellby left."
    #expect(try entity(text, "Quellby Knitwear") == "Quellby Knitwear Ltd")
    let guild = "The Halden Bakers Guild held a march. They said the Guild wants more money."
    #expect(try entity(guild, "Guild") == "Halden Bakers Guild")
  }

  @Test func aTitleOfTwoWordsIsOneTitle() throws {
    let text =
      "Prime Minister Odvar Quell met Interior Minister Margaret Ostrell. Later the prime minister left the town."
    #expect(try entity(text, "the prime minister") == "Odvar Quell")
  }

  @Test func aPronounPrefersTheGenderThatIsKnown() throws {
    let text = "President Margaret Ostrell met Zorvik Quell in the harbour. She said that it was late."
    #expect(try entity(text, "She") == "Margaret Ostrell")
  }

  @Test func oneCountryUnderTwoNamesHasOneKey() throws {
    let text = "The ship left the United Kingdom on Monday. The UK had asked for it."
    let keys = try #require(PipelineReading.mentions(text)).filter { $0.type == "place" }.map(\.key)
    #expect(keys.count == 2)
    #expect(Set(keys).count == 1)
  }

  @Test(arguments: [
    ("Bashir al-Tarvik", "person:bashir-al-tarvik"), ("Ana O’Quell", "person:ana-oquell"),
    ("J. R. Roe", "person:j-r-roe"),
    ("Møller", "person:møller"), ("", "person:"), ("---", "person:"),
  ])
  func keysAreMadeOfTheName(_ name: String, _ key: String) {
    #expect(EntityKey.key(.person, name: name) == key)
  }
}
