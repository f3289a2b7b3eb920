public import SaysoAnalysis
internal import SaysoRecord

/// What a timeline says on standard error: names that were not found or not told apart, and what was left out.
public enum TimelineNotes {
  /// Names that no article has, and those that several entities have.
  public static func lines(of timelines: Timelines) -> [String] {
    timelines.unknown.map { unknown in
      let near = unknown.near.isEmpty ? "" : "; there are \(unknown.near.joined(separator: ", "))"
      return "no article has \"\(unknown.name)\"\(near)"
    }
      + timelines.ambiguous.map { ambiguous in
        let keys = ambiguous.entities.prefix(8).map { "\($0.name) (\($0.key))" }.joined(separator: ", ")
        return "\"\(ambiguous.name)\" is \(ambiguous.entities.count) entities, all shown: \(keys); give a key for one"
      }
  }

  /// - Parameter unplaced: entries that the format has no place for.
  public static func lines(of omissions: TimelineOmissions, unplaced: Int) -> [String] {
    omissions.report.map { "left out: \($0)" }
      + (unplaced > 0 ? ["left out: \(unplaced) entries without a day, which TimelineJS can't place"] : [])
  }
}
