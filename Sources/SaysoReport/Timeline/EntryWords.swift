internal import Foundation
internal import SaysoAnalysis
internal import SaysoRecord

/// An entry in words for people: the same in every form that people read.
struct EntryWords {
  let entry: TimelineEntry

  var date: String { DateWords.text(entry.date.edtf) }

  /// The claim without the conjunction that the sentence had before it, and with a capital.
  var text: String { Self.tidy(entry.text) }

  /// Who says so: "Dana Whitlock, denying it"; the publisher or the article where it speaks itself.
  var source: String {
    var words =
      entry.source?.name ?? (entry.voice == .hedged ? "nobody named" : entry.document.publisher ?? "the article")
    switch entry.certainty {
    case .asserted: break
    case .hedged: words += " (hedged)"
    case .negated: words += " (denied)"
    case .conditional: words += " (on a condition)"
    case .question: words += " (asked)"
    }
    return words
  }

  /// "3 reports", "1 report in 4 articles".
  var reports: String {
    let reports = Counted.text(entry.reports, "report")
    return entry.documents.count > entry.reports ? "\(reports) in \(entry.documents.count) articles" : reports
  }

  /// Each other version: its date where that differs, its words and its article.
  var conflicts: [(date: String?, text: String, document: String)] {
    entry.conflicts.map { conflict in
      (
        conflict.edtf == entry.date.edtf ? nil : DateWords.text(conflict.edtf), Self.tidy(conflict.text),
        conflict.document
      )
    }
  }

  private static func tidy(_ text: String) -> String {
    var words = withoutDateline(text[...])
    for opening in ["that ", "whether "] where words.hasPrefix(opening) { words = words.dropFirst(opening.count) }
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Drops "HALDEN, March 15 (Northwire) - " from the start of a report's first sentence.
  private static func withoutDateline(_ text: Substring) -> Substring {
    let start = text.prefix(80)
    guard let dash = [" - ", " – ", " — "].compactMap({ start.range(of: $0) }).map(\.upperBound).min() else {
      return text
    }
    let head = text[..<dash]
    let isPlace = head.prefix { $0.isLetter || $0 == " " }.filter(\.isLetter)
    let isDateline = isPlace.count > 2 && isPlace.allSatisfy(\.isUppercase) || head.contains(") ")
    return isDateline ? text[dash...] : text
  }
}
