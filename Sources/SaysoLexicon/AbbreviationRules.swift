/// Where a word and the full stop behind it are one abbreviation: the attributes of an abbreviation's rows.
@frozen
public struct AbbreviationRules: OptionSet, Sendable, BitwiseCopyable {
  public let rawValue: UInt32

  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The entry is in lower case, so any case will do; else the text must have a capital ("Mar.", not "mar.").
  @inlinable public static var anyCase: AbbreviationRules { AbbreviationRules(rawValue: 1) }
  /// `before=digit`: "No. 5", "p. 12".
  @inlinable public static var beforeDigit: AbbreviationRules { AbbreviationRules(rawValue: 2) }
  /// `before=name`: "Mt. Etna".
  @inlinable public static var beforeName: AbbreviationRules { AbbreviationRules(rawValue: 4) }
  /// `after=digit`: "12 ft."
  @inlinable public static var afterDigit: AbbreviationRules { AbbreviationRules(rawValue: 8) }
  /// `final=no`: practically never the last word of a sentence ("Gen.").
  @inlinable public static var neverFinal: AbbreviationRules { AbbreviationRules(rawValue: 16) }
  /// A place or a title of office, after which a capital is usually more of the name ("U.S. Army").
  @inlinable public static var place: AbbreviationRules { AbbreviationRules(rawValue: 32) }
  /// Set for every abbreviation.
  @inlinable public static var any: AbbreviationRules { AbbreviationRules(rawValue: 64) }

  init(row: LexiconRow) {
    var rules: AbbreviationRules = [.any]
    if row.name.first?.isUppercase != true { rules.insert(.anyCase) }
    if row.kind == "place" { rules.insert(.place) }
    for (key, value) in row.attributes {
      switch (key, value) {
      case ("before", "digit"), ("before", "date"): rules.insert(.beforeDigit)
      case ("before", "name"): rules.insert(.beforeName)
      case ("after", "digit"): rules.insert(.afterDigit)
      case ("final", "no"): rules.insert(.neverFinal)
      default: break
      }
    }
    self = rules
  }
}
