/// One line that says how far a batch is: how much, how fast, how long still.
struct ProgressBar {
  private let total: Int?
  private let label: String
  private let clock = Stopwatch()
  private var lastDrawn = 0
  private static let width = 24

  /// - Parameters:
  ///   - total: bytes of input; nil where nobody knows.
  ///   - label: what stands before the bar.
  init(total: Int?, label: String = "") {
    self.label = label
    self.total = total.flatMap { $0 > 0 ? $0 : nil }
  }

  /// The bar, or nil where one was drawn less than a tenth of a second ago.
  mutating func next(counts: BatchCounts, progress: Int) -> String? {
    let now = clock.milliseconds
    guard now - lastDrawn >= 100 else { return nil }
    lastDrawn = now
    return label + Self.text(counts: counts, progress: progress, total: total, milliseconds: now)
  }

  static func text(counts: BatchCounts, progress: Int, total: Int?, milliseconds: Int) -> String {
    let articles = Figures.counted(counts.articles, "article", "articles")
    let rate = Figures.rate(counts.textBytes, milliseconds: milliseconds)
    guard let total else { return "\(articles)  \(rate)" }
    let done = min(progress, total)
    let filled = width * done / total
    let bar = String(repeating: "=", count: filled) + String(repeating: " ", count: width - filled)
    var text = "[\(bar)] \(100 * done / total)%  \(articles)  \(rate)"
    if done > 0, milliseconds > 1000 {
      text += "  " + Figures.duration((milliseconds * (total - done) / done / 1000) * 1000) + " left"
    }
    return text
  }
}
