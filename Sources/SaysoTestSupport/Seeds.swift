import Foundation
public import Testing

/// The seed of one run of a property test. A failing run prints it; `SAYSO_SEED=17` runs that one alone.
///
///     @Test(arguments: Seed.some(50)) func comesBack(seed: Seed) throws {
///       var random = seed.generator
public struct Seed: Hashable, Sendable, CustomTestStringConvertible {
  public var value: UInt64

  public init(_ value: UInt64) { self.value = value }

  /// A generator that starts from this seed.
  public var generator: SeededGenerator { SeededGenerator(seed: value) }

  public var testDescription: String { "SAYSO_SEED=\(value)" }

  /// Seeds 1, 2, 3 ...: the same in every run.
  public static func some(_ count: Int) -> [Seed] {
    if let one = ProcessInfo.processInfo.environment["SAYSO_SEED"].flatMap({ UInt64($0) }) { return [Seed(one)] }
    return (1...max(1, count)).map { Seed(UInt64($0)) }
  }
}
