public import SaysoText

extension Lexicon {
  /// Whether the user has added books.
  public var hasBooks: Bool { !shelf.books.isEmpty }

  /// Finds the names of the user's books in a text and puts them among the matches of the lists: at each token by
  /// length, the user's before ours. Words that are a name by themselves get the features of their kind.
  ///
  /// - Parameters:
  ///   - text: the article's bytes, which `starts` and `ends` point into.
  ///   - first: for each token the index of its first match, with one entry more at the end.
  ///
  /// O(tokens) in practice.
  public func addBookMatches(
    hashes: Column<UInt64>, shapes: Column<TokenShape>, starts: Column<Int32>, ends: Column<Int32>, text: [UInt8],
    into matches: inout Column<LexiconMatch>, first: Column<Int32>, features: Column<WordFeatures>
  ) {
    var found: [LexiconMatch] = []
    text.withUnsafeBufferPointer { text in
      for (number, book) in shelf.books.enumerated() {
        let scan = BookScan(book, hashes: hashes, shapes: shapes, starts: starts, ends: ends, text: text)
        scan.run { index, length, pattern, kind in
          if length == 1 { features[index] = features[index].union(kind.features) }
          found.append(
            LexiconMatch(
              first: Int32(truncatingIfNeeded: index), count: Int16(truncatingIfNeeded: length), type: kind.type,
              isAlias: pattern.mask & CaseMask.alias != 0, entry: shelf.id(number, pattern)))
        }
      }
    }
    if !found.isEmpty { Lexicon.merge(found, into: &matches, first: first, tokens: hashes.count) }
  }

  /// Merges what the books found into the matches of the lists.
  private static func merge(
    _ found: [LexiconMatch], into matches: inout Column<LexiconMatch>, first: Column<Int32>, tokens: Int
  ) {
    let order = found.indices.sorted { a, b in
      (found[a].first, -found[a].count, a) < (found[b].first, -found[b].count, b)
    }
    let listed = Array(matches.buffer)
    matches.removeAll()
    var (mine, theirs) = (0, 0)
    for token in 0..<tokens {
      first[token] = Int32(truncatingIfNeeded: matches.count)
      while true {
        let user = mine < order.count && Int(found[order[mine]].first) == token ? found[order[mine]] : nil
        let own = theirs < listed.count && Int(listed[theirs].first) == token ? listed[theirs] : nil
        guard user != nil || own != nil else { break }
        if let user, user.count >= (own?.count ?? 0) {
          matches.append(user)
          mine += 1
        } else if let own {
          matches.append(own)
          theirs += 1
        }
      }
    }
    first[tokens] = Int32(truncatingIfNeeded: matches.count)
  }
}

/// One pass of a book over the tokens of a text.
private struct BookScan {
  let book: PhraseBook
  let hashes: Column<UInt64>
  let shapes: Column<TokenShape>
  let starts: Column<Int32>
  let ends: Column<Int32>
  let text: UnsafeBufferPointer<UInt8>
  private let filter: UnsafeBufferPointer<UInt64>
  private let mask: UInt64
  private let buckets: UnsafeBufferPointer<UInt32>
  private let patterns: UnsafeBufferPointer<BookPattern>
  /// Bits of a hash that do not number its bucket.
  private let shift: UInt64

  typealias Found = (Int, Int, BookPattern, PhraseBook.Kind) -> Void

  init(
    _ book: PhraseBook, hashes: Column<UInt64>, shapes: Column<TokenShape>, starts: Column<Int32>, ends: Column<Int32>,
    text: UnsafeBufferPointer<UInt8>
  ) {
    self.book = book
    self.hashes = hashes
    self.shapes = shapes
    self.starts = starts
    self.ends = ends
    self.text = text
    filter = book.filter
    buckets = book.buckets
    patterns = book.patterns
    // Both tables are powers of two long; a file that says otherwise gets the largest power that fits.
    mask = filter.isEmpty ? 0 : UInt64(1 << (filter.count.bitWidth - 1 - filter.count.leadingZeroBitCount)) - 1
    let count = max(1, buckets.count - 1)
    shift = UInt64(64 - (count.bitWidth - 1 - count.leadingZeroBitCount))
  }

  func run(_ found: Found) {
    guard !filter.isEmpty, buckets.count > 1 else { return }
    for index in 0..<hashes.count { walk(from: index, found) }
  }

  /// All phrases that start at a token.
  @inline(__always)
  private func walk(from index: Int, _ found: Found) {
    var phrase = PhraseHash.first(hashes.base[index])
    let word = filter[PhraseHash.word(phrase, mask)]
    if word == 0 { return }
    let hasCapital = shapes[index].hasAny([.initialUpper, .mixedCase, .allUpper])
    if has(word, phrase, .wholeAny) || hasCapital && has(word, phrase, .wholeUpper) {
      look(up: phrase, index, 1, found)
    }
    guard has(word, phrase, .firstAny) || hasCapital && has(word, phrase, .firstUpper) else { return }
    var length = 1
    while length < CaseMask.maxTokens, index + length < hashes.count, !shapes[index + length].contains(.paragraphStart)
    {
      phrase = PhraseHash.next(phrase, hashes.base[index + length])
      length += 1
      let word = filter[PhraseHash.word(phrase, mask)]
      if has(word, phrase, .whole) { look(up: phrase, index, length, found) }
      if !has(word, phrase, .start) { return }
    }
  }

  @inline(__always)
  private func has(_ word: UInt64, _ phrase: UInt64, _ key: PhraseHash.Key) -> Bool {
    let bits = PhraseHash.bits(phrase, key)
    return word & bits == bits
  }

  @inline(never)
  private func look(up phrase: UInt64, _ index: Int, _ length: Int, _ found: Found) {
    let bucket = shift < 64 ? Int(truncatingIfNeeded: phrase >> shift) : 0
    guard bucket + 1 < buckets.count else { return }
    let end = min(Int(buckets[bucket + 1]), patterns.count)
    var at = Int(buckets[bucket])
    while at < end {
      let pattern = patterns[at]
      at += 1
      guard pattern.hash == phrase, fits(pattern, index, length), let entry = book.entry(Int(pattern.entry / 2)),
        entry.exact == 0 || isExact(entry, index, length), let kind = book.kind(entry)
      else { continue }
      found(index, length, pattern, kind)
    }
  }

  private func fits(_ pattern: BookPattern, _ index: Int, _ length: Int) -> Bool {
    var demands = pattern.mask
    for token in index..<index + length {
      if !LexiconTables.fits(shapes[token], demands) { return false }
      demands >>= 2
    }
    return true
  }

  /// Whether the tokens that must be letter for letter as in the name are so.
  private func isExact(_ entry: BookEntry, _ index: Int, _ length: Int) -> Bool {
    let name = book.nameBytes(entry)
    var at = 0
    for offset in 0..<length {
      while at < name.count, name[at] == 0x20 { at += 1 }
      let (start, end) = (Int(starts[index + offset]), Int(ends[index + offset]))
      guard start >= 0, start <= end, end <= text.count, at + end - start <= name.count else { return false }
      if entry.exact & (1 << UInt16(offset)) != 0 {
        for byte in 0..<end - start where text[start + byte] != name[at + byte] { return false }
      }
      at += end - start
    }
    return true
  }
}
