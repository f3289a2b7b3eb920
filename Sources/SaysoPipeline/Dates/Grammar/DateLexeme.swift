/// What the tables say of one word (or of a phrase): its classes and the values that go with them.
struct DateWord: Sendable, Equatable {
  var classes: DateClass = []
  /// Value of a number or ordinal.
  var number: Int32 = 0
  /// Month, weekday, season, part of the day, direction, offset, holiday rule, reference or modifier: by class.
  var code: Int32 = 0
  var unit = DateUnit.none
  /// Letters that must be capitals in the text: 0 none, 1 the first, 2 all.
  var capitals: UInt8 = 0
  /// An ordinary word as well ("march", "second"), which needs evidence around it.
  var guarded = false
  /// A full stop behind it: 0 none of its own, 1 may belong to it ("Sept."), 2 must be there ("Sat.").
  var stop: UInt8 = 0
}

/// One element of a run that the rules are matched against: a word, a phrase, a number or a mark.
struct DateLexeme: Sendable {
  var classes: DateClass
  /// Number, ordinal, year, or hours * 3600 + minutes * 60 + seconds of a clock time.
  var number = 0
  var code = 0
  /// Day, month and year of a numeric date live in `number`, `code` and `extra`.
  var extra = 0
  var unit = DateUnit.none
  var guarded = false
  /// Nothing stands between this lexeme and the one before it.
  var attached = false
  /// First token, and the one behind the last.
  var token: Int32
  var tokenEnd: Int32
  /// Bytes in the source.
  var start: Int32
  var end: Int32
}
