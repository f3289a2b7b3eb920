import SaysoRead
import Testing

@testable import SaysoBatch

@Suite struct ReportTests {
  @Test func summary() {
    var summary = BatchSummary()
    summary.milliseconds = 2300
    summary.counts.articles = 1234
    summary.counts.textBytes = 45_234_567
    summary.counts.persons = 5000
    summary.counts.dates = 1
    summary.counts.hedgedClaims = 1
    summary.counts.failures = [.empty: 1, .brokenJSON: 2]
    summary.counts.warnings = ["bad-bytes": 3]
    summary.counts.otherLanguages = ["fr": 2, "de": 1]
    summary.counts.skippedFiles = 1
    summary.counts.alreadyDone = 12
    summary.ending = .interrupted(partial: "out.jsonl.partial")
    #expect(
      summary.text == """
        1,234 articles, 45.2 MB of text in 2.3 s (19.6 MB/s)
        5,001 mentions (person 5,000, date 1)
        1 claim (hedged 1)
        3 inputs failed (broken-json 2, empty 1)
        3 articles are not in English (de 1, fr 2): no names but of countries, no claims
        3 warnings (bad-bytes 3)
        12 articles were in the output already
        1 file skipped: not an article by its name
        interrupted; out.jsonl.partial holds what is done: --resume goes on

        """)
    #expect(BatchSummary().text == "0 articles, 0 bytes of text in 0 ms\n")
  }

  @Test func progressBar() {
    var counts = BatchCounts()
    counts.articles = 1200
    counts.textBytes = 40_000_000
    #expect(
      ProgressBar.text(counts: counts, progress: 25, total: 100, milliseconds: 2000)
        == "[======                  ] 25%  1,200 articles  20.0 MB/s  6.0 s left")
    #expect(
      ProgressBar.text(counts: counts, progress: 25, total: nil, milliseconds: 2000) == "1,200 articles  20.0 MB/s")
    #expect(
      ProgressBar.text(counts: BatchCounts(), progress: 200, total: 100, milliseconds: 10)
        == "[========================] 100%  0 articles  0.0 MB/s")
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1000, "-1,000"),
  ])
  func grouping(_ value: Int, _ text: String) {
    #expect(Figures.grouped(value) == text)
  }

  @Test func sizesAndTimes() {
    #expect(
      [12, 3120, 312_000, 4_500_000, 250_000_000].map(Figures.size) == [
        "12 bytes", "3.1 kB", "312 kB", "4.5 MB", "250 MB",
      ])
    #expect([400, 125_000, 3_720_000].map(Figures.duration) == ["400 ms", "2 min 5 s", "1 h 2 min"])
  }
}
