public import SaysoLexicon
public import SaysoRecord
import SaysoText

/// Writes an article's layers as one `sayso.annotation/1` line (CONTRACT.md, section 1), byte by byte.
///
/// Spans are turned from bytes into code points on the way. O(size of the line).
public struct AnnotationWriter {
  /// What to write beside the fixed fields.
  public struct Options: Sendable {
    public var includesText = true
    public var includesTokens = false
    public init() {}
  }

  /// What the input knows and the pipeline does not.
  public struct InputFields: Sendable {
    public var path = ""
    public var sha256 = ""
    public var bytes = 0
    public var format = "text"
    public var encoding = "UTF-8"
    public init() {}
  }

  private let lexicon: Lexicon
  private let options: Options

  public init(lexicon: Lexicon, options: Options = Options()) {
    self.lexicon = lexicon
    self.options = options
  }

  /// Appends the line for `article` to `json`.
  public func write(_ article: borrowing Article, input: InputFields, to json: inout JSONByteWriter) {
    var line = AnnotationLine(article: article, lexicon: lexicon)
    line.write(input: input, options: options, to: &json)
  }
}
