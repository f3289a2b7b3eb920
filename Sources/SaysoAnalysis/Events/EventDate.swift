public import SaysoRecord

/// An EDTF date as the days that it may mean.
///
///     EventDate("2024-02")             // 2024-02-01 to 2024-02-29, precision month
///     EventDate("2023/..")             // from 2023-01-01, open
///     EventDate("XXXX-02-22")          // a day of an unknown year: no days, precision day
///
/// Reads what sayso writes: dates, times, seasons, quarters, halves, decades and centuries, intervals open or closed,
/// sets, and the marks `?`, `~` and `%`. O(length).
public struct EventDate: Hashable, Sendable {
  public let edtf: String
  /// First possible day, counted from 1970-01-01; nil where open or of an unknown year.
  public private(set) var start: Int32?
  /// Last possible day.
  public private(set) var end: Int32?
  /// Of an interval, the coarser of its ends; nil where the text is no EDTF that is known here.
  public private(set) var precision: DatePrecision?
  /// Marked as approximate or uncertain.
  public let isApproximate: Bool
  /// Month and day, or month alone (day 0), where the year is not known: `month * 100 + day`.
  public private(set) var yearless: Int32?

  public init(_ edtf: String) {
    self.edtf = edtf
    isApproximate = edtf.utf8.contains { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "%") }
    let plain = edtf.utf8.filter { ![UInt8(ascii: "?"), UInt8(ascii: "~"), UInt8(ascii: "%")].contains($0) }
    let parts: [ArraySlice<UInt8>]
    if let first = plain.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
      parts = plain.dropFirst().dropLast().split(separator: UInt8(ascii: ","))
    } else {
      parts = plain.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    }
    read(parts.map { CalendarUnit.read($0) }, isOpen: parts.map { $0.elementsEqual("..".utf8) || $0.isEmpty })
  }

  private mutating func read(_ units: [CalendarUnit?], isOpen: [Bool]) {
    guard let first = units.first, let last = units.last, units.count <= 2 || !isOpen.contains(true) else { return }
    precision = units.compactMap { $0?.precision }.max { $0.order < $1.order }
    yearless = units.count == 1 ? first?.yearless : nil
    guard zip(units, isOpen).allSatisfy({ $0 != nil || $1 }), units.contains(where: { $0 != nil }) else {
      precision = nil
      return
    }
    start = isOpen.first == true ? nil : first?.start
    end = isOpen.last == true ? nil : last?.end
  }

  /// Days from first to last; nil where either is open.
  public var length: Int? {
    guard let start, let end else { return nil }
    return Int(end) - Int(start) + 1
  }

  /// What timelines are sorted by: the first day, or the last of what is open before; a date without a year comes last.
  var order: (Int32, Int32) {
    if let start { return (start, end ?? .max) }
    if let end { return (end, end) }
    return (.max, yearless ?? .max)
  }

  /// The record's form.
  func record(anchor: Anchor) -> TimelineEntry.EventDate {
    .init(
      edtf: edtf, start: start.flatMap(CalendarUnit.text), end: end.flatMap(CalendarUnit.text), precision: precision,
      isApproximate: isApproximate, anchor: anchor)
  }
}

extension DatePrecision {
  /// From fine to coarse.
  public var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
