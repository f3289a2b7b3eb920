public import Foundation
public import Testing

/// Judges records by their published schemas with a program that is not ours: `Tests/tools/validate.py` (PyPI jsonschema).
public enum RecordValidator {
  /// The top of the project.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// A Python that has `jsonschema`: the one that `make test` puts in the build folder, or one on the search path.
  public static let python: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/python3" }
    return (["\(root)/.build/venv/bin/python"] + folders).first { path in
      FileManager.default.isExecutableFile(atPath: path)
        && (try? Program.run(executable: path, ["-c", "import jsonschema"]))?.status == 0
    }
  }()

  /// For `@Suite(RecordValidator.isThere)`.
  public static let isThere = ConditionTrait.enabled(
    if: python != nil, "needs Python with jsonschema, which make test installs")

  /// What the validator says of lines that should be records of the schema `name` (`annotation`, `error`, ...).
  public static func run(_ lines: Data, schema name: String) throws -> Program.Result {
    let arguments = ["\(root)/Tests/tools/validate.py", "\(root)/Sources/SaysoRecord/Schemas/\(name).json"]
    return try Program.run(executable: python ?? "python3", arguments, input: lines)
  }

  /// Fails the test where the lines are not `count` valid records.
  public static func expectValid(
    _ lines: Data, schema name: String, count: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try run(lines, schema: name)
    if result.status != 0 || result.lines.last != "\(count) records, 0 problems" {
      Issue.record(
        "\(name): expected \(count) valid records:\n\(result.text)\(result.errors)", sourceLocation: sourceLocation)
    }
  }
}
