import Foundation
import SaysoTestSupport
import Testing

/// Runs `sayso annotate --quiet` in a folder.
func annotate(_ arguments: String..., input: String = "", in folder: TemporaryFolder) throws -> Program.Result {
  try Program.run(["annotate", "--quiet"] + arguments, input: Data(input.utf8), in: folder.path)
}

/// Runs a line of shell script in a folder, with `$sayso` as the program.
func shell(_ script: String, in folder: TemporaryFolder) throws -> Program.Result {
  try Program.run(executable: "/bin/sh", ["-c", script], environment: ["sayso": Program.path()], in: folder.path)
}

extension Program.Result {
  /// The lines as JSON objects; fails the test where one is none.
  func records(_ location: SourceLocation = #_sourceLocation) throws -> [[String: Any]] {
    try lines.map { line in
      try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "no JSON object: \(line)",
        sourceLocation: location)
    }
  }

  /// What became of each input: `annotation`, or the error's code.
  func outcomes() throws -> [String] {
    try records().map { record in
      if let error = record["error"] as? [String: Any] { return error["code"] as? String ?? "no code" }
      return record["schema"] as? String == "sayso.annotation/1" ? "annotation" : "no schema"
    }
  }
}
