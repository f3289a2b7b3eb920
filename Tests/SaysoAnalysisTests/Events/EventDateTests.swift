import SaysoAnalysis
import SaysoRecord
import SaysoTestSupport
import Testing

@Suite struct EventDateTests {
  /// Start, end and precision, as a timeline entry has them.
  static let dates: [(String, String, String, DatePrecision?)] = [
    ("2024-02-22", "2024-02-22", "2024-02-22", .day), ("2024-02", "2024-02-01", "2024-02-29", .month),
    ("2023-02", "2023-02-01", "2023-02-28", .month), ("2023", "2023-01-01", "2023-12-31", .year),
    ("199X", "1990-01-01", "1999-12-31", .decade), ("19XX", "1900-01-01", "1999-12-31", .century),
    ("2024-21", "2024-03-01", "2024-05-31", .season), ("2024-24", "2023-12-01", "2024-02-29", .season),
    ("2024-34", "2024-04-01", "2024-06-30", .quarter), ("2024-41", "2024-07-01", "2024-12-31", .half),
    ("2023-02/2023-03", "2023-02-01", "2023-03-31", .month), ("2023-02-25/2023-03", "2023-02-25", "2023-03-31", .month),
    ("2021/..", "2021-01-01", "-", .year), ("../2022-07?", "-", "2022-07-31", .month),
    ("[2023-04,2023-05]", "2023-04-01", "2023-05-31", .month), ("2023?-05-09", "2023-05-09", "2023-05-09", .day),
    ("2024-01-01T10:00:00Z", "2024-01-01", "2024-01-01", .time), ("XXXX-02-22", "-", "-", .day),
    ("-0043-03-15", "-0043-03-15", "-0043-03-15", .day), ("", "-", "-", nil), ("tomorrow", "-", "-", nil),
    ("2023-02-30", "-", "-", nil), ("2023-13", "-", "-", nil), ("..", "-", "-", nil), ("2023/x", "-", "-", nil),
    ("99999999-01-01", "-", "-", nil),
  ]

  @Test(arguments: dates) func days(edtf: String, start: String, end: String, precision: DatePrecision?) {
    let date = EventDate(edtf)
    #expect(date.precision == precision)
    #expect((date.start == nil) == (start == "-"))
    #expect((date.end == nil) == (end == "-"))
    if let day = date.start { #expect(EventDate(start).start == day) }
    if let day = date.end { #expect(EventDate(end).start == day) }
  }

  @Test func marks() {
    #expect(EventDate("2023-04-30~").isApproximate)
    #expect(EventDate("2022-07?").isApproximate)
    #expect(!EventDate("2023-04-30").isApproximate)
    #expect(EventDate("XXXX-02-22").yearless == 222)
    #expect(EventDate("2024-02").length == 29)
    #expect(EventDate("1970-01-01").start == 0)
    #expect(EventDate("1969-12-31").start == -1)
  }

  @Test(arguments: Seed.some(50)) func anyText(seed: Seed) {
    var random = seed.generator
    let letters = Array("0123456789-/X?~%[]{},.TZY+:")
    let text = String(
      (0..<Int.random(in: 0...14, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
    let date = EventDate(text)
    if let start = date.start, let end = date.end, !text.contains("/"), !text.contains(",") { #expect(start <= end) }
    if date.start != nil { #expect(date.precision != nil) }
  }
}
