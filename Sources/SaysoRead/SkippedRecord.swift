/// Why a record of an archive or feed is no article; the raw value stands in the summary, and with `--all-records` in
/// `error.code` behind `not-an-article`.
public enum SkipReason: String, CaseIterable, Sendable {
  /// A request, or what an archive notes about a crawl.
  case recordType = "record-type"
  /// The server did not answer 200.
  case status
  /// Neither a page nor plain text.
  case mediaType = "media-type"
  /// Packed in a way that is not read here.
  case contentEncoding = "content-encoding"
  /// Nothing to read in it.
  case empty
}

/// A record that is no article.
public struct SkippedRecord: Sendable {
  public var reason: SkipReason
  /// Its line, should it be asked for.
  public var failure: InputFailure

  init(_ input: InputDescription, id: String, reason: SkipReason, _ message: String) {
    self.reason = reason
    failure = InputFailure(
      id: id, input: input, code: .notAnArticle, message: "\(input.path): \(id): \(reason.rawValue): \(message)")
  }
}
