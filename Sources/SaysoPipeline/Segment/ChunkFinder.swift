import SaysoLexicon
import SaysoText

/// Finds base noun phrases and verb groups in each sentence, in order of their first token.
enum ChunkFinder {
  static func run(_ article: inout Article) {
    for sentence in article.sentences.indices { find(in: article.sentences[sentence].tokens, &article) }
  }

  private static func find(in range: Range<Int>, _ article: inout Article) {
    var token = range.lowerBound
    while token < range.upperBound {
      if let chunk = chunk(at: token, limit: range.upperBound, article.tokens) {
        article.chunks.append(chunk)
        token = Int(chunk.tokens.upperBound)
      } else {
        token += 1
      }
    }
  }

  private static func chunk(at token: Int, limit: Int, _ tokens: borrowing TokenTable) -> Chunk? {
    let tag = tokens.tag[token]
    if VerbGroupFinder.mayStart(tag) {
      if let group = VerbGroupFinder.group(at: token, limit: limit, tokens) { return group }
    }
    return NounPhraseFinder.mayStart(tag) ? NounPhraseFinder.phrase(at: token, limit: limit, tokens) : nil
  }
}
