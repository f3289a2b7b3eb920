import FoundationEssentials
import Testing

@testable import SaysoLexicon

/// The facts of the shipped place and group lists that other code leans on.
@Suite struct PlaceListTests {
  private static func rows(_ list: String) throws -> [LexiconRow] {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let path = "/\(root)/Lexicons/en/\(list).tsv"
    let bytes = try #require(FileManager.default.contents(atPath: path), "no list at \(path)")
    let parsed = LexiconList.parse(Array(bytes), name: list, file: path)
    #expect(parsed.errors.isEmpty)
    return parsed.list.rows
  }

  private static func value(_ key: String, _ row: LexiconRow) -> String? {
    row.attributes.first { $0.key == key }?.value
  }

  @Test(arguments: [
    ("United States", "USA", "US"), ("United Kingdom", "Britain", "GB"), ("Ivory Coast", "Côte d'Ivoire", "CI"),
    ("Myanmar", "Burma", "MM"), ("Russia", "Russian Federation", "RU"), ("North Korea", "DPRK", "KP"),
    ("Kosovo", "Republic of Kosovo", "XK"),
  ])
  func countriesHaveVariantsAndCodes(_ name: String, _ alias: String, _ code: String) throws {
    let row = try #require(Self.rows("places/countries").first { $0.name == name })
    #expect(row.aliases.contains(alias))
    #expect(Self.value("country", row) == code)
  }

  @Test func everyCountryCodeHasAnAdjective() throws {
    let states = try Self.rows("places/countries").filter { row in
      row.kind == "country" && !["former", "disputed", "devolved"].contains(Self.value("status", row) ?? "")
    }
    let adjectives = Set(
      try Self.rows("groups/demonyms").flatMap { row in
        ["country", "also"].compactMap { Self.value($0, row) }
      })
    let missing = Set(states.compactMap { Self.value("country", $0) }).subtracting(adjectives)
    // The Vatican's people are named by their church or their state.
    #expect(missing.subtracting(["VA"]) == [])
  }

  @Test func capitalsOfCountriesAreListed() throws {
    let cities = Set(try Self.rows("places/cities-hand").flatMap { [$0.name] + $0.aliases }.map(Self.plain))
    let countries = Set(try Self.rows("places/countries").flatMap { [$0.name] + $0.aliases }.map(Self.plain))
    for row in try Self.rows("places/countries") where row.kind == "country" {
      guard Self.value("status", row) == nil, let capital = Self.value("capital", row) else { continue }
      let isListed = cities.contains(Self.plain(capital)) || countries.contains(Self.plain(capital))
      #expect(isListed, "\(capital), the capital of \(row.name), is not in cities-hand")
    }
  }

  /// ASCII letters alone, so that "Bogotá" and "Bogota" count as one.
  private static func plain(_ name: String) -> String {
    let folds: [Character: Character] = [
      "á": "a", "ã": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ţ": "t", "ş": "s", "ă": "a",
    ]
    return String(name.map { folds[$0] ?? $0 })
  }

  @Test func namesThatAreAlsoWordsAreGuarded() throws {
    for (list, name) in [
      ("places/countries", "Turkey"), ("places/countries", "Jordan"), ("places/cities-hand", "Reading"),
      ("places/cities-hand", "Nice"), ("groups/demonyms", "Polish"), ("groups/political", "Democratic"),
    ] {
      let row = try #require(Self.rows(list).first { $0.name == name })
      #expect(Self.value("guard", row) != nil, "\(name) has no guard")
    }
  }

  @Test func citiesCarryPositions() throws {
    let rows = try Self.rows("places/cities")
    #expect(rows.count > 15_000)
    for row in rows {
      let latitude = Self.value("lat", row).flatMap { Double($0) }
      let longitude = Self.value("lon", row).flatMap { Double($0) }
      #expect(latitude.map { abs($0) <= 90 } == true && longitude.map { abs($0) <= 180 } == true, "\(row.name)")
    }
  }
}
