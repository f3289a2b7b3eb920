/// Finds one article of a file that may hold several.
public enum ArticleFinder {
  /// The article with an id, or the first.
  /// - Returns: nil for the article where there is none; the message then says why.
  /// - Throws: `ReadError` where the file is missing.
  public static func find(
    _ id: String?, in path: String, options: ReadOptions
  ) throws(ReadError) -> (article: InputArticle?, message: String) {
    let producer = try InputProducer([path], options: options)
    let decoder = InputDecoder(options: options)
    var found: InputArticle?
    var failure: InputFailure?
    while found == nil, let item = producer.next() {
      decoder.decode(item) { result in
        switch result {
        case .article(let article) where found == nil && (id == nil || article.id == id): found = article
        case .article, .skipped: break
        case .failure(let problem): failure = failure ?? problem
        }
      }
    }
    if let failure, id == nil { return (found, failure.message) }
    return (found, id.map { "\(path): no article has the id \($0)" } ?? "\(path): no article in it")
  }
}
