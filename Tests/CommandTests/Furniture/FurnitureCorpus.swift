import Foundation
import SaysoTestSupport
import Testing

/// The pages of `corpus.txt`: two invented sites, and the zone of each line.
struct FurnitureCorpus {
  struct Page {
    var url: String
    var lines: [(kind: Character, text: String)] = []
  }

  private(set) var pages: [Page] = []

  init() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "corpus.txt")
    for row in try String(contentsOf: path, encoding: .utf8).split(separator: "\n") where !row.hasPrefix("#") {
      let cells = row.split(separator: "\t", maxSplits: 1).map(String.init)
      try #require(cells.count == 2)
      if cells[0] == "url" {
        pages.append(Page(url: cells[1]))
      } else {
        try #require(cells[0].count == 1 && !pages.isEmpty)
        pages[pages.count - 1].lines.append((Character(cells[0]), cells[1]))
      }
    }
  }

  /// As scraped text, a JSON object a line.
  func jsonLines() throws -> String {
    try pages.map { page in
      let fields = ["id": page.url, "url": page.url, "text": page.lines.map(\.text).joined(separator: "\n\n")]
      return String(decoding: try JSONSerialization.data(withJSONObject: fields, options: .sortedKeys), as: UTF8.self)
        + "\n"
    }.joined()
  }

  /// As web pages whose markup says little: the address, a heading, paragraphs.
  func webPages() -> [String] {
    pages.map { page in
      "<!doctype html><html><head><link rel=canonical href=\"\(page.url)\"></head><body>"
        + page.lines.map { $0.kind == "t" ? "<h1>\($0.text)</h1>\n" : "<p>\($0.text)</p>\n" }.joined()
        + "</body></html>"
    }
  }

  /// How well annotations divide the pages.
  struct Score {
    /// Mean over the pages of the F1 of words that are body.
    var bodyF1 = 0.0
    /// Lines in another zone than theirs.
    var wrong: [String] = []
  }

  func score(_ records: [[String: Any]]) throws -> Score {
    var score = Score()
    try #require(records.count == pages.count)
    for (page, record) in zip(pages, records) {
      var (found, lost, added) = (0, 0, 0)
      for (line, kinds) in zip(page.lines, try zones(of: page, in: record)) {
        let words = line.text.split(separator: " ").count
        if line.kind == "b" { if kinds.contains("body") { found += words } else { lost += words } }
        if line.kind != "b", kinds.contains("body") { added += words }
        if !kinds.isSubset(of: Self.allowed[line.kind, default: []]) { score.wrong.append("\(kinds): \(line.text)") }
      }
      score.bodyF1 += 2 * Double(found) / Double(2 * found + lost + added) / Double(pages.count)
    }
    return score
  }

  private static let allowed: [Character: Set<String>] = [
    "t": ["title"], "y": ["byline"], "d": ["dateline"], "b": ["body"], "f": ["furniture"],
    "x": ["furniture", "teaser"],
  ]

  /// The kinds of the zones in which each line of a page stands.
  private func zones(of page: Page, in record: [String: Any]) throws -> [Set<String>] {
    let text = Array(try #require(record["text"] as? String).unicodeScalars)
    let zones = try #require(record["zones"] as? [[String: Any]])
    var at = 0
    return try page.lines.map { line in
      let scalars = Array(line.text.unicodeScalars)
      while at + scalars.count <= text.count, !text[at...].starts(with: scalars) { at += 1 }
      try #require(at + scalars.count <= text.count, "not in the text: \(line.text)")
      let (start, end) = (at, at + scalars.count)
      at = end
      return Set(
        zones.compactMap { zone in
          guard let from = zone["start"] as? Int, let to = zone["end"] as? Int, from < end, to > start else {
            return nil
          }
          return zone["kind"] as? String
        })
    }
  }
}
