internal import SaysoAnalysis
internal import SaysoRecord

/// The documentation of the checks (`docs/CHECKS.md`), made from their descriptions.
public enum ChecksPage {
  /// The page of all checks.
  public static let markdown: String = {
    let toc = Checks.all.map {
      "| [\($0.about.id)](#\(anchor($0.about))) | \($0.about.name) | \($0.about.severity.rawValue) |"
    }
    return """
      # The checks of `sayso audit`

      Made by `sayso audit --explain-checks`; a test keeps it so. [AUDIT.md](AUDIT.md) says how to read findings.
      The severity is the gravest that a check gives. The figures are in
      `Sources/SaysoAnalysis/Audit/Tables/thresholds.tsv`, the words in `words.tsv` beside it. All examples are invented.

      | check | name | severity |
      | --- | --- | --- |
      \(toc.joined(separator: "\n"))

      \(Checks.all.map { section($0.about) }.joined(separator: "\n"))
      """
  }()

  private static func anchor(_ about: CheckDescription) -> String { "\(about.id)-\(about.name)".lowercased() }

  private static func section(_ about: CheckDescription) -> String {
    let figures = Thresholds.standard.rows.filter { $0.check == about.id }
      .map { "- `\($0.key)` = \($0.value): \($0.meaning)" }
    let figureText = figures.isEmpty ? "" : "\nFigures:\n\(figures.joined(separator: "\n"))\n"
    return """
      ## \(about.id) \(about.name)

      \(about.detects)

      **Why it matters.** \(about.why)

      **Rests on.** \(about.standard)
      \(figureText)
      Reported (\(about.severity.rawValue)):

      \(about.fires.map { quote($0) }.joined(separator: "\n"))
      Not reported:

      \(about.silent.map { quote($0) }.joined(separator: "\n"))
      """
  }

  private static func quote(_ example: CheckExample) -> String {
    example.articles.map { article in
      let title = article.title.map { "> **\($0)**\n>\n" } ?? ""
      let publisher = article.publisher.map { "> *\($0)*: " } ?? "> "
      return "\(title)\(publisher)\(article.text)\n"
    }.joined(separator: ">\n")
  }
}
