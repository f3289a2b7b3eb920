import Foundation
import SaysoTestSupport
import Testing

/// Annotations to export, and `sayso export` run on them.
struct Exporting {
  let folder: TemporaryFolder

  /// Articles with everything that offsets can trip over: emoji of several code points, combining marks, letters
  /// beyond the first plane, right-to-left text with its marks, tabs, line ends of two bytes, claims inside claims,
  /// quotations in pieces; and one with a cell that a spreadsheet would run.
  static let articles = [
    "harbour.txt": """
    Ferry to Qasr E\u{301}te\u{301} stops \u{1F914}

    By Zoe\u{308} Marlowe

    TALVIK, 7 May 2024 \u{2014} The ferry \u{1F6A2}\u{FE0F} to Talvik will stop on Tuesday, the mayor, Zoe\u{308} \
    Marlowe \u{1F469}\u{200D}\u{1F692}, told the Harbour Gazette\u{1F4F0}.\tHer office said that officials believed \
    the port had been \u{1D4D2}losed since 3 March 2024.\r
    \u{201C}We were told nothing,\u{201D} said Ilan \u{202B}\u{5D0}\u{5D9}\u{5DC}\u{5DF} \u{5D1}\u{5E8}\u{202C} of the \
    Talvik Port Authority, \u{201C}and we learned of it from \u{627}\u{644}\u{62C}\u{632}\u{64A}\u{631}\u{629} \
    \u{1F1F8}\u{1F1FE}.\u{201D}
    """,
    "formula.txt": """
    Rates

    =HYPERLINK("x"), said Nora Feld. "-1+1 is what the bank wrote," she said. Officials said on 2 June 2024 that the \
    Bank of Talvik had told clients in Halden the rate would rise.
    """,
  ]

  init() throws {
    folder = try TemporaryFolder()
    for (name, text) in Self.articles { try folder.write(text, to: "articles/\(name)") }
    try #require(annotate("articles", "-o", "ann.jsonl", in: folder).status == 0)
    #expect(try String(decoding: folder.read("ann.jsonl"), as: UTF8.self).contains("\u{1D4D2}losed"))
  }

  func export(_ arguments: String..., input: String = "") throws -> Program.Result {
    try Program.run(["export"] + arguments, input: Data(input.utf8), in: folder.path)
  }
}
