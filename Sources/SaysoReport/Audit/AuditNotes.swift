public import SaysoAnalysis
internal import SaysoRecord

/// What an audit says on standard error: what was found and what was left out.
public enum AuditNotes {
  /// - Parameters:
  ///   - omitted: findings that did not go into the output.
  ///   - isOfProfiles: no findings were asked for.
  public static func lines(_ tally: Auditor.Tally, omitted: Int, isOfProfiles: Bool) -> [String] {
    var lines: [String] = []
    if !isOfProfiles {
      let counts = Severity.allCases.reversed().map { "\($0.rawValue) \(tally.findings[$0])" }.joined(separator: ", ")
      lines.append(
        "\(Counted.text(tally.articles, "article")), \(Counted.text(tally.findings.total, "finding")) (\(counts))")
    }
    if tally.muted > 0 { lines.append("\(Counted.was(tally.muted, "finding")) left out: the baseline knows them") }
    if omitted > 0 {
      lines.append("\(Counted.was(omitted, "finding")) left out of the page; the other formats hold all")
    }
    if tally.skippedClaims > 0 {
      lines.append(
        "\(tally.skippedClaims) claims outside title and body (captions, teasers, furniture) were not looked at")
    }
    if tally.withoutText > 0 {
      let checks = Checks.needingText.joined(separator: ", ")
      lines.append(
        "\(Counted.text(tally.withoutText, "article")) without text (annotate --no-text): \(checks) find nothing there")
    }
    return lines
  }
}
