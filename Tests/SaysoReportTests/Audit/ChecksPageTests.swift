import Foundation
import SaysoAnalysis
import SaysoReport
import SaysoTestSupport
import Testing

@Suite struct ChecksPageTests {
  @Test func theCommittedPageIsTheGeneratedOne() {
    expectGolden(ChecksPage.markdown, "../../../docs/CHECKS.md")
  }

  @Test func everyCheckHasItsSection() {
    for about in Checks.all.map(\.about) {
      #expect(ChecksPage.markdown.contains("## \(about.id) \(about.name)\n"))
      #expect(ChecksPage.markdown.contains(about.standard))
    }
  }
}
