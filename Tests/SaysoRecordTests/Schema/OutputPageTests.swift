import Foundation
import SaysoRecord
import SaysoTestSupport
import Testing

/// docs/OUTPUT.md says what the code does.
@Suite struct OutputPageTests {
  private let page: String

  init() throws { page = try String(contentsOfFile: RecordValidator.root + "/docs/OUTPUT.md", encoding: .utf8) }

  @Test func tablesAreUpToDate() throws {
    let result = try Program.run(
      executable: "/usr/bin/env", ["python3", RecordValidator.root + "/docs/tables.py", "--check"])
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func namesEveryRecord() {
    for schema in Schema.allCases { #expect(page.contains("`\(schema.recordName)`")) }
  }

  /// The examples hold together: JSON lines whose keys are known and stand in the order in which they are written.
  @Test func examplesFollowTheOrderOfKeys() throws {
    let examples = page.split(separator: "\n").filter { $0.hasPrefix("{\"") }
    #expect(examples.count == 5)
    for example in examples {
      let keys = try Array(example.utf8).withUnsafeBufferPointer { bytes in
        var json = JSONScanner(bytes)
        var keys: [String] = []
        try json.beginObject()
        while let key = try json.nextKey() {
          keys.append(key.string)
          try json.skipValue()
        }
        try json.finish()
        return keys
      }
      let orders = [
        AnnotationKeys.Mention.allCases.map(\.rawValue), AnnotationKeys.Entity.allCases.map(\.rawValue),
        AnnotationKeys.Claim.allCases.map(\.rawValue), ["schema", "id", "input", "error"],
      ]
      #expect(orders.contains { order in order.filter(keys.contains) == keys }, "\(keys)")
    }
  }

  @Test func namesEveryExitCode() {
    for error in [OutputError.exists(path: ""), .busy(path: ""), .full(path: ""), .closedPipe(path: "")] {
      #expect(page.contains("| \(error.exitCode) |"))
    }
  }
}
