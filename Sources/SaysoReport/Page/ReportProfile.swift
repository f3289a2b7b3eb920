internal import SaysoRecord

/// The counts of many articles' profiles added up, and those of their publishers, as charts and a table.
struct ReportProfile {
  private static let mostPublishers = 40

  var articles = 0
  var voices = Counts<Voice>()
  var kinds = Counts<SourceKind>()
  var cues = Counts<CueClass>()
  var publishers: [AuditSummary] = []
  /// In words, where the profile of the whole is known.
  var sentence: String?

  init() {}

  /// The profile of a report.
  init(_ corpus: AuditSummary, publishers: [AuditSummary]) {
    (articles, voices, kinds, cues) = (corpus.articles, corpus.voices, corpus.sourceKinds, corpus.cueClasses)
    self.publishers = publishers
    sentence = ProfileWords(corpus).sentence
  }

  /// Adds an article.
  mutating func add(_ summary: AuditSummary) {
    articles += 1
    voices += summary.voices
    kinds += summary.sourceKinds
    cues += summary.cueClasses
  }

  func write(to html: inout HTMLWriter) {
    guard voices.total > 0 else { return }
    html.raw("<section class=\"profile\" id=\"profile\"><h2>Who says it</h2>\n")
    if let sentence {
      html.raw("<p>")
      html.text("\(Counted.text(articles, "article")): \(sentence).")
      html.raw("</p>\n")
    }
    html.raw("<div class=\"charts\">\n")
    BarChart("Claims, by who stands behind them", voices, style: "voice").write(to: &html)
    BarChart("Attributed claims, by kind of source", kinds, style: "kind").write(to: &html)
    BarChart("How the source is said to speak", cues, style: "cue").write(to: &html)
    html.raw("</div>\n")
    writePublishers(to: &html)
    html.raw("</section>\n")
  }

  private func writePublishers(to html: inout HTMLWriter) {
    guard publishers.count > 1 else { return }
    html.raw("<details><summary>By publisher</summary><table><thead><tr><th>publisher</th><th>articles</th>")
    html.raw(
      "<th>claims</th><th>attributed</th><th>named</th><th>anonymous</th><th>official</th></tr></thead><tbody>\n")
    let largest = publishers.sorted { ($1.articles, Self.name($0)) < ($0.articles, Self.name($1)) }
    for publisher in largest.prefix(Self.mostPublishers) { write(publisher, to: &html) }
    html.raw("</tbody></table>")
    if publishers.count > Self.mostPublishers {
      html.raw("<p class=\"meta\">")
      html.text("and \(publishers.count - Self.mostPublishers) more; sayso audit --only-profiles has them all")
      html.raw("</p>")
    }
    html.raw("</details>\n")
  }

  private func write(_ publisher: AuditSummary, to html: inout HTMLWriter) {
    html.raw("<tr><th>")
    html.text(Self.name(publisher))
    html.raw("</th>")
    let shares = publisher.shares
    let cells =
      [String(publisher.articles), String(publisher.claims)]
      + [shares.attributed, shares.named, shares.anonymous, shares.official].map { ProfileWords.percent($0) }
    for cell in cells {
      html.raw("<td>")
      html.text(cell)
      html.raw("</td>")
    }
    html.raw("</tr>\n")
  }

  private static func name(_ summary: AuditSummary) -> String { ProfileWords(summary).id }
}
