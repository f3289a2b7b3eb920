import SaysoText

/// Strings of an image, each stored once and known by number.
struct StringPool {
  private(set) var bytes: [UInt8] = []
  private(set) var starts: [UInt32] = [0]
  private var numbers: [String: UInt32] = [:]

  mutating func id(_ string: String) -> UInt32 {
    if let known = numbers[string] { return known }
    let id = UInt32(starts.count - 1)
    bytes.append(contentsOf: string.utf8)
    starts.append(UInt32(bytes.count))
    numbers[string] = id
    return id
  }
}

/// Folded words with their numbers; the known words come first.
struct Vocabulary {
  private(set) var bytes: [UInt8] = []
  private var starts: [UInt32] = [0]
  private var numbers: [[UInt8]: Int] = [:]
  var infos: [WordInfo] = []

  init() {
    for spelling in WordID.knownSpellings { _ = id(Array(spelling.utf8)) }
  }

  mutating func id(_ folded: [UInt8]) -> Int {
    if let known = numbers[folded] { return known }
    let id = infos.count
    numbers[folded] = id
    bytes.append(contentsOf: folded)
    starts.append(UInt32(bytes.count))
    infos.append(WordInfo())
    return id
  }

  /// The hash table of the image: at most half full, linear probing.
  func table() -> (slots: [VocabularySlot], starts: [UInt32]) {
    var size = 16
    while size < infos.count * 2 { size *= 2 }
    var slots = [VocabularySlot](repeating: VocabularySlot(tag: 0, id: -1), count: size)
    for id in infos.indices {
      let word = bytes[Int(starts[id])..<Int(starts[id + 1])]
      let hash = word.withUnsafeBufferPointer { FoldedHash.hash($0) }
      var slot = Int(UInt32(truncatingIfNeeded: hash) & UInt32(size - 1))
      while slots[slot].id >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = VocabularySlot(tag: UInt32(truncatingIfNeeded: hash >> 32), id: Int32(id))
    }
    return (slots, starts)
  }
}

/// Sets of possible word classes, each stored once: `VBD=90,VBN=10`. Class 0 is the empty one.
struct TagClasses {
  private(set) var starts: [UInt32] = [0, 0]
  private(set) var tags: [TagWeight] = []
  private var numbers: [String: UInt32] = [:]

  /// The class of a row's weights. A row with `class=own` passes its word, so that no other word shares its class.
  mutating func id(_ text: String, own word: String = "") -> UInt32 {
    let key = word.isEmpty ? text : text + "\t" + word
    if let known = numbers[key] { return known }
    let id = UInt32(starts.count - 1)
    tags.append(contentsOf: TagClasses.parse(text))
    starts.append(UInt32(tags.count))
    numbers[key] = id
    return id
  }

  /// Costs are -8 log2(share) in integers, so that every machine decodes alike.
  static func parse(_ text: String) -> [TagWeight] {
    var pairs: [(tag: WordTag, weight: Int)] = []
    for part in text.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard let first = sides.first, let tag = WordTag(label: String(first)) else { continue }
      pairs.append((tag, max(1, sides.count > 1 ? Int(sides[1]) ?? 1 : 1)))
    }
    let total = pairs.reduce(0) { $0 + $1.weight }
    let sorted = pairs.sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.tag.rawValue < $1.tag.rawValue }
    return sorted.map { TagWeight(tag: $0.tag.rawValue, cost: TagWeight.cost(of: $0.weight, in: total)) }
  }

}

/// The trie of phrases while it grows, and its flat form.
struct PhraseTrie {
  private var children: [UInt64: UInt32] = [:]
  private var patterns: [[Pattern]] = [[]]
  private var childBits: [UInt64] = [0]
  private var roots: [Int: UInt32] = [:]
  private(set) var nodes: [TrieNode] = []
  private(set) var flatPatterns: [Pattern] = []

  mutating func insert(_ path: [Int], _ pattern: Pattern) {
    guard let head = path.first else { return }
    var node = roots[head] ?? add()
    roots[head] = node
    for word in path.dropFirst() {
      let key = UInt64(node) << 32 | UInt64(UInt32(truncatingIfNeeded: word))
      childBits[Int(node)] |= 1 << UInt64(word & 63)
      let next = children[key] ?? add()
      children[key] = next
      node = next
    }
    let isKnown = patterns[Int(node)].contains {
      $0.entry == pattern.entry && $0.caseMask & ~CaseMask.alias == pattern.caseMask & ~CaseMask.alias
    }
    if !isKnown { patterns[Int(node)].append(pattern) }
  }

  private mutating func add() -> UInt32 {
    patterns.append([])
    childBits.append(0)
    return UInt32(patterns.count - 1)
  }

  mutating func finish(into vocabulary: inout Vocabulary) {
    for (word, node) in roots { vocabulary.infos[word].node = node }
    for (index, list) in patterns.enumerated() {
      nodes.append(
        TrieNode(
          firstPattern: UInt32(flatPatterns.count), patternCount: UInt32(list.count), childBits: childBits[index]))
      flatPatterns.append(contentsOf: list)
    }
  }

  /// Edges in a hash table by node and word, at most half full. Sorted first, so that the bytes do not depend on
  /// the order in which a dictionary walks.
  func edgeTable() -> [TrieEdge] {
    var size: UInt64 = 16
    while size < UInt64(children.count) * 2 { size *= 2 }
    var table = [TrieEdge](repeating: TrieEdge(key: .max, child: 0), count: Int(size))
    for (key, child) in children.sorted(by: { $0.key < $1.key }) {
      var slot = FoldedHash.mix(key) & (size - 1)
      while table[Int(slot)].key != .max { slot = (slot + 1) & (size - 1) }
      table[Int(slot)] = TrieEdge(key: key, child: UInt64(child))
    }
    return table
  }
}
