import Foundation
public import Testing

/// Fails the test where `found` is not exactly what is marked, and shows each difference with carets.
public func expectMarks(
  _ marked: MarkedText, _ found: [MarkedText.Mark], sourceLocation: SourceLocation = #_sourceLocation
) {
  if let difference = marked.difference(from: found) {
    Issue.record("marks differ:\n\(difference)", sourceLocation: sourceLocation)
  }
}

/// Fails the test where `actual` differs from the file at `path`, and shows the first difference.
///
/// With `SAYSO_RECORD=1` in the environment the file is written instead, and the test fails all the same, so that a
/// recording run is never taken for a passing one.
/// - Parameter path: relative to the file of the test.
public func expectGolden(
  _ actual: String, _ path: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
  let url = URL(filePath: file).deletingLastPathComponent().appending(path: path)
  if ProcessInfo.processInfo.environment["SAYSO_RECORD"] == "1" {
    do {
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: url)
      Issue.record("recorded \(url.path); look at it, then run without SAYSO_RECORD", sourceLocation: sourceLocation)
    } catch {
      Issue.record("\(url.path) can't be recorded: \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let data = try? Data(contentsOf: url) else {
    Issue.record("\(url.path) is missing; record it with SAYSO_RECORD=1", sourceLocation: sourceLocation)
    return
  }
  if let difference = goldenDifference(expected: String(decoding: data, as: UTF8.self), actual: actual) {
    Issue.record("differs from \(path):\n\(difference)", sourceLocation: sourceLocation)
  }
}

/// The first line that differs, cut to what is near the difference, with a caret under it; nil where nothing differs.
public func goldenDifference(expected: String, actual: String) -> String? {
  if expected.utf8.elementsEqual(actual.utf8) { return nil }
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
  let line = zip(old, new).prefix { $0 == $1 }.count
  let left = line < old.count ? old[line] : []
  let right = line < new.count ? new[line] : []
  let column = zip(left, right).prefix { $0 == $1 }.count
  let from = max(0, column - 50)
  let near = { (scalars: [Unicode.Scalar]) in
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.dropFirst(from).prefix(110))
    return String(view)
  }
  return """
    line \(line + 1), column \(column + 1):
      expected: \(line < old.count ? near(left) : "(no such line)")
      actual:   \(line < new.count ? near(right) : "(no such line)")
                \(String(repeating: " ", count: column - from))^
    """
}
