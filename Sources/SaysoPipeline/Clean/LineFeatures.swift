import SaysoLexicon
import SaysoRecord
import SaysoText

/// What the zone rules look at in one line.
struct LineFeatures {
  var words = 0
  var functionWords = 0
  /// Ends with `.`, `!`, `?`, `:` or `;`, perhaps behind quotation marks and brackets.
  var hasFinalPunctuation = false
  /// Ends with an ellipsis after more than a few words.
  var isTruncated = false
  /// The whole line stands elsewhere on the page.
  var isDuplicate = false
  /// Another line starts with the same words.
  var sharesStart = false
  /// Begins like "Latest articles" and is short.
  var isHeading = false
  /// Has words of legal notices and sign-up forms.
  var isLegal = false
  /// Begins like a byline, a line with a date, or a caption.
  var opensByline = false
  var opensDateline = false
  var hasCaptionWord = false
  /// Says whose picture it describes: "(Image: Northwire)", "Photo: Ilse Varga", "... Getty Images"; or counts
  /// pictures: "Image 2 of 5".
  var isCredited = false
  /// Opens like "Read more: ": one line about another article.
  var opensReference = false
  /// Ends like "12 May at 10:12 am said:", as the first line of a comment does.
  var opensComment = false
  /// Opens as a teaser does: with a headline run into its text, or with a site's name and a date before its text.
  var opensTeaser = false
  var endsInColon = false
  /// Words that speak for the site or to its reader: "we", "our", "you", "your".
  var addressing = 0
  /// Has a breadcrumb's or site line's separator: "»", "›", "|".
  var hasSeparator = false
  /// Has a year of four digits or a month's name.
  var hasDate = false
  /// Begins with a month's name.
  var opensMonth = false
  /// The site repeats it: no part of the article.
  var isSiteFurniture = false
  /// Such a line before any other: the page begins outside the article.
  var opensPage = false
  var lineHash: UInt64 = 0
  var startHash: UInt64 = 0

  /// Words of a line's start that make `startHash`.
  static let startWords = 7
  /// Most tokens from the name of a picture's source to the end of its caption.
  private static let creditTokens = 3
  /// Longest line that can be a heading, in words.
  static let headingWords = 8

  var isText: Bool { words >= 8 }

  /// What the line adds to the score of a body that has it. One that the site repeats is never evidence for a body, and
  /// against it as much as any line like it; no body begins with one.
  func bounded(_ score: Int) -> Int {
    guard isSiteFurniture else { return score }
    return opensPage ? -1_000_000 : min(0, score)
  }
}

extension LineFeatures {
  /// Measures every line of an article. O(tokens).
  static func measure(_ article: borrowing Article, _ lexicon: Lexicon, kinds: ZoneEntryKinds) -> [LineFeatures] {
    let isEnglish = article.metadata.isEnglish
    var features = article.lines.map { LineFeatures(line: $0, article, kinds, isEnglish: isEnglish) }
    var lines: [UInt64: Int] = [:]
    var starts: [UInt64: Int] = [:]
    for line in features {
      lines[line.lineHash, default: 0] += 1
      if line.words >= startWords { starts[line.startHash, default: 0] += 1 }
    }
    for index in features.indices {
      features[index].isDuplicate = lines[features[index].lineHash, default: 0] > 1
      features[index].sharesStart =
        features[index].words >= startWords && starts[features[index].startHash, default: 0] > 1
    }
    return features
  }

  private init(line: Line, _ article: borrowing Article, _ kinds: ZoneEntryKinds, isEnglish: Bool) {
    count(line.tokens, article, isEnglish: isEnglish)
    opensTeaser =
      GluedHeadline.stands(in: line.tokens, article) || (words >= 15 && SiteOpening.stands(in: line.tokens, article))
    readEnd(line, article)
    readEntries(line, article, kinds)
    opensMonth = article.tokens.features[line.tokens.lowerBound].contains(.month)
    isTruncated = isTruncated && words > 8
    isHeading = isHeading && words <= Self.headingWords
  }

  private mutating func count(_ tokens: Range<Int>, _ article: borrowing Article, isEnglish: Bool) {
    let (shapes, hashes, ids) = (article.tokens.shape, article.tokens.hash, article.tokens.word)
    let features = article.tokens.features
    for token in tokens {
      let shape = shapes[token]
      lineHash = FoldedHash.mix(lineHash ^ hashes[token])
      if shape.hasAny([.hasLetter, .hasDigit]) {
        words += 1
        if words <= Self.startWords { startHash = FoldedHash.mix(startHash ^ hashes[token]) }
        if isEnglish ? FunctionWords.contains(ids[token]) : features[token].contains(.functionWord) {
          functionWords += 1
        }
        if ReaderWords.contains(ids[token]) { addressing += 1 }
        let isMonth = features[token].contains(.month) && (shape.contains(.initialUpper) || !isEnglish)
        if !hasDate, isMonth || isYear(token, article) { hasDate = true }
      } else if !hasSeparator, ids[token] == .bar || isArrow(token, article) {
        hasSeparator = true
      }
    }
  }

