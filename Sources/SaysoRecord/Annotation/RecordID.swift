/// The letter of one kind of id: `m`, `e`, `c`.
public protocol RecordIDLetter: Sendable {
  static var letter: StaticString { get }
}

/// An id that the contract writes as a letter and a number from 1: `m3`, `e2`, `c1`. Unique in its record only.
public struct RecordID<Letter: RecordIDLetter>: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var number: Int32

  public init(_ number: Int) { self.number = Int32(clamping: number) }

  /// Nil where `text` is not the letter and a number without leading zeros.
  public init?(_ text: some Collection<UInt8>) {
    guard text.first == Letter.letter.utf8Start[0], text.count <= 10 else { return nil }
    var number = 0
    for byte in text.dropFirst() {
      guard byte &- 0x30 < 10, number > 0 || byte != 0x30 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    guard number > 0 else { return nil }
    self.init(number)
  }

  public static func < (a: Self, b: Self) -> Bool { a.number < b.number }

  public var description: String { "\(Letter.letter)\(number)" }
}

public enum MentionLetter: RecordIDLetter { public static let letter: StaticString = "m" }
public enum EntityLetter: RecordIDLetter { public static let letter: StaticString = "e" }
public enum ClaimLetter: RecordIDLetter { public static let letter: StaticString = "c" }

public typealias MentionID = RecordID<MentionLetter>
public typealias EntityRef = RecordID<EntityLetter>
public typealias ClaimID = RecordID<ClaimLetter>

extension JSONByteWriter {
  /// An id of a record as a string.
  public mutating func id<Letter>(_ id: RecordID<Letter>) { identifier(Letter.letter, Int(id.number)) }

  /// An id, or `null`.
  public mutating func id<Letter>(_ id: RecordID<Letter>?) {
    if let id { self.id(id) } else { null() }
  }
}
