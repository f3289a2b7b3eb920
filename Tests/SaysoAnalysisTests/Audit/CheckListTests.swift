import SaysoTestSupport
import Testing

@testable import SaysoAnalysis

@Suite struct CheckListTests {
  @Test func idsCountFromOne() {
    #expect(Checks.all.map(\.about.id) == (1...20).map { $0 < 10 ? "S0\($0)" : "S\($0)" })
    #expect(Set(Checks.all.map(\.about.name)).count == 20)
  }

  @Test func everyCheckIsDescribed() {
    for about in Checks.all.map(\.about) {
      #expect(about.detects.hasSuffix("."), "\(about.id)")
      #expect(about.why.count > 40 && !about.standard.isEmpty, "\(about.id)")
    }
  }

  /// What a check names is in the tables, and what is in the tables is named.
  @Test func tablesAndChecksAgree() {
    let named = Set(Checks.all.flatMap { check in check.about.thresholds.map { "\(check.about.id).\($0)" } })
    #expect(named == Set(Thresholds.standard.rows.map { "\($0.check).\($0.key)" }))
    #expect(Thresholds.standard.rows.allSatisfy { $0.value > 0 && !$0.meaning.isEmpty })
    for about in Checks.all.map(\.about) {
      #expect(Set(about.lists).isSubset(of: WordLists.standard.names), "\(about.id) \(about.lists)")
    }
  }

  @Test func checksAreFoundByIdAndName() {
    #expect(Checks.named("s05")?.about.name == "bare-anonymous")
    #expect(Checks.named("Bare-Anonymous")?.about.id == "S05")
    #expect(Checks.named("S21") == nil)
  }
}
