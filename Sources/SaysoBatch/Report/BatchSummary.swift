internal import SaysoRead

/// What a batch did, when it is over.
public struct BatchSummary: Sendable {
  public enum Ending: Sendable, Equatable {
    case done
    /// Ctrl-C or a stop from outside; `partial` is the file with the whole lines so far, where there is one.
    case interrupted(partial: String?)
    /// The reader of our pipe went away.
    case closedPipe
  }

  public var counts = BatchCounts()
  public var ending = Ending.done
  public var milliseconds = 0
  /// Duplicates were left out, not marked.
  public var skipsDuplicates = false

  /// CONTRACT.md, "Errors and exit codes".
  public func exitCode(keepGoing: Bool) -> Int32 {
    switch ending {
    case .interrupted: return 130
    case .closedPipe: return 0
    case .done: break
    }
    if keepGoing { return 0 }
    if counts.articles + counts.alreadyDone == 0 { return 65 }
    return counts.failed > 0 ? 3 : 0
  }

  /// The summary for standard error, some lines with line ends.
  public var text: String {
    var first = "\(Figures.counted(counts.articles, "article", "articles"))"
    first += ", \(Figures.size(counts.textBytes)) of text in \(Figures.duration(milliseconds))"
    if milliseconds >= 200 { first += " (\(Figures.rate(counts.textBytes, milliseconds: milliseconds)))" }
    var lines = [first]
    if counts.articles > 0 { lines += marks }
    lines += troubles
    return lines.map { $0 + "\n" }.joined()
  }

  private var marks: [String] {
    let mentions = Figures.breakdown([
      ("person", counts.persons), ("place", counts.places), ("organization", counts.organizations),
      ("group", counts.groups), ("date", counts.dates),
    ])
    let claims = Figures.breakdown([
      ("attributed", counts.attributedClaims), ("hedged", counts.hedgedClaims), ("author", counts.authorClaims),
    ])
    return [
      Figures.counted(counts.mentions, "mention", "mentions") + mentions,
      Figures.counted(counts.claims, "claim", "claims") + claims,
    ]
  }

  private var troubles: [String] {
    var lines: [String] = []
    if counts.failed > 0 {
      let reasons = counts.failures.map { ($0.key.rawValue, $0.value) }.sorted { $0.0 < $1.0 }
      lines.append(Figures.counted(counts.failed, "input", "inputs") + " failed" + Figures.breakdown(reasons))
    }
    if counts.duplicateArticles > 0 {
      let noun = Figures.counted(counts.duplicateArticles, "article says", "articles say")
      lines.append("\(noun) what one before says: \(skipsDuplicates ? "left out" : "marked duplicate_of")")
    }
    if !counts.otherLanguages.isEmpty {
      let languages = counts.otherLanguages.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
      let all = languages.reduce(0) { $0 + $1.1 }
      let noun = Figures.counted(all, "article is", "articles are")
      lines.append("\(noun) not in English\(Figures.breakdown(languages)): no names but of countries, no claims")
    }
    if !counts.skippedRecords.isEmpty {
      let reasons = counts.skippedRecords.map { ($0.key.rawValue, $0.value) }.sorted { $0.0 < $1.0 }
      let all = reasons.reduce(0) { $0 + $1.1 }
      lines.append(Figures.counted(all, "record", "records") + " without an article" + Figures.breakdown(reasons))
    }
    let warnings = counts.warnings.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    if !warnings.isEmpty {
      let all = warnings.reduce(0) { $0 + $1.1 }
      lines.append(Figures.counted(all, "warning", "warnings") + Figures.breakdown(warnings))
    }
    if counts.alreadyDone > 0 {
      lines.append("\(Figures.counted(counts.alreadyDone, "article was", "articles were")) in the output already")
    }
    if counts.skippedFiles > 0 {
      lines.append("\(Figures.counted(counts.skippedFiles, "file", "files")) skipped: not an article by its name")
    }
    switch ending {
    case .interrupted(let partial?): lines.append("interrupted; \(partial) holds what is done: --resume goes on")
    case .interrupted(nil): lines.append("interrupted")
    case .done, .closedPipe: break
    }
    return lines
  }
}
