import SaysoLexicon
import SaysoRecord
import SaysoText

/// Says of a source what audits record: entity, name, title, kind and role, and why it is unnamed.
struct SourceDescriber {
  let table: SourceTable
  let tables: LexiconTables
  private let roles: SourceRoles

  init(_ context: StageContext) {
    table = SourceTable(context.lexicon)
    roles = SourceRoles(table: table)
    tables = context.tables
  }

  /// The source that stands at `tokens`; `near` is what to search for the reason of its anonymity.
  func describe(
    _ tokens: Range<Int>, near: Range<Int>, _ scan: borrowing ClaimScan, _ article: borrowing Article,
    _ index: MentionIndex
  ) -> Claim.Source {
    let base = basePhrase(tokens, scan)
    let mention = mention(of: tokens, base, scan, article, index)
    var source = Claim.Source(
      spans: [article.tokens.span(tokens)], entity: -1, name: nil, title: nil, kind: .unknown, role: .unknown,
      isNamed: false, justification: nil)
    let row = headRow(base, scan)
    if let mention { apply(article.mentions[mention], tokens, &source, article) }
    if let row { apply(row, hasMention: mention != nil, &source) }
    if source.kind == .document, let outlet = outlet(base, article, index) {
      // "a CNN article": the outlet speaks.
      source.kind = .media
      source.role = .media
      if source.entity < 0 { apply(article.mentions[outlet], base, &source, article) }
      source.kind = .media
    }
    if isSpokesperson(base, scan), source.entity < 0 || source.kind == .anonymous {
      applyBody(tokens, &source, scan, article, index)
    }
    if let title = title(tokens, mention, row, scan, article) {
      source.title = article.tokens.span(title)
      if source.kind == .person { source.role = roles.role(ofTitle: title, scan, article, index) ?? source.role }
    }
    if source.kind == .unknown { source.kind = byHead(base, scan) }
    if !source.isNamed { source.justification = justification(near, tokens, scan, article) }
    if source.justification != nil { source.kind = .anonymous }
    return source
  }

  private func isSpokesperson(_ base: Range<Int>, _ scan: borrowing ClaimScan) -> Bool {
    base.contains {
      scan.word[$0] == .spokesman || scan.word[$0] == .spokeswoman || scan.word[$0] == .spokesperson
    }
  }

  /// "a spokesman for the Transport Ministry": the body that is spoken for gives kind and role.
  private func applyBody(
    _ tokens: Range<Int>, _ source: inout Claim.Source, _ scan: borrowing ClaimScan, _ article: borrowing Article,
    _ index: MentionIndex
  ) {
    for token in tokens {
      if let number = index.number(over: token), article.mentions[number].type == .organization {
        apply(article.mentions[number], tokens, &source, article)
        if source.kind == .organization, source.role == .unknown { source.role = .other }
        return
      }
      for match in Int(scan.firstMatch[token]) ..<~ Int(scan.firstMatch[token + 1]) {
        let found = scan.matches[match]
        guard found.type == .source, found.end <= tokens.upperBound, let row = table.row(of: found.entry), row.isBody
        else { continue }
        source.kind = row.kind
        source.role = row.role
        return
      }
    }
  }

  /// The first noun phrase of the source, before any preposition or comma.
  private func basePhrase(_ tokens: Range<Int>, _ scan: borrowing ClaimScan) -> Range<Int> {
    if tokens.count == 1, scan.isRelative(tokens.lowerBound) {
      // "officials who say": the noun before stands for the pronoun.
      let end = scan.word[tokens.lowerBound - 1] == .comma ? tokens.lowerBound - 1 : tokens.lowerBound
      if let phrase = scan.nounPhrase(before: end) { return Range<Int>(phrase.tokens) }
    }
    for token in tokens.prefix(4) {
      if let phrase = scan.nounPhrase(at: token) {
        return token ..<~ nameEnd(min(tokens.upperBound, Int(phrase.tokens.upperBound)), tokens.upperBound, scan)
      }
    }
    let end = tokens.first { scan.word[$0] == .comma || scan.tag[$0] == .in } ?? tokens.upperBound
    return tokens.lowerBound ..<~ max(end, tokens.lowerBound + 1)
  }

