import SaysoRecord

/// What a date expression means, as resolved: enough to write TIMEX3 and EDTF from, in plain integers.
struct Timex: Hashable, Sendable {
  /// TIMEX3's words for a time without a place in the calendar.
  enum Reference: UInt8, Sendable { case none, past, present, future }

  /// How the expression stands to a neighbour, for EDTF.
  enum Relation: UInt8, Sendable { case none, since, until, between, either, both }

  var type = TimexType.date
  var value = DateValue()
  /// The other end of a range inside one expression ("February-March").
  var last = DateValue()
  var reference = Reference.none
  var duration = DurationValue()
  var modifier = DateModifier.none
  var anchor = Anchor.none
  /// Said to be uncertain ("possibly in 1962").
  var perhaps = false
  /// The year is a guess from the page's other dates.
  var yearUncertain = false
  /// A set's base is a part of the calendar ("every Tuesday") rather than a length ("daily").
  var calendarSet = false
  var quantifier = Quantifier.none
  /// How often in each period, for a set; 0 where not said.
  var frequency = 0
  var relation = Relation.none
  /// The other end of a relation that spans two expressions.
  var partner = DateValue()
  var partnerYearUncertain = false
  /// This is the second of the two.
  var isSecond = false
  /// First and last day that a duration covers, where it is counted from a known day ("the past two years").
  var covers: DateValue? = nil
  var coversTo: DateValue? = nil

  enum Quantifier: UInt8, Sendable {
    case none, every, each, everyOther

    var timex: String { ["", "EVERY", "EACH", "EVERY OTHER"][Int(rawValue)] }
  }
}
