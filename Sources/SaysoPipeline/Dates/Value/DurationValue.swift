/// A length of time as said: "two years", "2 1/2 hours", "several days".
struct DurationValue: Hashable, Sendable {
  /// How many; negative for a number that is not said ("several days").
  var count: Int {
    get { Int(counts) }
    set { counts = Int32(clamping: newValue) }
  }
  var unit = DateUnit.none
  /// Half a unit more: "two and a half".
  var half = false
  /// A second, smaller part: "two hours and ten minutes".
  var minorCount: Int {
    get { Int(minorCounts) }
    set { minorCounts = Int32(clamping: newValue) }
  }
  var minorUnit = DateUnit.none

  /// Counts above this are given up on: no text means them as a length of calendar time.
  static let limit = 1_000_000_000

  private var counts: Int32 = -1
  private var minorCounts: Int32 = 0

  init() {}

  init(count: Int, unit: DateUnit, half: Bool = false) {
    (self.unit, self.half) = (unit, half)
    self.count = count
  }

  var isPossible: Bool { unit != .none && count <= Self.limit && minorCount <= Self.limit }
}
