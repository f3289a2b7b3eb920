import SaysoText

/// The tokens of one name after another, as the text's tokens will be: hashes and what their case must be.
final class PhraseReader {
  private let tokeniser: Tokeniser
  private var buffer = TokenBuffer()
  private var tokens: [Token] = []
  /// Hashes of the spelling that is being given out.
  private var hashes: [UInt64] = []

  private struct Token {
    var hash: UInt64
    var demand: UInt32
    /// Characters that are letters or digits.
    var characters: Int
    /// A function word, or a plain mark that says no more than one.
    var isStop: Bool
    /// The folded word with the stop behind it, where that stop touches it.
    var withStop: UInt64?
  }

  /// Why a name is no use.
  struct Fault {
    var found: String
    var expected: String
  }

  init(support: any ScriptSupport) { tokeniser = Tokeniser(support: support) }

  /// Tokenises a name; what was read before is dropped.
  func read(_ name: UnsafeBufferPointer<UInt8>) {
    tokens.removeAll(keepingCapacity: true)
    append(name)
  }

  /// Tokenises a name piece by piece; returns which tokens must be letter for letter, a bit each.
  func read(pieces: [(text: [UInt8], isExact: Bool)]) -> UInt16 {
    tokens.removeAll(keepingCapacity: true)
    var exact: UInt16 = 0
    for piece in pieces {
      let before = tokens.count
      piece.text.withUnsafeBufferPointer { append($0) }
      for index in before..<max(before, min(tokens.count, CaseMask.maxTokens)) {
        if piece.isExact { exact |= 1 << UInt16(index) } else { tokens[index].demand = CaseMask.any }
      }
    }
    return exact
  }

  private func append(_ name: UnsafeBufferPointer<UInt8>) {
    tokeniser.tokenise(name, into: &buffer)
    for index in 0..<buffer.count {
      let row = buffer.rows[index]
      let text = UnsafeBufferPointer(rebasing: name[Int(row.start)..<Int(row.end)])
      let (letters, characters) = PhraseReader.count(text)
      let isStop = row.end - row.start == 1 && text[0] == UInt8(ascii: ".")
      if isStop, index > 0, !row.shape.contains(.spaceBefore), let last = tokens.indices.last {
        tokens[last].withStop = PhraseReader.hashWithStop(buffer.foldedBytes(index - 1))
      }
      tokens.append(
        Token(
          hash: row.hash, demand: CaseMask.demand(of: row.shape, letters: letters), characters: characters,
          isStop: PhraseReader.isFunctionWord(row.hash) && !(row.shape.contains(.allUpper) && letters > 1)))
    }
  }

  private static func hashWithStop(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let joined = Array(word) + [UInt8(ascii: ".")]
    return joined.withUnsafeBufferPointer { FoldedHash.hash($0) }
  }

  /// Letters, and letters and digits, of a token.
  private static func count(_ text: UnsafeBufferPointer<UInt8>) -> (letters: Int, characters: Int) {
    var (letters, characters) = (0, 0)
    guard text.contains(where: { $0 >= 0x80 }) else {
      for byte in text {
        let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
        letters += isLetter ? 1 : 0
        characters += isLetter || byte >= 0x30 && byte <= 0x39 ? 1 : 0
      }
      return (letters, characters)
    }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      letters += scalar.properties.isAlphabetic ? 1 : 0
      characters += scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? 1 : 0
    }
    return (letters, characters)
  }

  // MARK: Faults

  private static let functionWords: Set<UInt64> = Set(
    (WordID.knownSpellings.prefix(WordID.functionWordCount) + [",", ".", "-", "'", "\"", "(", ")"]).map {
      FoldedHash.hash($0)
    })

  static func isFunctionWord(_ hash: UInt64) -> Bool { functionWords.contains(hash) }

  /// What is wrong with the name that was read.
  func fault(isGuarded: Bool) -> Fault? {
    guard (1...CaseMask.maxTokens).contains(tokens.count) else {
      return Fault(found: "\(tokens.count) tokens", expected: "1 to \(CaseMask.maxTokens) tokens")
    }
    let characters = tokens.reduce(0) { $0 + $1.characters }
    if characters == 0 { return Fault(found: "no letter and no digit", expected: "a name") }
    if isGuarded { return nil }
    // One Chinese character can be a name; one letter of an alphabet says nothing.
    if characters == 1, !hasWideCharacter, tokens.allSatisfy({ $0.characters > 0 || $0.isStop }) {
      return Fault(found: "one letter", expected: "two letters or more, or guard=word")
    }
    if tokens.allSatisfy(\.isStop) {
      return Fault(found: "stop words only", expected: "a name that is no everyday word, or guard=word")
    }
    return nil
  }

  /// The name's only word, where it is one that `isEveryday` and not written in capitals alone.
  func loneWord(_ isEveryday: (UnsafeBufferPointer<UInt8>, UInt64) -> Bool) -> String? {
    guard tokens.count == 1, buffer.count == 1, tokens[0].demand != CaseMask.allUpper else { return nil }
    let folded = buffer.foldedBytes(0)
    return isEveryday(folded, tokens[0].hash) ? String(decoding: folded, as: UTF8.self) : nil
  }

  private var hasWideCharacter: Bool {
    (0..<buffer.count).contains { buffer.foldedBytes($0).contains { $0 >= 0xE3 } }
  }

  // MARK: Spellings

  /// Gives the hashes and the case mask of each way in which a text's tokens may come: the stop behind an abbreviation
  /// is a token of its own in some places and part of the word in others.
  func forEachSpelling(_ body: ([UInt64], UInt32) -> Void) {
    let joins = tokens.indices.filter { tokens[$0].withStop != nil }.prefix(2)
    for choice in 0..<(1 << joins.count) {
      hashes.removeAll(keepingCapacity: true)
      var mask: UInt32 = 0
      var index = 0
      while index < tokens.count {
        let isJoined = joins.firstIndex(of: index).map { choice & (1 << $0) != 0 } ?? false
        mask |= tokens[index].demand << UInt32(2 * hashes.count)
        hashes.append(isJoined ? tokens[index].withStop ?? tokens[index].hash : tokens[index].hash)
        index += isJoined ? 2 : 1
      }
      body(hashes, mask)
    }
  }
}
