internal import SaysoAnalysis

/// Days as places along a line, with labels at round dates.
struct TimeAxis {
  struct Tick {
    var position: Int
    var label: String
  }

  private static let mostTicks = 9

  private let first: Int
  private let last: Int
  private let from: Int
  private let to: Int

  /// Nil where no date has a day.
  init?(_ dates: [EventDate], from: Int, to: Int) {
    let days = dates.flatMap { [$0.start, $0.end] }.compactMap { $0.map { Int($0) } }
    guard let least = days.min(), let most = days.max() else { return nil }
    let room = max(2, (most - least) / 30)
    (first, last) = (least - room, most + room)
    (self.from, self.to) = (from, to)
  }

  func position(_ day: Int) -> Int { from + (min(max(day, first), last) - first) * (to - from) / (last - first) }

  /// Years, months or days at round steps, at most nine of them.
  var ticks: [Tick] {
    let years = Self.year(of: first)...max(Self.year(of: first), Self.year(of: last))
    for step in [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] where (last - first) > 900 {
      let ticks = years.filter { $0 % step == 0 }.compactMap { tick(Self.padded($0, 4), label: String($0)) }
      if ticks.count <= Self.mostTicks { return ticks }
    }
    let months = years.flatMap { year in (1...12).map { (year, $0) } }
    for step in [1, 2, 3, 6] where (last - first) > 60 {
      let ticks = months.filter { ($0.1 - 1) % step == 0 }.compactMap { month($0.0, $0.1) }
      if ticks.count <= Self.mostTicks { return ticks }
    }
    return days(months)
  }

  private func month(_ year: Int, _ month: Int) -> Tick? {
    let edtf = "\(Self.padded(year, 4))-\(Self.padded(month, 2))"
    let words = DateWords.text(edtf).split(separator: " ")
    return tick(edtf, label: "\(words.first?.prefix(3) ?? "") \(words.last ?? "")")
  }

  private func days(_ months: [(Int, Int)]) -> [Tick] {
    let step = (last - first + 1) / Self.mostTicks + 1
    return months.flatMap { year, month -> [Tick] in
      guard let start = EventDate("\(Self.padded(year, 4))-\(Self.padded(month, 2))-01").start.map({ Int($0) }) else {
        return []
      }
      return (1...31).filter { (first...last).contains(start + $0 - 1) && (start + $0 - 1 - first) % step == 0 }
        .compactMap { day in
          let edtf = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
          let words = DateWords.text(edtf).split(separator: " ")
          return tick(edtf, label: words.prefix(2).map { $0.prefix(3) }.joined(separator: " "))
        }
    }
  }

  /// The place where a date begins; nil outside the axis.
  private func tick(_ edtf: String, label: String) -> Tick? {
    guard let day = EventDate(edtf).start.map({ Int($0) }), (first...last).contains(day) else { return nil }
    return Tick(position: position(day), label: label)
  }

  /// The year in which a day lies, or the one before.
  private static func year(of day: Int) -> Int { min(9999, max(0, 1970 + day * 400 / 146_097)) }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
