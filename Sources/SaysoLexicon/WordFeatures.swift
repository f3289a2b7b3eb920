/// What the lists say about a single word, as bits that rules test without a look-up: "may" is a month.
///
/// A bit is set on a word when a list holds it as an entry (or alias) of one token with the type and kind given in
/// `WordFeatures.table`. Case is not looked at here: a rule that cares asks the token's shape, or the matches.
@frozen
public struct WordFeatures: OptionSet, Hashable, Sendable, BitwiseCopyable {
  public let rawValue: UInt64

  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }

  @inlinable public static var month: WordFeatures { WordFeatures(rawValue: 1 << 0) }
  @inlinable public static var weekday: WordFeatures { WordFeatures(rawValue: 1 << 1) }
  @inlinable public static var dateUnit: WordFeatures { WordFeatures(rawValue: 1 << 2) }
  @inlinable public static var numberWord: WordFeatures { WordFeatures(rawValue: 1 << 3) }
  @inlinable public static var ordinalWord: WordFeatures { WordFeatures(rawValue: 1 << 4) }
  @inlinable public static var season: WordFeatures { WordFeatures(rawValue: 1 << 5) }
  @inlinable public static var dayPart: WordFeatures { WordFeatures(rawValue: 1 << 6) }
  @inlinable public static var holiday: WordFeatures { WordFeatures(rawValue: 1 << 7) }
  @inlinable public static var dateModifier: WordFeatures { WordFeatures(rawValue: 1 << 8) }
  @inlinable public static var dateDirection: WordFeatures { WordFeatures(rawValue: 1 << 9) }
  @inlinable public static var dateReference: WordFeatures { WordFeatures(rawValue: 1 << 10) }
  @inlinable public static var timeZone: WordFeatures { WordFeatures(rawValue: 1 << 11) }
  /// Any other word of the date lists.
  @inlinable public static var dateOther: WordFeatures { WordFeatures(rawValue: 1 << 12) }

  @inlinable public static var givenName: WordFeatures { WordFeatures(rawValue: 1 << 13) }
  @inlinable public static var familyName: WordFeatures { WordFeatures(rawValue: 1 << 14) }
  @inlinable public static var nameParticle: WordFeatures { WordFeatures(rawValue: 1 << 15) }
  @inlinable public static var nameSuffix: WordFeatures { WordFeatures(rawValue: 1 << 16) }
  @inlinable public static var honorific: WordFeatures { WordFeatures(rawValue: 1 << 17) }
  @inlinable public static var title: WordFeatures { WordFeatures(rawValue: 1 << 18) }
  @inlinable public static var orgHead: WordFeatures { WordFeatures(rawValue: 1 << 19) }
  @inlinable public static var orgSuffix: WordFeatures { WordFeatures(rawValue: 1 << 20) }
  @inlinable public static var placeHead: WordFeatures { WordFeatures(rawValue: 1 << 21) }
  @inlinable public static var compass: WordFeatures { WordFeatures(rawValue: 1 << 22) }
  @inlinable public static var neverName: WordFeatures { WordFeatures(rawValue: 1 << 23) }
  @inlinable public static var ambiguous: WordFeatures { WordFeatures(rawValue: 1 << 24) }
  @inlinable public static var place: WordFeatures { WordFeatures(rawValue: 1 << 25) }
  @inlinable public static var person: WordFeatures { WordFeatures(rawValue: 1 << 26) }
  @inlinable public static var organization: WordFeatures { WordFeatures(rawValue: 1 << 27) }
  @inlinable public static var group: WordFeatures { WordFeatures(rawValue: 1 << 28) }

  @inlinable public static var cueVerb: WordFeatures { WordFeatures(rawValue: 1 << 29) }
  @inlinable public static var cueNoun: WordFeatures { WordFeatures(rawValue: 1 << 30) }
  @inlinable public static var cueAdjective: WordFeatures { WordFeatures(rawValue: 1 << 31) }
  @inlinable public static var cueAdverb: WordFeatures { WordFeatures(rawValue: 1 << 32) }
  @inlinable public static var cueOther: WordFeatures { WordFeatures(rawValue: 1 << 33) }
  @inlinable public static var source: WordFeatures { WordFeatures(rawValue: 1 << 34) }
  @inlinable public static var anonymity: WordFeatures { WordFeatures(rawValue: 1 << 35) }
  @inlinable public static var trait: WordFeatures { WordFeatures(rawValue: 1 << 36) }
  @inlinable public static var abbreviation: WordFeatures { WordFeatures(rawValue: 1 << 37) }
  @inlinable public static var zone: WordFeatures { WordFeatures(rawValue: 1 << 38) }

  /// Words beside an unlisted name that give its type away: "in X", "shares of X", "X said".
  @inlinable public static var beforePlace: WordFeatures { WordFeatures(rawValue: 1 << 39) }
  @inlinable public static var beforePerson: WordFeatures { WordFeatures(rawValue: 1 << 40) }
  @inlinable public static var beforeOrganization: WordFeatures { WordFeatures(rawValue: 1 << 41) }
  @inlinable public static var afterPlace: WordFeatures { WordFeatures(rawValue: 1 << 42) }
  @inlinable public static var afterPerson: WordFeatures { WordFeatures(rawValue: 1 << 43) }
  @inlinable public static var afterOrganization: WordFeatures { WordFeatures(rawValue: 1 << 44) }

  /// Nouns that take a place behind "of": "mayor of X", "town of X".
  @inlinable public static var placeNoun: WordFeatures { WordFeatures(rawValue: 1 << 48) }
  /// Nouns that say what an organization is: "company", "newspaper".
  @inlinable public static var organizationNoun: WordFeatures { WordFeatures(rawValue: 1 << 49) }
  /// Verbs that take a place behind "to": "flew", "moved".
  @inlinable public static var motionVerb: WordFeatures { WordFeatures(rawValue: 1 << 50) }
  /// What one has "in" a firm: "shares", "stake".
  @inlinable public static var shareNoun: WordFeatures { WordFeatures(rawValue: 1 << 51) }
  /// Words of sport reports, and words before and behind a team's name there.
  @inlinable public static var sportWord: WordFeatures { WordFeatures(rawValue: 1 << 45) }
  @inlinable public static var beforeTeam: WordFeatures { WordFeatures(rawValue: 1 << 46) }
  @inlinable public static var afterTeam: WordFeatures { WordFeatures(rawValue: 1 << 47) }

  /// A common word of the article's language, where that is not English. No list sets it: the language stage does.
  @inlinable public static var functionWord: WordFeatures { WordFeatures(rawValue: 1 << 52) }

  /// Any bit of the date lists.
  @inlinable public static var anyDate: WordFeatures { WordFeatures(rawValue: (1 << 13) - 1) }

  /// Whether any of `other`'s bits is set. (`contains` asks for all of them.)
  @inlinable
  public func hasAny(_ other: WordFeatures) -> Bool { rawValue & other.rawValue != 0 }
}

