/// What a word may be in a date: one bit a class, several for a word of several readings ("second", "last", "May").
///
/// A class has one name: in the lexicons' type column (`date/month`) and, in capitals, in the patterns of the rules.
struct DateClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt128

  init(rawValue: UInt128) { self.rawValue = rawValue }

  /// The class of a name, in either case ("month", "MONTH") or of a mark (","); nil for one that there is not.
  init?(name: String) {
    guard let bit = Self.bits[name] ?? Self.bits[name.lowercased()] else { return nil }
    rawValue = 1 << UInt128(bit)
  }

  /// Bits by name, and by the name in capitals.
  private static let bits: [String: Int] = {
    var bits: [String: Int] = [:]
    for (bit, name) in names.enumerated() {
      bits[name] = bit
      bits[name.uppercased()] = bit
    }
    return bits
  }()

  init(known name: String) { self = Self(name: name) ?? [] }

  /// The names, in the order of the bits. Those of the last row are what the lexer makes of figures, number words and
  /// marks; all others come from the tables.
  static let names =
    """
    month weekday weekdays unit units season seasons daypart dayparts noon tonight overnight weekend weekends ampm \
    oclock holiday early late mid edge mod modafter perhaps exactly last next this current latest that same these ago \
    before after fromnow ahead recent ref refadj refnoun today the a of in on at by for since until from between asof \
    during and or either to every times per few couple old period time filler fiscal sometime frequency zone decade era \
    half halfname child reign number scale ordinal its yearend numbered event qtr ended yearmark monthmark daymark future past \
    done num ord year day clock numdate frac , - / 's . :
    """
    .split(separator: " ").map(String.init)

  /// The classes that make a run of words worth parsing: without one of them there is no date in it.
  static let strong: DateClass = [
    .month, .weekday, .weekdays, .unit, .units, .season, .seasons, .dayPart, .dayParts, .noon, .ampm, .holiday, .ref,
    .refAdjective, .refNoun, .today, .frequency, .decade, .era, .year, .clock, .numericDate, .latest,
    .tonight, .overnight, .weekend, .weekends, .oclock, .yearEnd, .event, .quarterName, .halfName, .yearMark,
    .monthMark, .dayMark,
  ]
}

// The classes that rules and the resolver ask for by name.
extension DateClass {
  /// Words that only tell the tense: no part of any date.
  static let tense: DateClass = [DateClass(known: "future"), DateClass(known: "past"), DateClass(known: "done")]

  static let month = DateClass(known: "month")
  static let weekday = DateClass(known: "weekday")
  static let weekdays = DateClass(known: "weekdays")
  static let unit = DateClass(known: "unit")
  static let units = DateClass(known: "units")
  static let season = DateClass(known: "season")
  static let seasons = DateClass(known: "seasons")
  static let dayPart = DateClass(known: "daypart")
  static let dayParts = DateClass(known: "dayparts")
  static let noon = DateClass(known: "noon")
  static let ampm = DateClass(known: "ampm")
  static let holiday = DateClass(known: "holiday")
  static let early = DateClass(known: "early")
  static let late = DateClass(known: "late")
  static let mid = DateClass(known: "mid")
  static let edge = DateClass(known: "edge")
  static let mod = DateClass(known: "mod")
  static let modAfter = DateClass(known: "modafter")
  static let perhaps = DateClass(known: "perhaps")
  static let last = DateClass(known: "last")
  static let next = DateClass(known: "next")
  static let this = DateClass(known: "this")
  static let that = DateClass(known: "that")
  static let same = DateClass(known: "same")
  static let current = DateClass(known: "current")
  static let latest = DateClass(known: "latest")
  static let before = DateClass(known: "before")
  static let after = DateClass(known: "after")
  static let ref = DateClass(known: "ref")
  static let refAdjective = DateClass(known: "refadj")
  static let weekend = DateClass(known: "weekend")
  static let refNoun = DateClass(known: "refnoun")
  static let today = DateClass(known: "today")
  static let the = DateClass(known: "the")
  static let article = DateClass(known: "a")
  static let since = DateClass(known: "since")
  static let until = DateClass(known: "until")
  static let from = DateClass(known: "from")
  static let between = DateClass(known: "between")
  static let and = DateClass(known: "and")
  static let or = DateClass(known: "or")
  static let either = DateClass(known: "either")
  static let to = DateClass(known: "to")
  static let every = DateClass(known: "every")
  static let times = DateClass(known: "times")
  static let few = DateClass(known: "few")
  static let couple = DateClass(known: "couple")
  static let fiscal = DateClass(known: "fiscal")
  static let frequency = DateClass(known: "frequency")
  static let zone = DateClass(known: "zone")
  static let decade = DateClass(known: "decade")
  static let era = DateClass(known: "era")
  static let half = DateClass(known: "half")
  static let number = DateClass(known: "number")
  static let scale = DateClass(known: "scale")
  static let ordinal = DateClass(known: "ordinal")
  static let num = DateClass(known: "num")
  static let ord = DateClass(known: "ord")
  static let year = DateClass(known: "year")
  static let day = DateClass(known: "day")
  static let clock = DateClass(known: "clock")
  static let numericDate = DateClass(known: "numdate")
  static let fraction = DateClass(known: "frac")
  static let comma = DateClass(known: ",")
  static let hyphen = DateClass(known: "-")
  static let slash = DateClass(known: "/")
  static let possessive = DateClass(known: "'s")
  static let stop = DateClass(known: ".")
  static let colon = DateClass(known: ":")
  static let `for` = DateClass(known: "for")
  static let `in` = DateClass(known: "in")
  static let by = DateClass(known: "by")
  static let old = DateClass(known: "old")
  static let during = DateClass(known: "during")
  static let of = DateClass(known: "of")
  static let ago = DateClass(known: "ago")
  static let numbered = DateClass(known: "numbered")
  static let ended = DateClass(known: "ended")
  static let yearMark = DateClass(known: "yearmark")
  static let monthMark = DateClass(known: "monthmark")
  static let dayMark = DateClass(known: "daymark")
  static let event = DateClass(known: "event")
  static let quarterName = DateClass(known: "qtr")
  static let halfName = DateClass(known: "halfname")
  static let child = DateClass(known: "child")
  static let reign = DateClass(known: "reign")
  static let asof = DateClass(known: "asof")
  static let on = DateClass(known: "on")
  static let at = DateClass(known: "at")
  static let pastTense = DateClass(known: "past")
  /// Verbs whose infinitive came about: "began to", "refused to".
  static let doneTense = DateClass(known: "done")
  static let futureTense = DateClass(known: "future")
  static let yearEnd = DateClass(known: "yearend")
  static let tonight = DateClass(known: "tonight")
  static let overnight = DateClass(known: "overnight")
  static let weekends = DateClass(known: "weekends")
  static let oclock = DateClass(known: "oclock")
}
