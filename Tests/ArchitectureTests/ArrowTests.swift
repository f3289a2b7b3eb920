import Foundation
import Testing

@Suite struct ArrowTests {
  @Test func everyRoomIsListed() throws {
    for folder in try Rooms.folders() where !Rooms.systemLibraries.contains(folder) {
      #expect(Rooms.arrows[folder] != nil, "Sources/\(folder) is no room of Tests/ArchitectureTests/Rooms.swift")
    }
  }

  @Test func everySystemLibraryIsListed() throws {
    for folder in try Rooms.folders() where try Rooms.files(folder).isEmpty {
      #expect(Rooms.systemLibraries.contains(folder), "Sources/\(folder) holds no Swift")
    }
  }

  @Test func importsFollowTheArrows() throws {
    for room in try Rooms.folders() {
      guard let arrows = Rooms.arrows[room] else { continue }
      let allowed = arrows.union(Rooms.system(room))
      for file in try Rooms.files(room) {
        for module in Rooms.imports(try Rooms.text(file)) {
          #expect(allowed.contains(module), "\(file) imports \(module), which \(room) may not")
        }
      }
    }
  }

  @Test func arrowsMakeNoCircle() {
    var settled: Set<String> = []
    var waiting = Rooms.arrows
    while let next = waiting.first(where: { $0.value.allSatisfy { settled.contains($0) || Rooms.arrows[$0] == nil } }) {
      settled.insert(next.key)
      waiting[next.key] = nil
    }
    #expect(waiting.isEmpty, "in a circle: \(waiting.keys.sorted())")
  }

  /// The half that reads annotations must not know the pipeline, ICU or a lexicon, not even through another room.
  @Test(arguments: ["SaysoRecord", "SaysoAnalysis", "SaysoReport"])
  func nothingBehindTheDoorKnowsThePipeline(room: String) {
    var reached: Set<String> = [room]
    var waiting = [room]
    while let next = waiting.popLast() {
      for arrow in Rooms.arrows[next] ?? [] where reached.insert(arrow).inserted { waiting.append(arrow) }
    }
    #expect(reached.isDisjoint(with: ["SaysoPipeline", "SaysoICU", "SaysoLexicon", "SaysoRead", "CICU"]))
  }

  @Test func theManifestDeclaresTheSameArrows() throws {
    let manifest = try Rooms.text("Package.swift")
    for (room, arrows) in Rooms.arrows where room != "sayso" && manifest.contains("\"\(room)\"") {
      guard let start = manifest.range(of: #"room\(\s*"\#(room)""#, options: .regularExpression) else { continue }
      let call = manifest[start.upperBound...].prefix { $0 != ")" && $0 != "]" }
      let quoted = call.split(separator: "\"").filter { $0.first.map { $0.isLetter } ?? false }.map(String.init)
      #expect(Set(quoted).isSubset(of: arrows), "Package.swift gives \(room) \(quoted)")
    }
  }

  @Test(arguments: [
    ("import SaysoText", ["SaysoText"]), ("public import struct Foundation.Data", ["Foundation"]),
    ("@testable import A\n@preconcurrency internal import B", ["A", "B"]), ("// import C\nlet important = 1", []),
  ])
  func readsImports(source: String, expected: [String]) {
    #expect(Rooms.imports(source) == expected)
  }
}
