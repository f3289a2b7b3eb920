/// What an entry of a lexicon list is: the part before the `/` of its second column.
@frozen
public enum EntryType: UInt8, CaseIterable, Sendable {
  // Names of things: matched in the text and offered to the tagger.
  case place, person, organization, group
  // Parts of names.
  case name, title, orgHead, orgSuffix, placeHead
  // Words that rules lean on.
  case guardWord, cue, source, date, abbreviation, zone, trait, context
  // A row about a word's classes and lemma; not matched as a phrase.
  case word
  // A row of a table that a stage reads for itself; not matched.
  case table

  /// The spelling in a list's second column.
  public var label: String {
    switch self {
    case .orgHead: "org-head"
    case .orgSuffix: "org-suffix"
    case .placeHead: "place-head"
    case .guardWord: "guard"
    default: "\(self)"
    }
  }

  public init?(label: String) {
    guard let type = EntryType.allCases.first(where: { $0.label == label }) else { return nil }
    self = type
  }

  /// Whether rows of this type are phrases that the matcher finds in text.
  public var isPhrase: Bool { self != .word && self != .table }
}

/// A set of entry types, for look-ups that take any of several.
@frozen
public struct EntryTypes: OptionSet, Sendable, BitwiseCopyable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public init(_ type: EntryType) { rawValue = 1 << UInt32(type.rawValue) }

  /// Place, person, organization and group.
  @inlinable public static var names: EntryTypes {
    [EntryTypes(.place), EntryTypes(.person), EntryTypes(.organization), EntryTypes(.group)]
  }

  @inlinable
  @inline(__always)
  public func has(_ type: EntryType) -> Bool { rawValue & (1 << UInt32(type.rawValue)) != 0 }
}