  /// A name may go on where the chunk ended ("the Lebanese daily" + "L'Orient"): up to the next comma, preposition, verb.
  private func nameEnd(_ phraseEnd: Int, _ limit: Int, _ scan: borrowing ClaimScan) -> Int {
    var end = phraseEnd
    var reached = phraseEnd
    while end < limit, scan.word[end] != .comma, scan.tag[end] != .in, scan.tag[end] != .to, !scan.tag[end].isVerb,
      !scan.isRelative(end), !scan.shape[end].contains(.bracket)
    {
      end += 1
      if scan.tag[end - 1] == .nnp { reached = end }
    }
    return reached
  }

  // MARK: Entity

  /// The mention that the source is: at its head, else a person named in an apposition; for "who", the name before it.
  private func mention(
    of tokens: Range<Int>, _ base: Range<Int>, _ scan: borrowing ClaimScan, _ article: borrowing Article,
    _ index: MentionIndex
  ) -> Int? {
    if tokens.count == 1, scan.isRelative(tokens.lowerBound) { return antecedent(tokens.lowerBound, scan, index) }
    if let found = index.number(over: base.upperBound - 1) { return found }
    // "The mayor of Easterby, Tomas Reyne", "the owner, Lakeline Ferries": the name behind the first comma.
    let reach = min(tokens.upperBound, base.upperBound + 10)
    guard let comma = (base.upperBound ..<~ reach).first(where: { scan.word[$0] == .comma || scan.tag[$0].isVerb }),
      scan.word[comma] == .comma
    else { return nil }
    // "its founder, 81-year-old Jane Roe"
    let name = (comma + 1 ..<~ min(tokens.upperBound, comma + 8)).first {
      if let number = index.number(over: $0) { return article.mentions[number].type != .group }
      return scan.word[$0] == .comma || scan.tag[$0] == .in || scan.tag[$0].isVerb
    }
    guard let name, let found = index.number(over: name),
      article.mentions[found].type == .person || article.mentions[found].type == .organization
    else { return nil }
    return found
  }

  private func antecedent(_ relative: Int, _ scan: borrowing ClaimScan, _ index: MentionIndex) -> Int? {
    let before = scan.word[relative - 1] == .comma ? relative - 2 : relative - 1
    return index.number(over: before)
  }

  private func apply(
    _ mention: Mention, _ tokens: Range<Int>, _ source: inout Claim.Source, _ article: borrowing Article
  ) {
    guard mention.entity >= 0, mention.entity < article.entities.count else { return }
    let entity = article.entities[mention.entity]
    source.entity = mention.entity
    let isThing = mention.type != .group
    source.isNamed = isThing
    if isThing { source.name = entity.name }
    source.role = SourceRole(kinds: entity.kinds)
    switch mention.type {
    case .person: source.kind = .person
    case .organization: source.kind = kind(of: source.role)
    case .place:
      source.kind = .government
      source.role = .government
    case .group, .date: source.kind = .group
    }
  }

  private func kind(of role: SourceRole) -> SourceKind {
    switch role {
    case .media: .media
    case .government, .police, .military, .court: .government
    default: .organization
    }
  }

  /// A medium named inside the phrase of a document.
  private func outlet(_ base: Range<Int>, _ article: borrowing Article, _ index: MentionIndex) -> Int? {
    for token in base {
      guard let number = index.number(over: token), article.mentions[number].entity >= 0 else { continue }
      let entity = article.mentions[number].entity
      if article.entities[entity].type == .organization, SourceRole(kinds: article.entities[entity].kinds) == .media {
        return number
      }
    }
    return nil
  }

  // MARK: Nouns and titles

  /// The longest source noun or title that ends with the base phrase.
  private func headRow(_ base: Range<Int>, _ scan: borrowing ClaimScan) -> SourceTable.Row? {
    var best: SourceTable.Row?
    for token in base {
      for match in Int(scan.firstMatch[token]) ..<~ Int(scan.firstMatch[token + 1]) {
        let found = scan.matches[match]
        guard found.type == .source || found.type == .title, found.end <= base.upperBound,
          let row = table.row(of: found.entry)
        else { continue }
        let isHead = found.end == base.upperBound || scan.tag[found.end] == .nnp
        if isHead, best == nil || (best?.isTitle == true && !row.isTitle) { best = row }
      }
    }
    return best
  }

