internal import SaysoRecord
internal import SaysoText

/// The words of an article's body, for looking up what its headline has.
struct BodyWords {
  private var row: [UInt64] = []
  private var set: Set<UInt64> = []
  /// Folded words, for look-up by their beginnings.
  private var forms: Set<String> = []
  private var numbers: [Double] = []
  private var initials: Set<String> = []

  var count: Int { row.count }

  init(_ article: AuditArticle) {
    guard let text = article.text else { return }
    for number in article.bodySentences {
      guard let sentence = article.sentence(number) else { continue }
      var string = text.string(sentence.span)
      string.withUTF8 { bytes in FoldedWords.forEach(in: bytes) { add($0) } }
      numbers.append(contentsOf: Figures.find(in: Array(string.unicodeScalars)).map(\.value))
    }
    for entity in article.record.entities {
      let letters = entity.name.split(separator: " ").compactMap { $0.first }.filter(\.isUppercase)
      if letters.count > 1 { initials.insert(String(letters).lowercased()) }
    }
  }

  private mutating func add(_ folded: UnsafeBufferPointer<UInt8>) {
    let hash = FoldedHash.hash(folded)
    row.append(hash)
    guard set.insert(hash).inserted else { return }
    let word = String(decoding: folded, as: UTF8.self)
    if let value = Self.spelled[word] { numbers.append(value) }
    forms.insert(word)
  }

  /// Whether the words stand in a row.
  func holds(row words: [UInt64]) -> Bool {
    guard let first = words.first else { return true }
    guard set.contains(first), words.allSatisfy({ set.contains($0) }) else { return false }
    return row.indices.contains { start in
      row[start] == first && start + words.count <= row.count && row[start..<(start + words.count)].elementsEqual(words)
    }
  }

  func holds(name: String) -> Bool {
    let words = FoldedWords.fold(name).split(separator: " ").map(String.init)
    guard let last = words.last else { return true }
    if forms.contains(last) || words.allSatisfy({ forms.contains($0) }) || initials.contains(words.joined()) {
      return true
    }
    // "Vessby" and "Vessby's", "Norway" and "Norwegian": the beginning of a word will do.
    let stem = last.prefix(max(4, last.count - 2))
    return forms.contains { $0.hasPrefix(stem) }
  }

  /// Whether the number stands there in figures or words, or one near enough that it is rounded from.
  func holds(number: String) -> Bool {
    guard let value = Figures.find(in: Array(number.unicodeScalars)).first?.value else { return true }
    if (1900...2100).contains(value) { return true }
    let scales: [Double] = [1, 1e3, 1e6, 1e9]
    return numbers.contains { found in
      scales.contains { Self.isNear(found, value * $0) || Self.isNear(found * $0, value) }
    }
  }

  /// Within a twentieth, as rounding leaves it.
  private static func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 0.05 * b }

  private static let spelled: [String: Double] = {
    let words = """
      one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen \
      nineteen twenty
      """
    var values: [String: Double] = [:]
    for (index, word) in words.split(separator: " ").enumerated() { values[String(word)] = Double(index + 1) }
    for (index, word) in "thirty forty fifty sixty seventy eighty ninety".split(separator: " ").enumerated() {
      values[String(word)] = Double((index + 3) * 10)
    }
    for (index, word) in "first second third fourth fifth sixth seventh eighth ninth tenth".split(separator: " ")
      .enumerated()
    {
      values[String(word)] = Double(index + 1)
    }
    (values["hundred"], values["dozen"], values["half"], values["twice"]) = (100, 12, 50, 2)
    return values
  }()
}
