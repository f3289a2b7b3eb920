import Foundation
import SaysoTestSupport
import Testing

/// The evaluation scorers: Python, not ours, and not in the repository.
enum Scorers {
  /// Their folder: `SAYSO_EVAL`, else `../shared/eval` as in the Makefile.
  static let folder =
    ProcessInfo.processInfo.environment["SAYSO_EVAL"]
    ?? URL(filePath: RecordValidator.root).deletingLastPathComponent().appending(path: "shared/eval").path

  static let areThere = ConditionTrait.enabled(
    if: FileManager.default.fileExists(atPath: folder + "/score-entities"),
    "NOT COMPARED with the evaluation scorers: they are not in \(folder); name their folder in SAYSO_EVAL")
}

/// `sayso evaluate` gives the figures of the scorers, on the project's own articles and on some evaluation texts.
@Suite(Scorers.areThere) struct ScorerTests {
  /// How many articles of each evaluation text are compared.
  static let most = 12

  struct Task: Sendable, CustomTestStringConvertible {
    var scorer: String
    /// Below the evaluation folder, or the project's own set.
    var gold: String
    /// Where a figure of ours is found in the scorer's output.
    var figures: [(ours: String, theirs: String)]
    var arguments: [String] = []

    var testDescription: String { gold + arguments.joined() }
  }

  private static func both(_ paths: [String]) -> [(ours: String, theirs: String)] {
    paths.flatMap { path in ["p", "r", "f1"].map { ("\(path).\($0)", "\(path.drop { $0 != "." }.dropFirst()).\($0)") } }
  }

  static let entities = both(
    ["strict", "relaxed", "span"].flatMap { match in
      ["person", "place", "organization", "micro"].map { "entities.\(match).\($0)" }
    })
  static let dates =
    ["strict", "relaxed"].flatMap { match in
      [("p", "P"), ("r", "R"), ("f1", "F1")].map { ("dates.\(match).\($0)", "\(match).\($1)") }
    }
    + [
      ("dates.type.f1", "type_F1"), ("dates.value.f1", "value_F1"), ("dates.value_canonical.f1", "value_canonical_F1"),
      ("dates.strict_value.f1", "strict_value_F1"),
    ]
  static let claims =
    both(
      ["attribution", "attribution_source", "attribution_source_cue", "strict", "strict_content"].map { "claims.\($0)" }
        + ["source", "cue", "content"].flatMap { ["claims.tokens.\($0)", "claims.spans_exact.\($0)"] })
    + ["source_right", "source_right_where_gold_has_one", "source_span", "cue_right", "source_and_cue_right"].map {
      ("claims.matched.\($0)", "matched.\($0)")
    }
    + ["direct", "mixed", "indirect"].flatMap { quotation in
      [("p", "precision"), ("r", "recall")].flatMap {
        [
          ("claims.by_quotation.relaxed.\(quotation).\($0)", "by_quotation.\(quotation).\($1)"),
          ("claims.by_quotation.relaxed_source_cue.\(quotation).\($0)", "by_quotation.\(quotation).\($1)_source_cue"),
        ]
      }
    }
  static let zones = [("p", "precision"), ("r", "recall"), ("f1", "f1"), ("accuracy", "accuracy")].map {
    ("zones.body.\($0)", $1)
  }
  static let edtf = [("dates.edtf.f1", "value_F1")]

  static let tasks: [Task] =
    ["own/entities", "entities/conll-dev", "entities/gum-other-dev"].map {
      Task(scorer: "score-entities", gold: $0, figures: entities)
    }
    + ["own/time", "time/train", "time/gum-train"].map { Task(scorer: "score-time", gold: $0, figures: dates) }
    + [Task(scorer: "score-time", gold: "time/gum-train", figures: edtf, arguments: ["--edtf"])]
    + ["own/attribution", "attribution/dev"].map {
      Task(scorer: "score-attribution", gold: $0, figures: claims, arguments: ["--no-ci"])
    }
    + ["own/zones", "clean/dev", "clean/seedlike-dev"].map { Task(scorer: "score-clean", gold: $0, figures: zones) }

  @Test(arguments: tasks) func givesTheSameFigures(_ task: Task) throws {
    let folder = try TemporaryFolder()
    let root = task.gold.hasPrefix("own/") ? RecordValidator.root + "/Tests/Evaluation/" : Scorers.folder + "/"
    let lines = try String(contentsOf: URL(filePath: "\(root)\(task.gold).jsonl"), encoding: .utf8)
      .split(separator: "\n")
    try folder.write(lines.prefix(Self.most).map { $0 + "\n" }.joined(), to: "gold.jsonl")
    try folder.write(annotate("gold.jsonl", in: folder).text, to: "found.jsonl")
    let scorer = ["\(Scorers.folder)/\(task.scorer)", "gold.jsonl", "found.jsonl", "--json"] + task.arguments
    let theirs = try Program.run(executable: "/usr/bin/env", ["python3"] + scorer, in: folder.path)
    let ours = try Program.run(["evaluate", "gold.jsonl", "found.jsonl", "-f", "json"], in: folder.path)
    #expect(theirs.status == 0 && ours.status == 0, "\(theirs.errors)\(ours.errors)")
    let (left, right) = (try #require(try ours.records().first), try #require(try theirs.records().first))
    for figure in task.figures {
      let (mine, other) = (Self.figure(figure.ours, left), Self.figure(figure.theirs, right))
      let isSame = mine.flatMap { mine in other.map { abs(mine - $0) < 0.0005 } } ?? false
      #expect(isSame, "\(task.gold) \(figure.ours): \(mine.debugDescription), the scorer \(other.debugDescription)")
    }
  }

  /// The number at a path of keys.
  private static func figure(_ path: String, _ record: [String: Any]) -> Double? {
    var value: Any? = record
    for key in path.split(separator: ".") { value = (value as? [String: Any])?[String(key)] }
    return value as? Double
  }
}
