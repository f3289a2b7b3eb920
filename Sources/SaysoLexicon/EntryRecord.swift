/// A row of a list in compiled form, with the attributes that rules ask for most already parsed.
@frozen
public struct EntryRecord: BitwiseCopyable {
  /// Numbers of strings in the image.
  var name: UInt32
  var kindString: UInt32
  var line: UInt32
  var firstAttribute: UInt32
  var attributeCount: UInt16
  var list: UInt16
  /// ISO 3166-1 alpha-2 as two ASCII bytes, 0 where the row has none.
  public internal(set) var country: UInt16
  public internal(set) var type: EntryType
  public internal(set) var gender: Gender
  public internal(set) var guards: EntryGuards
  /// Bits for the few `form=` values of titles.
  public internal(set) var forms: EntryForms
}

/// Grammatical gender that a name, title or pronoun gives away.
@frozen
public enum Gender: UInt8, Sendable, BitwiseCopyable {
  case unknown, female, male

  init(attribute: String) {
    switch attribute {
    case "f": self = .female
    case "m": self = .male
    default: self = .unknown
    }
  }
}

/// `guard=` of a row: what else the name may be, so that it needs evidence beyond the match.
@frozen
public struct EntryGuards: OptionSet, Sendable, BitwiseCopyable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Also an ordinary word ("Reading", "Apple").
  public static let word = EntryGuards(rawValue: 1)
  /// Also a surname or given name ("Jordan", "Washington").
  public static let name = EntryGuards(rawValue: 2)
  /// A name of a person or organization that is also a place ("Chelsea").
  public static let place = EntryGuards(rawValue: 4)
  /// The place stands for its government ("Washington", "Moscow").
  public static let metonym = EntryGuards(rawValue: 8)
  /// Added by the user: wins over ours.
  public static let user = EntryGuards(rawValue: 16)
  /// `prior=high`: in spite of another guard this reading is meant unless the context says otherwise ("Turkey", "Paris").
  public static let sure = EntryGuards(rawValue: 32)

  init(row: LexiconRow) {
    var guards: EntryGuards = []
    for (key, value) in row.attributes {
      if key == "metonym" { guards.insert(.metonym) }
      if key == "prior", value == "high" { guards.insert(.sure) }
      guard key == "guard" else { continue }
      for part in value.split(separator: ",") {
        if part == "word" { guards.insert(.word) }
        if part == "name" { guards.insert(.name) }
        if part == "place" { guards.insert(.place) }
      }
    }
    self = guards
  }
}

/// `form=` of a title, how it is used; `position=` of a head, where it stands in the name, and `links=`, what joins it.
@frozen
public struct EntryForms: OptionSet, Sendable, BitwiseCopyable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// May stand directly before a name: "President", "Gen.".
  public static let before = EntryForms(rawValue: 1)
  /// Used as a common noun: "the president".
  public static let role = EntryForms(rawValue: 2)
  /// A place head behind the rest of the name: "Blue Lake".
  public static let after = EntryForms(rawValue: 4)
  /// A place head joined with "of": "Gulf of Blue".
  public static let of = EntryForms(rawValue: 8)
  /// An organization's head joined with "against" or "to": "Committee against Noise".
  public static let against = EntryForms(rawValue: 16)
  public static let to = EntryForms(rawValue: 32)

  init(row: LexiconRow) {
    var forms: EntryForms = []
    for (key, value) in row.attributes {
      // `before=yes` of a company suffix that stands before the name: "PT".
      if key == "before", value == "yes" { forms.insert(.before) }
      guard key == "form" || key == "position" || key == "links" else { continue }
      for part in value.split(separator: ",") {
        if part == "before" { forms.insert(.before) }
        if part == "role" { forms.insert(.role) }
        if part == "after" { forms.insert(.after) }
        if part == "of" { forms.insert(.of) }
        if part == "against" { forms.insert(.against) }
        if part == "to" { forms.insert(.to) }
      }
    }
    self = forms
  }
}