  private func isYear(_ token: Int, _ article: borrowing Article) -> Bool {
    guard article.tokens.shape[token].contains(.number), article.tokens.span(token).count == 4 else { return false }
    let first = article.source.bytes[Int(article.tokens.start[token])]
    return first == UInt8(ascii: "1") || first == UInt8(ascii: "2")
  }

  /// "»" or "›" with white space around it: a breadcrumb.
  private func isArrow(_ token: Int, _ article: borrowing Article) -> Bool {
    let shape = article.tokens.shape[token]
    return shape.isSuperset(of: [.closeQuote, .nonASCII, .spaceBefore])
      && article.tokens.shape[token + 1].contains(.spaceBefore)
  }

  private mutating func readEnd(_ line: Line, _ article: borrowing Article) {
    var last = line.tokens.upperBound - 1
    while last > line.tokens.lowerBound, article.tokens.shape[last].hasAny([.anyQuote, .bracket]) { last -= 1 }
    let word = article.tokens.word[last]
    isTruncated = word == .ellipsis
    let isTerminal = article.tokens.shape[last].contains(.terminal) || word == .colon || word == .semicolon
    endsInColon = word == .colon
    opensComment = words <= 14 && endsInSaid(line.tokens.lowerBound, last, article)
    hasFinalPunctuation = (isTerminal || endsInAbbreviation(last, article)) && !isTruncated
  }

  /// A clock time within three tokens before "said" or "says" at the end of a line.
  private func endsInSaid(_ first: Int, _ last: Int, _ article: borrowing Article) -> Bool {
    let word = article.tokens.word[last] == .colon ? last - 1 : last
    guard word > first + 2, article.tokens.lemma[word] == .say else { return false }
    return (max(first, word - 3)..<word).contains { token in
      article.tokens.shape[token].contains(.number)
        && article.source.bytes[article.tokens.span(token).range].contains(UInt8(ascii: ":"))
    }
  }

  private func endsInAbbreviation(_ token: Int, _ article: borrowing Article) -> Bool {
    let shape = article.tokens.shape[token]
    return shape.hasAny([.abbreviation, .dotted]) && article.source.bytes[Int(article.tokens.end[token]) - 1] == 0x2E
  }

  private mutating func readEntries(_ line: Line, _ article: borrowing Article, _ kinds: ZoneEntryKinds) {
    for token in line.tokens.prefix(400) where article.tokens.firstMatch[token] != article.tokens.firstMatch[token + 1]
    {
      for index in article.matches(at: token) where article.matches[index].type == .zone {
        let isFirst = token == line.tokens.lowerBound
        let end = article.matches[index].end
        let mark = end < line.tokens.upperBound ? article.tokens.word[end] : .none
        let isMarked = mark == .colon || mark == .bar
        let isCounted =
          isFirst && words <= 8 && end < line.tokens.upperBound && article.tokens.shape[end].contains(.number)
        switch kinds.kind(of: article.matches[index].entry) {
        case .heading: isHeading = isHeading || isFirst
        case .legal: isLegal = true
        case .byline: opensByline = opensByline || isFirst
        case .dateline: opensDateline = opensDateline || isFirst
        case .caption:
          hasCaptionWord = hasCaptionWord || isFirst || words <= 40
          isCredited = isCredited || isCounted || isMarked && (isFirst || endsSoon(end, line))
        case .credit: isCredited = isCredited || endsSoon(end, line, Self.creditTokens)
        case .reference: opensReference = opensReference || (isFirst && isMarked)
        case nil: break
        }
      }
    }
  }
}

extension LineFeatures {
  /// Whether the line, no sentence, ends within so many tokens: a credit stands at the end of a caption.
  private func endsSoon(_ token: Int, _ line: Line, _ reach: Int = 12) -> Bool {
    !hasFinalPunctuation && line.tokens.upperBound - token <= reach
  }
}

/// The kinds of the entries in `Lexicons/<lang>/zones`, of every language, looked up once so that no string is read per line.
struct ZoneEntryKinds {
  enum Kind: String { case heading, legal, byline, dateline, caption, credit, reference }

  private var kinds: [EntryID: Kind] = [:]

  init(_ lexicon: Lexicon) {
    for list in lexicon.lists where list.name.hasPrefix("zones/") || list.name.hasSuffix("/zones/furniture") {
      for entry in lexicon.entries(inList: list.name) {
        if let kind = Kind(rawValue: entry.kind) { kinds[entry.id] = kind }
      }
    }
  }

  func kind(of entry: EntryID) -> Kind? { kinds[entry] }
}
