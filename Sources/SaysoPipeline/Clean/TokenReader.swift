import SaysoLexicon
import SaysoText

/// Moves raw tokens into the article's table with what the lexicon knows of their words, and joins abbreviations with
/// their full stop.
struct TokenReader {
  private let cache: WordCache
  private var joined: [UInt8] = []

  init(_ tables: LexiconTables) { cache = WordCache(tables) }

  /// Fills the table's columns that come from the text and the lexicon. `nodes` receives each word's trie node. O(tokens).
  mutating func read(_ tokens: borrowing TokenBuffer, into table: inout TokenTable, nodes: inout Column<UInt32>) {
    table.stretch(to: tokens.count)
    nodes.stretch(to: tokens.count)
    let rows = tokens.rows
    var written = 0
    var from = 0
    for index in 0..<rows.count where rows.base[index].shape.contains(.beforeStop) {
      // The token before may have taken this one for its full stop.
      guard index >= from, let known = abbreviation(at: index, tokens) else { continue }
      copy(from..<index, of: tokens, to: written, table, nodes)
      written += index - from
      var row = rows[index]
      row.end = rows[index + 1].end
      row.shape.insert(.abbreviation)
      row.hash = known.hash
      store(row, known, at: written, table, nodes)
      written += 1
      from = index + 2
    }
    copy(from..<max(from, rows.count), of: tokens, to: written, table, nodes)
    written += max(0, rows.count - from)
    table.stretch(to: written)
    nodes.stretch(to: written)
  }

  private func copy(
    _ range: Range<Int>, of tokens: borrowing TokenBuffer, to target: Int, _ table: borrowing TokenTable,
    _ nodes: Column<UInt32>
  ) {
    let (rows, folded) = (tokens.rows.base, tokens.folded)
    let columns = Columns(table, nodes)
    var at = target
    for index in range {
      let row = rows[index]
      var known = cache.slot(row.hash)
      if known.pointee.hash != row.hash || row.hash == 0 {
        let end = index + 1 < tokens.rows.count ? Int(rows[index + 1].folded) : folded.count
        let bytes = UnsafeBufferPointer(start: folded.base + Int(row.folded), count: max(0, end - Int(row.folded)))
        known = cache.fill(bytes, hash: row.hash)
      }
      columns.store(row, known, at: at)
      at &+= 1
    }
  }

  private func store(
    _ row: RawToken, _ known: WordCache.Known, at target: Int, _ table: borrowing TokenTable, _ nodes: Column<UInt32>
  ) {
    withUnsafePointer(to: known) { Columns(table, nodes).store(row, $0, at: target) }
  }

  /// What is known of the word "gen." where "gen" and a lone "." stand at `index` and the lexicon has the abbreviation.
  private mutating func abbreviation(at index: Int, _ tokens: borrowing TokenBuffer) -> WordCache.Known? {
    let stop = tokens.rows[index + 1]
    guard index + 1 < tokens.count, stop.end - stop.start == 1 else { return nil }
    joined.removeAll(keepingCapacity: true)
    joined.append(contentsOf: tokens.foldedBytes(index))
    joined.append(UInt8(ascii: "."))
    return joined.withUnsafeBufferPointer { folded in
      let known = cache.look(up: folded, hash: FoldedHash.hash(folded))
      return isAbbreviation(known.info.abbreviation, at: index, tokens.rows) ? known : nil
    }
  }

  /// Whether the rules of an abbreviation ("No. 5", "Mar.") fit the token at `index` and its neighbours.
  private func isAbbreviation(_ rules: AbbreviationRules, at index: Int, _ rows: Column<RawToken>) -> Bool {
    guard rules.contains(.any) else { return false }
    let next = rows[index + 2].shape
    guard rules.contains(.anyCase) || rows[index].shape.contains(.initialUpper) else { return false }
    if rules.contains(.beforeDigit) { return next.contains(.hasDigit) && !next.contains(.lineStart) }
    if rules.contains(.beforeName) { return next.contains(.initialUpper) && !next.contains(.lineStart) }
    return !rules.contains(.afterDigit) || (index > 0 && rows[index - 1].shape.contains(.hasDigit))
  }
}

/// The memory of the columns that `TokenReader` writes; they have been made long enough before.
private struct Columns {
  let start: UnsafeMutablePointer<Int32>
  let end: UnsafeMutablePointer<Int32>
  let shape: UnsafeMutablePointer<TokenShape>
  let hash: UnsafeMutablePointer<UInt64>
  let word: UnsafeMutablePointer<WordID>
  let features: UnsafeMutablePointer<WordFeatures>
  let lemma: UnsafeMutablePointer<WordID>
  let tagClass: UnsafeMutablePointer<UInt32>
  let node: UnsafeMutablePointer<UInt32>

  init(_ table: borrowing TokenTable, _ nodes: Column<UInt32>) {
    start = table.start.base
    end = table.end.base
    shape = table.shape.base
    hash = table.hash.base
    word = table.word.base
    features = table.features.base
    lemma = table.lemma.base
    tagClass = table.tagClass.base
    node = nodes.base
  }

  @inline(__always)
  func store(_ row: RawToken, _ known: UnsafePointer<WordCache.Known>, at index: Int) {
    start[index] = row.start
    end[index] = row.end
    shape[index] = row.shape
    hash[index] = row.hash
    word[index] = known.pointee.word
    features[index] = known.pointee.info.features
    lemma[index] = known.pointee.lemma
    tagClass[index] = known.pointee.info.tagClass
    node[index] = known.pointee.info.node
  }
}
