/// Why a text is not the JSON that was asked for, and where.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong.
  public enum Reason: String, Sendable {
    case expectedValue = "expected a value"
    case expectedObject = "expected an object"
    case expectedArray = "expected an array"
    case expectedString = "expected a string in double quotes"
    case expectedNumber = "expected a number"
    case expectedWholeNumber = "expected a whole number"
    case expectedBool = "expected true or false"
    case expectedColon = "expected a colon"
    case expectedCommaOrBrace = "expected a comma or a closing brace"
    case expectedCommaOrBracket = "expected a comma or a closing bracket"
    case expectedEnd = "expected nothing after the value"
    case unendedString = "the string has no end"
    case controlCharacter = "a control character in a string must be escaped"
    case badEscape = "unknown escape"
    case badUnicodeEscape = "expected four hexadecimal digits"
    case tooLarge = "the number is too large"
    case tooDeep = "nested too deep"
  }

  /// Offset in bytes from the start of the text, 0-based.
  public var offset: Int
  public var reason: Reason

  public init(offset: Int, reason: Reason) {
    self.offset = offset
    self.reason = reason
  }

  /// `expected a colon at byte 17` (counted from 1, as editors do).
  public var description: String { "\(reason.rawValue) at byte \(offset + 1)" }
}
