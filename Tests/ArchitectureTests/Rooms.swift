import Foundation

/// The rooms of the house and what each may import (docs/ARCHITECTURE.md). A new target must be entered here.
enum Rooms {
  /// Modules of ours, and of the systems that only some rooms may touch.
  static let arrows: [String: Set<String>] = [
    "SaysoText": [],
    "SaysoICU": ["SaysoText", "CICU"],
    "SaysoLexicon": ["SaysoText", "SaysoICU"],
    "SaysoRecord": ["SaysoText"],
    "SaysoRead": ["SaysoText", "SaysoICU", "SaysoRecord", "CZlib", "CBrotli", "CCrypto", "CXML"],
    "SaysoPipeline": ["SaysoText", "SaysoICU", "SaysoLexicon", "SaysoRecord"],
    "SaysoBatch": ["SaysoText", "SaysoRead", "SaysoPipeline", "SaysoRecord"],
    "SaysoAnalysis": ["SaysoText", "SaysoRecord"],
    "SaysoReport": [
      "SaysoText", "SaysoRecord", "SaysoAnalysis", "CCrypto", "Mustache", "GRDB", "GRDBSQLite", "Dispatch",
    ],
    "sayso": [
      "SaysoText", "SaysoICU", "SaysoLexicon", "SaysoRecord", "SaysoRead", "SaysoPipeline", "SaysoBatch",
      "SaysoAnalysis", "SaysoReport", "ArgumentParser",
    ],
    "SaysoTestSupport": ["SaysoText", "Testing"],
  ]

  /// System modules that a room may import besides.
  static func system(_ room: String) -> Set<String> {
    switch room {
    case "SaysoText": ["Glibc"]
    // Foundation and ICU's headers can't be imported together, and Foundation costs 1 ms of every start.
    case "SaysoICU", "SaysoLexicon", "SaysoRecord": ["Glibc", "Synchronization"]
    default: ["Glibc", "Synchronization", "Foundation", "FoundationEssentials"]
    }
  }

  /// Folders in `Sources` that hold a C module's map and no Swift.
  static let systemLibraries: Set<String> = ["CICU", "CZlib", "CBrotli", "CCrypto", "CXML"]

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folders in `Sources`.
  static func folders() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path).sorted()
  }

  /// The Swift files of a room, by path from the top.
  static func files(_ room: String) throws -> [String] {
    let folder = "Sources/\(room)"
    return try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
      .filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The modules that a Swift source imports. Declarations (`import struct A.B`) count as their module.
  static func imports(_ source: String) -> [String] {
    let words: Set<String> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    return source.split(whereSeparator: \.isNewline).compactMap { line in
      var parts = line.split(whereSeparator: \.isWhitespace)
      while let first = parts.first, first != "import", isModifier(first) { parts.removeFirst() }
      guard parts.first == "import" else { return nil }
      let module = parts.dropFirst().first { !words.contains(String($0)) }
      return module.map { String($0.prefix { $0 != "." && $0 != ";" }) }
    }
  }

  private static func isModifier(_ word: Substring) -> Bool {
    word.hasPrefix("@") || ["public", "package", "internal", "fileprivate", "private"].contains(word)
  }
}
