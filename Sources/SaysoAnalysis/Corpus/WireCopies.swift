public import SaysoRecord
internal import SaysoText

/// Finds articles that are one text: copies of an agency's report, shortened or slightly changed.
///
///     var copies = WireCopies()
///     for record in corpus { copies.add(record) }
///     copies.voices()                       // [0, 1, 0]: the third article is a copy of the first
///
/// An article is compared by the word triples of its claims, which are its own words without furniture and are there
/// with `--no-text` too. Two are one text where the sets have a Jaccard index of `similar` or where `contained` of the
/// shorter lies in the longer. Nearly linear in the number of articles.
public struct WireCopies {
  /// Jaccard index from which two articles are one text, in thousandths.
  static let similar = 500
  /// Share of the shorter article that lies in the longer, in thousandths.
  static let contained = 700
  /// An article of fewer word triples is too short to be told from a coincidence.
  static let leastShingles = 12

  private let hash = MinHash(length: 64)
  private var index = LSHIndex(bands: 32, rows: 2)
  private var signatures: [UInt32] = []
  private var sizes: [Int32] = []
  private var groups = DisjointSets()

  public init() {}

  /// Articles entered so far.
  public var count: Int { sizes.count }

  /// Enters the next article; its number is the count before. Needs the record's claims.
  public mutating func add(_ record: AnnotationRecord) {
    var words: [UInt64] = []
    var shingles: [UInt64] = []
    for claim in record.claims where claim.parent == nil {
      words.removeAll(keepingCapacity: true)
      var text = claim.content.text
      text.withUTF8 { FoldedWords.appendHashes(of: $0, to: &words) }
      if words.count >= 3 { WordShingles.append(ofWords: words, size: 3, to: &shingles) }
    }
    WordShingles.sortUnique(&shingles)
    add(shingles)
  }

  /// Enters an article by its shingles, a sorted set.
  mutating func add(_ shingles: [UInt64]) {
    let item = groups.append()
    let signature = hash.signature(of: shingles)
    sizes.append(Int32(clamping: shingles.count))
    signatures.append(contentsOf: signature)
    guard shingles.count >= Self.leastShingles else { return }
    for other in index.candidates(of: signature) where areOneText(item, other) { groups.join(item, other) }
    index.insert(item, signature)
  }

  /// For each article the number of the first one that is the same text: its own where there is none before it.
  public mutating func voices() -> [Int32] {
    (0..<groups.count).map { Int32(clamping: groups.root($0)) }
  }

  private func areOneText(_ a: Int, _ b: Int) -> Bool {
    let jaccard = MinHash.similarity(signature(a), signature(b))
    if jaccard >= Self.similar { return true }
    // Few numbers agree by chance, so a small estimate says nothing of containment.
    return jaccard >= 200
      && MinHash.containment(jaccard: jaccard, sizes: Int(sizes[a]), Int(sizes[b])) >= Self.contained
  }

  private func signature(_ item: Int) -> ArraySlice<UInt32> {
    signatures[item * hash.length..<(item + 1) * hash.length]
  }
}
