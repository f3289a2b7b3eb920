import SaysoLexicon
import SaysoText

/// A common noun with a capital right behind a part of a name is part of the name: "United Nations", "New Harbour".
/// Not in a line that is capitalised throughout, where capitals tell nothing.
enum NamePatch {
  static func apply(_ range: Range<Int>, _ tokens: borrowing TokenTable) {
    var capitals = 0
    var words = 0
    var changes = 0
    for token in range where tokens.shape[token].contains(.hasLetter) && tokens.end[token] - tokens.start[token] > 3 {
      words += 1
      if tokens.shape[token].contains(.initialUpper) { capitals += 1 }
      if isPart(token, range, tokens) { changes += 1 }
    }
    guard changes > 0, capitals * 10 < words * 7 else { return }
    for token in range where isPart(token, range, tokens) {
      tokens.tag[token] = tokens.tag[token] == .nns ? .nnps : .nnp
    }
  }

  private static func isPart(_ token: Int, _ range: Range<Int>, _ tokens: borrowing TokenTable) -> Bool {
    let tag = tokens.tag[token]
    guard tag == .nn || tag == .nns, token > range.lowerBound, tokens.shape[token].contains(.initialUpper) else {
      return false
    }
    switch tokens.tag[token - 1] {
    case .nnp, .nnps, .nnpj, .nnpv: return tokens.shape[token - 1].contains(.initialUpper)
    default: return false
    }
  }
}
