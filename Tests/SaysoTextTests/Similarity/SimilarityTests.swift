import SaysoTestSupport
import SaysoText
import Testing

@Suite struct SimilarityTests {
  let story = "The ferry ran aground in the strait on Friday evening, the agency said. Nobody was hurt, it said."

  @Test func shinglesIgnoreCaseAndPunctuation() {
    let shouted = WordShingles.set(of: "THE FERRY: ran, aground", size: 3)
    #expect(shouted == WordShingles.set(of: "the ferry ran aground", size: 3))
    #expect(shouted.count == 2)
    #expect(WordShingles.set(of: "", size: 3).isEmpty)
    #expect(WordShingles.set(of: "Fog", size: 3).count == 1)
  }

  @Test func shinglesKnowOrder() {
    let a = WordShingles.set(of: "the minister accused the mayor", size: 2)
    let b = WordShingles.set(of: "the mayor accused the minister", size: 2)
    #expect(WordShingles.shared(a, b) == 3)
    #expect(WordShingles.shared(a, a) == 4)
  }

  @Test(arguments: Seed.some(20)) func estimatesTheJaccardIndex(seed: Seed) {
    var random = seed.generator
    let common = (0..<200).map { _ in UInt64.random(in: 0...UInt64.max, using: &random) }
    let size = Int.random(in: 0...200, using: &random)
    var a = common + (0..<size).map { _ in UInt64.random(in: 0...UInt64.max, using: &random) }
    var b = common + (0..<size).map { _ in UInt64.random(in: 0...UInt64.max, using: &random) }
    WordShingles.sortUnique(&a)
    WordShingles.sortUnique(&b)
    let hash = MinHash(length: 256)
    let estimate = MinHash.similarity(hash.signature(of: a), hash.signature(of: b))
    let exact = 1000 * WordShingles.shared(a, b) / (a.count + b.count - WordShingles.shared(a, b))
    #expect(abs(estimate - exact) < 130, "\(estimate) for \(exact)")
  }

  @Test func theSameSignatureOnEveryMachine() {
    let signature = MinHash(length: 4).signature(of: WordShingles.set(of: story, size: 3))
    #expect(signature == [1_011_648_071, 48_262_904, 270_757_117, 525_392_456])
    #expect(MinHash(length: 8).signature(of: []) == [UInt32](repeating: .max, count: 8))
  }

  @Test func containmentOfAShortenedCopy() {
    // All 100 of the smaller set among the 300 of the larger: Jaccard one third.
    #expect(MinHash.containment(jaccard: 333, sizes: 100, 300) >= 990)
    #expect(MinHash.containment(jaccard: 0, sizes: 100, 300) == 0)
    #expect(MinHash.containment(jaccard: 500, sizes: 0, 5) == 0)
  }

  @Test func findsCopiesAndNotStrangers() {
    let hash = MinHash(length: 64)
    let changed = story.replacing("Friday evening", with: "Friday night")
    let stranger = "Council members voted to keep the library open after four thousand people signed a petition."
    let signatures = [story, stranger].map { hash.signature(of: WordShingles.set(of: $0, size: 3)) }
    var index = LSHIndex(bands: 32, rows: 2)
    for (item, signature) in signatures.enumerated() { index.insert(item, signature) }
    let probe = hash.signature(of: WordShingles.set(of: changed, size: 3))
    #expect(index.candidates(of: probe) == [0])
    #expect(index.candidates(of: probe, salt: 7).isEmpty)
  }

  /// A bucket is bounded, so a million copies cost no more than a few.
  @Test func manyCopiesStayCheap() {
    let signature = MinHash(length: 64).signature(of: WordShingles.set(of: story, size: 3))
    var index = LSHIndex(bands: 32, rows: 2)
    for item in 0..<10_000 { index.insert(item, signature) }
    #expect(index.candidates(of: signature) == Array(0..<LSHIndex.bucketSize))
  }

  @Test func groupsAreKnownByTheirLeastItem() {
    var groups = DisjointSets(6)
    let joined = [(5, 3), (3, 1), (1, 5), (0, 99)].map { groups.join($0, $1) }
    #expect(joined == [true, true, false, false])
    let added = groups.append()
    let roots = [0, 1, 2, 3, 4, 5, added, 99].map { groups.root($0) }
    #expect(roots == [0, 1, 2, 1, 4, 1, 6, 99])
  }

  /// A chain of a million joins neither overflows nor takes long.
  @Test func longChains() {
    var groups = DisjointSets(1_000_000)
    for item in stride(from: 999_999, to: 0, by: -1) { groups.join(item, item - 1) }
    let root = groups.root(999_999)
    #expect(root == 0)
  }
}