  private func apply(_ row: SourceTable.Row, hasMention: Bool, _ source: inout Claim.Source) {
    if source.role == .unknown || row.isTitle { source.role = row.role == .unknown ? source.role : row.role }
    // "the daily Le Jour", "the group Acme": the noun says better than the shape of the name.
    if hasMention, row.isBody, source.kind != .person { source.kind = row.kind }
    guard !hasMention || source.kind == .unknown else { return }
    if row.isSpokesperson {
      source.kind = kind(of: row.role)
    } else if row.isTitle {
      source.kind = .anonymous
    } else {
      // "a man", "one person": somebody without a name.
      source.kind = row.kind == .person ? .anonymous : row.kind
    }
  }

  /// What is left: pronouns are unknown, plural nouns a group, "one of them" and "another" somebody without a name.
  private func byHead(_ base: Range<Int>, _ scan: borrowing ClaimScan) -> SourceKind {
    let first = base.lowerBound
    if scan.word[first] == .another || (scan.tag[first] == .cd && scan.word[first + 1] == .of) { return .anonymous }
    switch scan.tag[base.upperBound - 1] {
    case .nns, .nnps: return .group
    default: return .unknown
    }
  }

  /// The role as written: before the name ("Foreign Minister"), else in the apposition behind it.
  private func title(
    _ tokens: Range<Int>, _ mention: Int?, _ row: SourceTable.Row?, _ scan: borrowing ClaimScan,
    _ article: borrowing Article
  ) -> Range<Int>? {
    guard let mention else { return row?.isTitle == true ? tokens : nil }
    let name = article.mentions[mention].tokens
    guard tokens.lowerBound <= name.lowerBound, name.upperBound <= tokens.upperBound else { return nil }
    var front = name.lowerBound
    // "the company's founder, 81-year-old | Jane Roe"
    if let comma = (tokens.lowerBound ..<~ front).first(where: { scan.word[$0] == .comma }) { front = comma }
    let before = tokens.lowerBound ..<~ front
    let determiners: [WordTag] = [.dt, .pdt, .prps, .dtp]
    // An article or possessive alone is no title.
    if before.contains(where: { scan.tag[$0] == .cc }), scan.tag[front - 1] == .dt { return nil }
    if before.contains(where: { !determiners.contains(scan.tag[$0]) }) { return before }
    guard scan.word[name.upperBound] == .comma, name.upperBound + 1 < tokens.upperBound else { return nil }
    let start = name.upperBound + 1
    guard !scan.isRelative(start), scan.word[start] != .whose, scan.tag[start] != .cd else { return nil }
    let end =
      (start ..<~ tokens.upperBound).first { scan.word[$0] == .comma || scan.isRelative($0) } ?? tokens.upperBound
    return end > start ? start ..<~ end : nil
  }

  // MARK: Anonymity

  /// "on condition of anonymity because ...": from the phrase to the end of its clause.
  private func justification(
    _ near: Range<Int>, _ source: Range<Int>, _ scan: borrowing ClaimScan, _ article: borrowing Article
  ) -> TextSpan? {
    guard !scan.tag[source.lowerBound].isPronoun, !scan.isRelative(source.lowerBound) else { return nil }
    let low = max(near.lowerBound, source.lowerBound - 4)
    for token in low ..<~ min(near.upperBound, source.upperBound + 24) {
      for match in Int(scan.firstMatch[token]) ..<~ Int(scan.firstMatch[token + 1]) {
        let found = scan.matches[match]
        guard found.type == .source, found.count > 1,
          tables.record(found.entry).isAnonymity(scan.cues.anonymity, found.entry)
        else { continue }
        var start = token
        if scan.word[start - 1] == .the { start -= 1 }
        if scan.word[start - 1] == .on { start -= 1 }
        if let on = (start ..<~ found.end).first(where: { scan.word[$0] == .on }) { start = on }
        // "who requested anonymity, said": no reason follows.
        let end = scan.word[found.end] == .comma ? found.end : max(found.end, scan.clauseEnd(from: found.end))
        let limit = min(end, max(near.upperBound, found.end))
        return article.tokens.span(start ..<~ scan.trimmed(start, limit))
      }
    }
    return nil
  }
}

extension EntryRecord {
  fileprivate func isAnonymity(_ entries: Range<UInt32>, _ entry: EntryID) -> Bool { entries.contains(entry.raw) }
}

/// Mentions by token.
struct MentionIndex {
  /// Number of the mention over each token, from 1; the longest where several are.
  let at: Column<Int32>

  func number(over token: Int) -> Int? {
    let number = Int(at[token])
    return number > 0 ? number - 1 : nil
  }
}
