import SaysoReport
import SaysoTestSupport
import Testing

/// docs/FORMATS.md is made here: its table from what the formats say of themselves, which `ExportLossTests` hold against
/// what they write, and its examples from the formats' own output of `example.jsonl`.
@Suite struct FormatsPageTests {
  @Test func theCommittedPageIsTheGeneratedOne() throws { expectGolden(try page(), "../../../docs/FORMATS.md") }

  private func page() throws -> String {
    let names = ExportKind.allCases.map { "[\($0.rawValue)](#\($0.rawValue))" }.joined(separator: " | ")
    let dashes = ExportKind.allCases.map { _ in "---" }.joined(separator: " | ")
    let rows = ExportLoss.allCases.map { part in
      let cells = ExportKind.allCases.map { kind in kind.about.holds(part).map { $0 ? "yes" : "–" } ?? "part" }
      return "| \(part.name) | \(cells.joined(separator: " | ")) |"
    }
    return """
      # The formats of `sayso export`

      Made by a test (`SAYSO_RECORD=1 swift test --filter FormatsPage`), and kept so by it.

      `sayso export ANNOTATIONS --to FORMAT` writes annotation lines ([OUTPUT.md](OUTPUT.md)) in the form of another tool.
      It reads one article after another: memory does not grow with the file. Output appears under its name when it is
      whole. `--offsets` chooses what offsets count; each format counts what its tool counts unless told otherwise.

      ## What each holds

      Standard error says, with figures, what a format could not hold of the articles at hand. *part*: one thing of it
      and not another (a source's name, not its title). A test takes each thing away from an article and looks whether
      the export changes.

      | | \(names) |
      | --- | \(dashes) |
      \(rows.joined(separator: "\n"))

      Tokens, warnings, rules behind the times of claims, and details of the input file other than its name are in the
      annotation lines only.

      \(try ExportKind.allCases.map { try section($0) }.joined(separator: "\n"))
      """
  }

  private func section(_ kind: ExportKind) throws -> String {
    let about = kind.about
    let output = about.home == .stream && kind != .csv ? "> example.\(kind.rawValue)" : "-o \(Self.places[kind] ?? "")"
    let unit = about.unit.map { "Offsets: \($0.rawValue)\(about.isOfOneUnit ? ", always" : ""). " } ?? "No offsets. "
    let needs = about.needsText ? "Needs the text. " : ""
    return """
      ## \(kind.rawValue)

      Writes \(about.summary). \(unit)\(needs)Read it: \(about.reading)

      ```
      sayso export example.jsonl --to \(kind.rawValue) \(output)
      ```

      \(try example(kind))
      """
  }

  private static let places: [ExportKind: String] = [.sqlite: "example.db", .csv: "tables/", .brat: "brat/"]

  /// What the example gives, cut where it is long.
  private func example(_ kind: ExportKind) throws -> String {
    if kind == .sqlite {
      return "```sql\n\(SQLiteLayout.schema)\n```\n"
    }
    let files = try ExportExample.export(ExportExample.record(), kind).sorted { $0.key < $1.key }
    return files.map { name, bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      let title = name.isEmpty ? "" : "`\(name)`\n\n"
      return "\(title)```\n\(Self.cut(text))\n```\n"
    }.joined(separator: "\n")
  }

  /// The first lines, to some 1,500 characters.
  private static func cut(_ text: String) -> String {
    let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
    var shown: [String] = []
    var room = 1500
    for line in lines where room > 0 {
      shown.append(line.count > room ? "\(line.prefix(room)) …" : String(line))
      room -= max(line.count, 60)
    }
    if shown.last == "" { shown.removeLast() }
    return (shown + (shown.count < lines.count - 1 ? ["…"] : [])).joined(separator: "\n")
  }
}
