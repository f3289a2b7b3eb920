/// What the bytes of a token look like, as bits: case, digits, punctuation and the white space before it.
@frozen
public struct TokenShape: OptionSet, Sendable, BitwiseCopyable {
  public let rawValue: UInt32

  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Starts with an upper-case (or title-case) letter.
  @inlinable public static var initialUpper: TokenShape { TokenShape(rawValue: 1 << 0) }
  /// Has at least one letter, and no lower-case letter.
  @inlinable public static var allUpper: TokenShape { TokenShape(rawValue: 1 << 1) }
  /// Has an upper-case letter after the first letter and a lower-case one somewhere ("iPhone", "McDonald").
  @inlinable public static var mixedCase: TokenShape { TokenShape(rawValue: 1 << 2) }
  /// Has a letter.
  @inlinable public static var hasLetter: TokenShape { TokenShape(rawValue: 1 << 3) }
  /// Has a decimal digit.
  @inlinable public static var hasDigit: TokenShape { TokenShape(rawValue: 1 << 4) }
  /// Starts with a digit and holds only digits and inner `,` `.` `:` `/` ("3,000.50", "10:55").
  @inlinable public static var number: TokenShape { TokenShape(rawValue: 1 << 5) }
  /// One punctuation mark or symbol, or a run of one that counts as one ("...", "--", "''").
  @inlinable public static var punctuation: TokenShape { TokenShape(rawValue: 1 << 6) }
  /// `.` `!` `?` `…` and their kin.
  @inlinable public static var terminal: TokenShape { TokenShape(rawValue: 1 << 7) }
  /// A quotation mark that can only open in English (`“` `‘` `«` `„` and two back-ticks).
  @inlinable public static var openQuote: TokenShape { TokenShape(rawValue: 1 << 8) }
  /// A quotation mark that can only close in English (`”` `»`); `’` is an apostrophe too and has `anyQuote` alone.
  @inlinable public static var closeQuote: TokenShape { TokenShape(rawValue: 1 << 9) }
  /// Any mark that may be a quotation mark, the straight ones and `’` included.
  @inlinable public static var anyQuote: TokenShape { TokenShape(rawValue: 1 << 10) }
  /// Hyphen or dash of any length.
  @inlinable public static var dash: TokenShape { TokenShape(rawValue: 1 << 11) }
  /// White space (or the start of the text) stands before the token.
  @inlinable public static var spaceBefore: TokenShape { TokenShape(rawValue: 1 << 12) }
  /// First token of its line.
  @inlinable public static var lineStart: TokenShape { TokenShape(rawValue: 1 << 13) }
  /// First token of its paragraph: a blank line (or the start of the text) stands before it.
  @inlinable public static var paragraphStart: TokenShape { TokenShape(rawValue: 1 << 14) }
  /// Letters with full stops between them: "U.S.", "p.m.", "J.K.".
  @inlinable public static var dotted: TokenShape { TokenShape(rawValue: 1 << 15) }
  /// One capital letter and a full stop: "J.".
  @inlinable public static var initial: TokenShape { TokenShape(rawValue: 1 << 16) }
  /// A web or mail address, or a handle.
  @inlinable public static var address: TokenShape { TokenShape(rawValue: 1 << 17) }
  /// A clitic split from the word before it: "'s", "n't", "'ll".
  @inlinable public static var clitic: TokenShape { TokenShape(rawValue: 1 << 18) }
  /// Has a byte of 0x80 or above.
  @inlinable public static var nonASCII: TokenShape { TokenShape(rawValue: 1 << 19) }
  /// A full stop follows directly; the word may be an abbreviation.
  @inlinable public static var beforeStop: TokenShape { TokenShape(rawValue: 1 << 20) }
  /// The full stop at the end belongs to the word: "Gen.", "Aug.".
  @inlinable public static var abbreviation: TokenShape { TokenShape(rawValue: 1 << 21) }
  /// Has a lower-case letter.
  @inlinable public static var hasLower: TokenShape { TokenShape(rawValue: 1 << 22) }
  /// A currency sign, `%`, `+` or other symbol.
  @inlinable public static var symbol: TokenShape { TokenShape(rawValue: 1 << 23) }
  /// An opening or closing bracket.
  @inlinable public static var bracket: TokenShape { TokenShape(rawValue: 1 << 24) }

  /// Whether any of `other`'s bits is set. (`contains` asks for all of them.)
  @inlinable
  public func hasAny(_ other: TokenShape) -> Bool { rawValue & other.rawValue != 0 }
}
