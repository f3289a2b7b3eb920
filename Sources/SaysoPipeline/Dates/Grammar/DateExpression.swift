import SaysoRecord

/// What an expression says by itself, before its context is looked at. Rules build these; the resolver turns them into
/// `Timex`.
struct DateExpression: Sendable {
  enum Form: UInt8, Sendable {
    /// Parts of the calendar, those that are said: "23 February", "Friday night", "the third quarter".
    case calendar
    /// A count of units from a point: "last year", "two weeks ago", "a day later".
    case shift
    case reference, duration, set
  }

  /// Where a relative expression counts from.
  enum Base: UInt8, Sendable {
    /// The reference date.
    case published
    /// The date that the text last spoke of.
    case context
  }

  /// The word that says which of several: "last Friday", "this May", "next spring".
  enum Direction: UInt8, Sendable { case none, last, this, next }

  var form: Form
  var value = DateValue()
  var last = DateValue()
  private var holidayCode: Int32 = 0
  var direction = Direction.none
  var base = Base.published
  /// Units to go from the base, for `.shift`; years, for a calendar part "last year" or "next year".
  var count = 0
  var unit = DateUnit.none
  var yearShift: Int?
  var duration = DurationValue()
  var reference = Timex.Reference.none
  var modifier = DateModifier.none
  var perhaps = false
  var quantifier = Timex.Quantifier.none
  var frequency = 0
  var type: TimexType?
  /// Counted up to the reference date or from it ("the past two years": -1, "the next two years": 1).
  var covers = 0
  /// "a year earlier" of a report on a quarter means the quarter.
  var takesQuarter = false

  init(_ form: Form) { self.form = form }

  /// The holiday that it names.
  var holiday: HolidayRule? {
    get { holidayCode == 0 ? nil : HolidayRule(packed: Int(holidayCode)) }
    set { holidayCode = Int32(clamping: newValue?.packed ?? 0) }
  }

  static func calendar(_ value: DateValue) -> Self {
    var new = Self(.calendar)
    new.value = value
    return new
  }

  static func shift(_ count: Int, _ unit: DateUnit, base: Base = .published) -> Self {
    var new = Self(.shift)
    (new.count, new.unit, new.base) = (count, unit, base)
    return new
  }

  static func duration(_ count: Int, _ unit: DateUnit, half: Bool = false) -> Self {
    var new = Self(.duration)
    new.duration = DurationValue(count: count, unit: unit, half: half)
    return new
  }

  static func reference(_ reference: Timex.Reference) -> Self {
    var new = Self(.reference)
    new.reference = reference
    return new
  }

  /// A copy with some fields set: `.shift(-1, .day).with { $0.direction = .last }`.
  func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }
}
