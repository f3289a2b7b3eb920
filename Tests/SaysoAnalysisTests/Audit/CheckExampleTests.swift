import Foundation
import SaysoRecord
import SaysoTestSupport
import Testing

@testable import SaysoAnalysis

/// The examples of the checks, annotated by the built program: each fires or is silent as it says.
@Suite struct CheckExampleTests {
  /// The annotations of all examples, by id: `S05 fires 0 0`.
  private static let records: Result<[String: AnnotationRecord], any Error> = Result {
    var lines = Data()
    for check in Checks.all {
      for (kind, examples) in [("fires", check.about.fires), ("silent", check.about.silent)] {
        for (number, example) in examples.enumerated() {
          for (part, article) in example.articles.enumerated() {
            var object = ["id": "\(check.about.id) \(kind) \(number) \(part)", "text": article.text]
            object["title"] = article.title
            lines += try JSONSerialization.data(withJSONObject: object)
            lines.append(0x0A)
          }
        }
      }
    }
    let result = try Program.run(["annotate", "--quiet", "-"], input: lines)
    let records = try result.lines.map { try AnnotationReader().read(Array($0.utf8)) }
    return Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0) })
  }

  private final class Sink: AuditSink {
    var findings: [Finding] = []
    func begin(_ article: DocumentReference) {}
    func write(_ item: FindingList.Item, fingerprint: UInt64) { findings.append(item.finding) }
    func write(_ summary: AuditSummary) {}
  }

  private func findings(of check: CheckDescription, _ kind: String, _ number: Int, _ example: CheckExample) throws
    -> [Finding]
  {
    var options = AuditOptions()
    options.checks = [check.id]
    var auditor = Auditor(options)
    let sink = Sink()
    for part in example.articles.indices {
      let record = try #require(Self.records.get()["\(check.id) \(kind) \(number) \(part)"])
      try auditor.audit(record, into: sink)
    }
    try auditor.finish(into: sink)
    return sink.findings
  }

  @Test(arguments: Checks.all.map(\.about.id)) func fires(id: String) throws {
    let about = try #require(Checks.named(id)).about
    #expect(!about.fires.isEmpty)
    for (number, example) in about.fires.enumerated() {
      let found = try findings(of: about, "fires", number, example)
      #expect(!found.isEmpty, "\(id) is silent on: \(example.articles.map(\.text))")
      #expect(found.allSatisfy { $0.check == id && $0.severity <= about.severity })
    }
  }

  @Test(arguments: Checks.all.map(\.about.id)) func isSilent(id: String) throws {
    let about = try #require(Checks.named(id)).about
    #expect(!about.silent.isEmpty)
    for (number, example) in about.silent.enumerated() {
      let found = try findings(of: about, "silent", number, example)
      #expect(
        found.isEmpty, "\(id) says \(found.map { "\($0.message) [\($0.text)]" }) of: \(example.articles.map(\.text))")
    }
  }

  @Test func findingsPointAtTheirText() throws {
    for record in try Self.records.get().values {
      let scalars = Array(record.text?.unicodeScalars ?? "".unicodeScalars)
      for item in Auditor.findings(of: AuditArticle(record)) {
        guard let span = item.finding.span else { continue }
        #expect(span.start >= 0 && span.end <= scalars.count && span.start < span.end, "\(item.finding)")
        #expect(item.place != nil)
      }
    }
  }
}