extension WordFeatures {
  /// The bit for an entry's type and kind; the first row that fits counts. A nil kind fits every kind.
  static let table: [(type: EntryType, kind: String?, feature: WordFeatures)] = [
    (.date, "month", .month), (.date, "weekday", .weekday), (.date, "unit", .dateUnit),
    (.date, "number", .numberWord), (.date, "ordinal", .ordinalWord), (.date, "season", .season),
    (.date, "daypart", .dayPart), (.date, "holiday", .holiday), (.date, "modifier", .dateModifier),
    (.date, "direction", .dateDirection), (.date, "reference", .dateReference), (.date, "zone", .timeZone),
    (.date, nil, .dateOther),
    (.name, "given", .givenName), (.name, "family", .familyName), (.name, "particle", .nameParticle),
    (.name, "suffix", .nameSuffix),
    (.title, "honorific", .honorific), (.title, nil, .title),
    (.orgHead, nil, .orgHead), (.orgSuffix, nil, .orgSuffix),
    (.placeHead, "compass", .compass), (.placeHead, nil, .placeHead),
    (.guardWord, "never-name", .neverName), (.guardWord, nil, .ambiguous),
    (.place, nil, .place), (.person, nil, .person), (.organization, nil, .organization), (.group, nil, .group),
    (.source, "anonymity", .anonymity), (.source, nil, .source),
    (.context, "before-place", .beforePlace), (.context, "before-person", .beforePerson),
    (.context, "before-organization", .beforeOrganization), (.context, "after-place", .afterPlace),
    (.context, "after-person", .afterPerson), (.context, "after-organization", .afterOrganization),
    (.context, "place-noun", .placeNoun), (.context, "organization-noun", .organizationNoun),
    (.context, "motion-verb", .motionVerb), (.context, "share-noun", .shareNoun),
    (.context, "sport-word", .sportWord),
    (.context, "before-team", .beforeTeam),
    (.context, "after-team", .afterTeam),
    (.trait, nil, .trait), (.abbreviation, nil, .abbreviation), (.zone, nil, .zone),
  ]

  /// The bits of an entry. Cues tell their part of speech by list, so `list` is looked at for them.
  static func features(of row: LexiconRow, list: String) -> WordFeatures {
    if row.type == .cue {
      if list.hasSuffix("/verbs") { return .cueVerb }
      if list.hasSuffix("/nouns") { return .cueNoun }
      if list.hasSuffix("/adjectives") { return .cueAdjective }
      if list.hasSuffix("/adverbs") { return .cueAdverb }
      return .cueOther
    }
    return features(type: row.type, kind: row.kind)
  }

  /// The bits of an entry that is no cue.
  static func features(type: EntryType, kind: String) -> WordFeatures {
    table.first { $0.type == type && ($0.kind == nil || $0.kind == kind) }?.feature ?? []
  }
}
