/// The number of a folded word in the compiled vocabulary; `none` for a word that no list holds.
///
/// Ids are good within one compiled lexicon only. The words that rules name (`WordID.said`) have the same ids in all.
@frozen
public struct WordID: Hashable, Sendable, BitwiseCopyable {
  public let raw: Int32

  @inlinable public init(_ raw: Int32) { self.raw = raw }

  @inlinable public static var none: WordID { WordID(-1) }

  @inlinable public var isKnown: Bool { raw >= 0 }
}
