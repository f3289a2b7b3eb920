internal import SaysoRecord
internal import SaysoText

/// Finds articles with a common origin: one text, one claim on one source's word, outlets that cite each other (S12).
///
/// Of each article it keeps its name and some hundred bytes for each claim that is long enough to be told again.
struct CommonOrigin {
  /// An article, as short as it can be kept.
  private struct Kept {
    var id: TextArena.Place
    var title: TextArena.Place
    /// Number in `names`; -1 for none.
    var publisher: Int32
  }

  private var texts = TextArena()
  private var names = StringTable()
  private var articles: [Kept] = []
  private var copies = WireCopies()
  private var claims = SharedClaims()

  /// Most other documents that a finding lists.
  static let listed = 20

  mutating func add(_ article: AuditArticle) {
    let number = Int32(clamping: articles.count)
    let record = article.record
    articles.append(
      Kept(
        id: texts.append(record.id), title: texts.append(record.title ?? ""),
        publisher: record.publisher.map { names.number($0) } ?? -1))
    copies.add(record)
    for index in article.claims {
      let claim = article.claim(index)
      guard claim.isUtterance, !article.isTitle(claim), let source = claim.source,
        let entity = source.entity.flatMap({ article.entity($0) })
      else { continue }
      claims.add(
        claim, article: number, origin: names.number(entity.name), isMedia: source.kind == .media,
        text: { texts.append($0) }, place: claim.content.span.flatMap { article.text?.place(of: $0) })
    }
  }

  /// Gives the findings, article by article, in the order of the articles.
  mutating func finish(
    _ body: (_ items: [FindingList.Item], DocumentReference, _ publisher: String?) throws(OutputError) -> Void
  ) throws(OutputError) {
    let voices = copies.voices()
    var copied: [Int32: [Int32]] = [:]
    for (article, voice) in voices.enumerated() { copied[voice, default: []].append(Int32(clamping: article)) }
    let shared = claims.groups(voices: voices)
    for (number, kept) in articles.enumerated() {
      var items: [FindingList.Item] = []
      let others = (copied[voices[number]] ?? []).filter { $0 != number }
      if !others.isEmpty { items.append(copy(kept, others)) }
      for told in shared.of(article: Int32(clamping: number)) { items.append(retold(kept, told, shared)) }
      if items.isEmpty { continue }
      let publisher = kept.publisher < 0 ? nil : names[kept.publisher]
      let title = texts[kept.title]
      try body(
        items, DocumentReference(id: texts[kept.id], title: title.isEmpty ? nil : title, publisher: publisher),
        publisher)
    }
  }

  private func copy(_ kept: Kept, _ others: [Int32]) -> FindingList.Item {
    item(
      kept, text: texts[kept.title], span: nil, place: nil, claim: nil, severity: .info,
      message:
        "the article is one text with \(others.count) other\(others.count == 1 ? "" : "s"): one voice, not several",
      others: others, evidence: [.init("kind", .text("copy"))])
  }

  private func retold(_ kept: Kept, _ told: SharedClaims.Told, _ shared: SharedClaims.Groups) -> FindingList.Item {
    let others = shared.others(than: told)
    let origin = names[told.origin]
    let isLoop = told.isMedia && isCircle(told, others, shared)
    let message =
      isLoop
      ? "\"\(origin)\", which this claim is credited to, credits another outlet of the corpus for it in turn"
      : "this claim is told in \(shared.voices(of: told)) independent articles, and all rest on \"\(origin)\""
    return item(
      kept, text: texts[told.text], span: told.span, place: told.place, claim: told.claim, severity: .warning,
      message: message, others: others.map(\.article),
      evidence: [.init("kind", .text(isLoop ? "circle" : "one-source")), .init("origin", .text(origin))])
  }

  /// The outlet that is cited tells the same claim on the word of an outlet that leads back here.
  private func isCircle(_ told: SharedClaims.Told, _ others: [SharedClaims.Told], _ shared: SharedClaims.Groups) -> Bool
  {
    let publisher = articles[Int(told.article)].publisher
    guard publisher >= 0 else { return false }
    let start = FoldedWords.fold(names[publisher])
    var next = FoldedWords.fold(names[told.origin])
    for _ in 0..<8 {
      if next == start { return true }
      guard
        let citing = others.first(where: { other in
          let own = articles[Int(other.article)].publisher
          return other.isMedia && own >= 0 && FoldedWords.fold(names[own]) == next
        })
      else { return false }
      next = FoldedWords.fold(names[citing.origin])
    }
    return false
  }

  private func item(
    _ kept: Kept, text: String, span: CodePointSpan?, place: TextPlace?, claim: ClaimID?, severity: Severity,
    message: String, others: [Int32], evidence: [Finding.Evidence]
  ) -> FindingList.Item {
    let about = CommonOriginCheck().about
    var finding = Finding(
      check: about.id, name: about.name, severity: severity, document: texts[kept.id], claim: claim, span: span,
      text: text, message: message, standard: about.standard)
    let documents = others.prefix(Self.listed).map { texts[articles[Int($0)].id] }
    finding.evidence =
      evidence + [.init("articles", .number(others.count + 1)), .init("documents", .texts(documents))]
    return FindingList.Item(finding: finding, place: place)
  }
}
