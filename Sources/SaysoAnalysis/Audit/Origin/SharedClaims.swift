internal import SaysoRecord
internal import SaysoText

/// Attributed claims of many articles, to be compared by their content words.
///
/// A claim's words are sketched (`MinHash`); claims that share a band of the sketch meet when the bands are sorted. About
/// 250 bytes a claim, and n log n time.
struct SharedClaims {
  /// A claim as an article tells it.
  struct Told {
    var article: Int32
    /// Number of the source's name.
    var origin: Int32
    var isMedia: Bool
    var claim: ClaimID
    var span: CodePointSpan?
    var place: TextPlace?
    var text: TextArena.Place
    /// Number of the group, when groups are made.
    var group: Int32 = -1
  }

  private struct Band {
    var key: UInt64
    var claim: Int32
  }

  private static let bandCount = 6
  private let hash = MinHash(length: 12)
  private var told: [Told] = []
  private var sketches: [UInt32] = []
  private var bands: [Band] = []

  mutating func add(
    _ claim: AnnotationRecord.Claim, article: Int32, origin: Int32, isMedia: Bool,
    text: (String) -> TextArena.Place, place: TextPlace?
  ) {
    let stems = ContentWords.stems(of: claim.content.text)
    guard stems.count >= Thresholds.standard["S12", "words"] else { return }
    let sketch = hash.signature(of: stems)
    let number = Int32(clamping: told.count)
    for band in 0..<Self.bandCount {
      let key = UInt64(sketch[2 * band]) << 32 | UInt64(sketch[2 * band + 1])
      bands.append(Band(key: FoldedHash.mix(key &+ UInt64(band)), claim: number))
    }
    sketches.append(contentsOf: sketch)
    told.append(
      Told(
        article: article, origin: origin, isMedia: isMedia, claim: claim.id, span: claim.content.span, place: place,
        text: text(claim.content.text)))
  }

  /// Claims that are told on one source's word in enough articles that are no copies of each other, or by outlets.
  mutating func groups(voices: [Int32]) -> Groups {
    bands.sort { ($0.key, $0.claim) < ($1.key, $1.claim) }
    var sets = DisjointSets(told.count)
    var start = 0
    for index in bands.indices {
      if bands[index].key != bands[start].key { start = index }
      let (a, b) = (Int(bands[start].claim), Int(bands[index].claim))
      if a != b, isOne(a, b) { sets.join(a, b) }
    }
    bands = []
    for index in told.indices { told[index].group = Int32(clamping: sets.root(index)) }
    return Groups(told, voices)
  }

  private func isOne(_ a: Int, _ b: Int) -> Bool {
    let length = hash.length
    let similar = MinHash.similarity(
      sketches[a * length..<(a + 1) * length], sketches[b * length..<(b + 1) * length])
    return similar >= 10 * Thresholds.standard["S12", "similar"]
  }

  /// The groups that are worth telling of.
  struct Groups {
    /// By group, then by article.
    private var told: [Told]
    private var ranges: [Int32: Range<Int>] = [:]
    private var voiceCounts: [Int32: Int] = [:]
    private var articles: [Int32: [Int]] = [:]

    init(_ all: [Told], _ voices: [Int32]) {
      told = all.sorted { ($0.group, $0.article, $0.claim) < ($1.group, $1.article, $1.claim) }
      var start = 0
      while start < told.count {
        var end = start
        while end < told.count, told[end].group == told[start].group { end += 1 }
        enter(start..<end, voices)
        start = end
      }
    }

    private mutating func enter(_ range: Range<Int>, _ voices: [Int32]) {
      let members = told[range]
      let independent = Set(members.map { voices[Int($0.article)] }).count
      let isOneSource = Set(members.map(\.origin)).count == 1 && independent >= Thresholds.standard["S12", "articles"]
      let isPressOnly = independent >= 2 && members.allSatisfy(\.isMedia) && Set(members.map(\.origin)).count >= 2
      guard isOneSource || isPressOnly else { return }
      ranges[told[range.lowerBound].group] = range
      voiceCounts[told[range.lowerBound].group] = independent
      var last: Int32 = -1
      for index in range where told[index].article != last {
        last = told[index].article
        articles[last, default: []].append(index)
      }
    }

    /// What an article tells with others.
    func of(article: Int32) -> [Told] { (articles[article] ?? []).map { told[$0] } }

    /// The same claim in other articles, one for each of them.
    func others(than one: Told) -> [Told] {
      var last = one.article
      return told[ranges[one.group] ?? 0..<0].filter { other in
        guard other.article != one.article, other.article != last else { return false }
        last = other.article
        return true
      }
    }

    /// Articles that tell the claim and are no copies of each other.
    func voices(of one: Told) -> Int { voiceCounts[one.group] ?? 0 }
  }
}
