public import SaysoRead
public import SaysoRecord

/// What a batch does with each article. One is made per worker and stays on that worker's thread, so it may keep
/// buffers and handles that are not thread-safe.
public protocol Annotating {
  /// Appends exactly one line for the article to `json`, line end included, with `warnings` as its last key; counts
  /// what is in it. The same article must give the same bytes on every worker.
  mutating func annotate(_ article: InputArticle, to json: inout JSONByteWriter, counts: inout BatchCounts)

  /// Appends the hashes of the folded words of the body of the article that was annotated last: what tells duplicates.
  func appendBodyWords(to words: inout [UInt64])
}

extension Annotating {
  /// None: no article is a duplicate.
  public func appendBodyWords(to words: inout [UInt64]) {}
}
