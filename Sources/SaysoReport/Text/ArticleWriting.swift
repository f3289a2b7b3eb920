public import SaysoRecord

/// Takes in articles one by one and makes an export or a report of them.
public protocol ArticleWriting {
  /// Articles written.
  var articles: Int { get }
  /// Articles left out because the line has no `text`.
  var withoutText: Int { get }
  /// For standard error: what the form could not hold, and what was left out.
  var notes: [String] { get }

  mutating func add(_ record: AnnotationRecord) throws(OutputError)

  /// Ends the work, and puts its files in place.
  mutating func finish() throws(OutputError)
}
