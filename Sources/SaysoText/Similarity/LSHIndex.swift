/// Finds which of many signatures may be similar to a given one without comparing it with all of them.
///
///     var index = LSHIndex(bands: 32, rows: 2)
///     for item in items {
///       for other in index.candidates(of: signature(item)) { ... }        // verify: candidates are guesses
///       index.insert(item, signature(item))
///     }
///
/// A signature is cut into bands; items that agree in all rows of a band share a bucket there. Two sets with Jaccard
/// index `s` meet with probability `1 - (1 - s^rows)^bands`. A bucket keeps its first `bucketSize` items, so that a
/// million copies of one text cost no more than a few: insert one item for each group that was found. Deterministic.
public struct LSHIndex: Sendable {
  public let bands: Int
  public let rows: Int
  /// Most items that a bucket keeps.
  public static let bucketSize = 8

  private var buckets: [UInt64: SIMD8<Int32>] = [:]

  public init(bands: Int, rows: Int) {
    self.bands = max(1, bands)
    self.rows = max(1, rows)
  }

  /// Numbers of a signature that are used: what `MinHash.length` must be at least.
  public var signatureLength: Int { bands * rows }

  /// Items that share a bucket with the signature, rising, each once. O(bands).
  /// - Parameter salt: items inserted with another salt are never found: a date, an entity.
  public func candidates(of signature: [UInt32], salt: UInt64 = 0) -> [Int] {
    var found: [Int32] = []
    for band in 0..<bands {
      guard let bucket = buckets[key(signature, band, salt)] else { continue }
      for place in 0..<Self.bucketSize where bucket[place] >= 0 { found.append(bucket[place]) }
    }
    found.sort()
    var unique: [Int] = []
    for item in found where unique.last != Int(item) { unique.append(Int(item)) }
    return unique
  }

  /// Enters an item (a number from 0) under its signature; where a bucket is full, that band does without it. O(bands).
  public mutating func insert(_ item: Int, _ signature: [UInt32], salt: UInt64 = 0) {
    for band in 0..<bands {
      let key = key(signature, band, salt)
      var bucket = buckets[key] ?? SIMD8(repeating: -1)
      if let free = (0..<Self.bucketSize).first(where: { bucket[$0] < 0 }) {
        bucket[free] = Int32(clamping: item)
        buckets[key] = bucket
      }
    }
  }

  private func key(_ signature: [UInt32], _ band: Int, _ salt: UInt64) -> UInt64 {
    var state = FoldedHash.mix(salt ^ 0x9E37_79B9_7F4A_7C15 &* UInt64(band + 1))
    for row in 0..<rows {
      let index = band * rows + row
      let value = index < signature.count ? signature[index] : 0
      state = FoldedHash.mix(state ^ UInt64(value))
    }
    return state
  }
}
