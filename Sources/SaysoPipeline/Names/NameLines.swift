public import SaysoLexicon
import SaysoRecord
import SaysoText

/// Reads files of names in JSON lines into a book: spaCy patterns and FollowTheMoney entities, told apart line by line.
///
/// A line that is neither goes to the builder's problems with what was found and what was expected. O(n).
public enum NameLines {
  /// Longer lines are not read: an entity with a thousand names is far below.
  static let longest = 1 << 20

  public static func read(_ bytes: UnsafeBufferPointer<UInt8>, into builder: PhraseBookBuilder) {
    var number = 0
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var entities = EntityLine(builder)
    while start < bytes.count {
      number += 1
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
      start = end + 1
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      if let problem = read(line, number, builder, &entities) {
        builder.fail(line: number, found: problem.found, expected: problem.expected)
      }
    }
    entities.finish()
  }

  /// What is wrong with a line.
  struct Problem: Error {
    var found: String
    var expected: String
  }

  private static func read(
    _ line: UnsafeBufferPointer<UInt8>, _ number: Int, _ builder: PhraseBookBuilder, _ entities: inout EntityLine
  ) -> Problem? {
    guard line.count <= longest else {
      return Problem(found: "a line of \(line.count) bytes", expected: "at most \(longest)")
    }
    guard SourceText.isValidUTF8(line) else {
      return Problem(found: "bytes that are not UTF-8", expected: "UTF-8 text")
    }
    do {
      let isEntity = try holdsEntity(line)
      if isEntity { try entities.read(line, number) } else { try PatternLine.read(line, number, builder) }
      return nil
    } catch let error as JSONError {
      return Problem(found: "broken JSON (\(error))", expected: "one JSON object a line")
    } catch let problem as Problem {
      return problem
    } catch {
      return unknown
    }
  }

  private static let unknown = Problem(
    found: "neither",
    expected: "a spaCy pattern (label, pattern, id) or a FollowTheMoney entity (id, schema, properties)")

  /// Whether an object is a FollowTheMoney entity (`schema`, `properties`) or a spaCy pattern (`label`, `pattern`), by
  /// the first such key; throws where there is none.
  private static func holdsEntity(_ line: UnsafeBufferPointer<UInt8>) throws -> Bool {
    var json = JSONScanner(line)
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key.string {
      case "schema", "properties": return true
      case "label", "pattern": return false
      default: try json.skipValue()
      }
    }
    throw unknown
  }
}
