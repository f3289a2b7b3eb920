import Foundation
import Testing

/// House rules that can be seen in the text of the sources.
@Suite struct SourceRuleTests {
  private func everyFile() throws -> [String] { try Rooms.folders().flatMap { try Rooms.files($0) } }

  @Test func noForcing() throws {
    for file in try everyFile() {
      for (number, line) in try Rooms.text(file).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        #expect(!code.contains("try!") && !code.contains("as!"), "\(file):\(number + 1) forces")
      }
    }
  }

  @Test func nothingIsLeftForLater() throws {
    let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X:"]
    for file in try everyFile() {
      let text = try Rooms.text(file)
      for word in words { #expect(!text.contains(word), "\(file) holds \(word)") }
    }
  }

  /// Files are short; a longer one says why in its first lines.
  @Test func filesAreShort() throws {
    for file in try everyFile() {
      let lines = try Rooms.text(file).split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 450, "\(file) has \(lines) lines")
    }
  }

  @Test func commandsAreThin() throws {
    let lines = try Rooms.files("sayso").reduce(0) { try $0 + Rooms.text($1).split(separator: "\n").count }
    #expect(lines < 1000, "Sources/sayso has \(lines) lines")
  }
}
