import SaysoLexicon
import SaysoRecord
import SaysoText

/// Turns drafts into claims: spans, parents, and what describes them.
struct ClaimWriter {
  private let lexicon: Lexicon
  private let sources: SourceDescriber
  private let contents: ContentDescriber
  /// Base forms of the cues, by place in `CueTable.entries`.
  private let lemmas: [String]

  init(_ context: StageContext) {
    lexicon = context.lexicon
    sources = SourceDescriber(context)
    contents = ContentDescriber(context)
    lemmas = CueTable(context.lexicon).entries.map { context.lexicon.entry($0.entry).name }
  }

  /// Appends the claims of `drafts` to the article, in text order.
  func write(
    _ drafts: [ClaimDraft], _ scan: borrowing ClaimScan, to article: inout Article, dateAt: Column<Int32>,
    mentions: MentionIndex
  ) {
    // By where they start; "said ..., adding ..." share their source and go by their cues.
    let keys = drafts.map {
      (start: $0.extent.lowerBound, cue: $0.cue?.lowerBound ?? $0.content.first?.lowerBound ?? 0)
    }
    let order = drafts.indices.sorted { a, b in
      if keys[a].start != keys[b].start { return keys[a].start < keys[b].start }
      return keys[a].cue != keys[b].cue ? keys[a].cue < keys[b].cue : a < b
    }
    for index in order { article.claims.append(claim(drafts[index], scan, article, dateAt, mentions)) }
    SourceRoles.share(among: &article.claims, entities: article.entities.count)
    Chains.link(&article.claims)
  }

  private func claim(
    _ draft: ClaimDraft, _ scan: borrowing ClaimScan, _ article: borrowing Article, _ dateAt: Column<Int32>,
    _ mentions: MentionIndex
  ) -> Claim {
    let entry = draft.place >= 0 ? scan.cues.entries[draft.place].entry : nil
    var claim = Claim(
      sentence: max(0, Int(article.tokens.sentence[draft.extent.lowerBound])),
      content: draft.content.map { article.tokens.span($0) }, source: nil, cue: nil,
      quotation: ContentDescriber.quotation(draft.content, scan),
      certainty: ContentDescriber.certainty(draft, scan), voice: voice(draft),
      evidence: Evidence(draft.rule, entry))
    if let source = draft.source {
      claim.source = sources.describe(source, near: surroundings(draft, scan, article), scan, article, mentions)
    }
    if let cue = draft.cue {
      let lemma = draft.place >= 0 ? lemmas[draft.place] : unlisted(draft.rule)
      claim.cue = Claim.Cue(spans: [article.tokens.span(cue)], lemma: lemma, cueClass: draft.cueClass)
    }
    describeContent(draft, &claim, scan, article, dateAt, mentions)
    return claim
  }

  private func voice(_ draft: ClaimDraft) -> Voice {
    if draft.isAuthor { return .author }
    return draft.source == nil ? .hedged : .attributed
  }

  private func unlisted(_ rule: StaticString) -> String { "\(rule)" == "colon-cue" ? ":" : "according to" }

  /// The sentence of the attribution, where the reason for anonymity stands.
  private func surroundings(
    _ draft: ClaimDraft, _ scan: borrowing ClaimScan, _ article: borrowing Article
  ) -> Range<Int> {
    let sentence = draft.sentence
    guard article.sentences.indices.contains(sentence) else { return 0 ..<~ 0 }
    return article.sentences[sentence].tokens
  }

  private func describeContent(
    _ draft: ClaimDraft, _ claim: inout Claim, _ scan: borrowing ClaimScan, _ article: borrowing Article,
    _ dateAt: Column<Int32>, _ mentions: MentionIndex
  ) {
    claim.traits = contents.traits(draft.content, scan)
    for piece in draft.content {
      var token = piece.lowerBound
      while token < piece.upperBound {
        let date = Int(dateAt[token]) - 1
        if date >= 0, claim.dates.last != date, !claim.dates.contains(date) { claim.dates.append(date) }
        if let mention = mentions.number(over: token) {
          let entity = article.mentions[mention].entity
          if entity >= 0, !claim.entities.contains(entity) { claim.entities.append(entity) }
        }
        token += 1
      }
    }
    claim.entities.sort()
    claim.when = ClaimTime.when(claim.dates, article, scan)
    claim.said = ClaimTime.said(draft, article, dateAt, scan)
  }
}
