public import SaysoRecord
public import SaysoText

/// Where a record came from: the `input` object of an annotation or error line.
public struct InputDescription: Sendable, Equatable {
  /// As given on the command line; for a file in a folder, with its path below the folder. "-" for standard input.
  public var path: String
  public var format: InputFormat
  /// IANA name of the encoding the bytes were in; nil where they were never decoded.
  public var encoding: String?
  /// Of the article's own bytes: the file's after decompression, or its line in a JSON lines file without the line
  /// end. Lower-case hex; nil where the bytes were not read.
  public var sha256: String?
  /// Number of those bytes; nil where it isn't known.
  public var byteCount: Int?

  public init(
    path: String, format: InputFormat, encoding: String? = nil, sha256: String? = nil, byteCount: Int? = nil
  ) {
    self.path = path
    self.format = format
    self.encoding = encoding
    self.sha256 = sha256
    self.byteCount = byteCount
  }
}

/// Something that was repaired or doubtful in an input, for the annotation's `warnings`.
public struct InputWarning: Sendable, Equatable {
  public var code: String
  public var message: String

  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}

/// An article as read, with what the input says about it.
public struct InputArticle: Sendable {
  /// The input's own id, else the path, with `:LINE` where the path holds several articles.
  public var id: String
  public var input: InputDescription
  public var source: SourceText
  /// What the markup of a page says of each line of the text; empty for plain text.
  public var hints: [BlockHints] = []
  public var title: String?
  public var byline: [String] = []
  /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, checked against the calendar.
  public var published: ReferenceDate?
  /// Where the date was found; nil where the input gave it as such.
  public var publishedFrom: PublishedFrom?
  /// When a crawl found it, which is no earlier than its publication.
  public var fetched: ReferenceDate?
  public var publisher: String?
  public var url: String?
  /// As the input gives it.
  public var language: String?
  public var warnings: [InputWarning] = []

  public init(id: String, input: InputDescription, source: SourceText) {
    self.id = id
    self.input = input
    self.source = source
  }
}

/// An input that can't be annotated: it still gives its line.
public struct InputFailure: Sendable, Equatable, Error {
  public var id: String
  public var input: InputDescription
  public var code: FailureCode
  /// What happened, where, and what to do about it.
  public var message: String

  public init(id: String, input: InputDescription, code: FailureCode, message: String) {
    self.id = id
    self.input = input
    self.code = code
    self.message = message
  }
}

/// Why an input failed; the raw value stands in `error.code`.
public enum FailureCode: String, CaseIterable, Sendable {
  /// The file can't be opened or read.
  case unreadable
  /// No bytes, or nothing but white space.
  case empty
  /// Not text.
  case binary
  /// Over `maxBytes`.
  case tooLarge = "too-large"
  /// A line that is no JSON object.
  case brokenJSON = "broken-json"
  /// A JSON object without a string under the text key.
  case noText = "no-text"
  /// A row of comma-separated values with a quotation mark that has no partner.
  case brokenCSV = "broken-csv"
  /// A gzip file that ends too early or is corrupt.
  case brokenGzip = "broken-gzip"
  /// An answer in a web archive whose content encoding (gzip, deflate, Brotli) can't be undone.
  case brokenEncoding = "broken-encoding"
  /// Bytes in a web archive that belong to no record.
  case brokenArchive = "broken-archive"
  /// A record of an archive or feed that is no article, where such records are asked for.
  case notAnArticle = "not-an-article"
}

/// What a decoder found: an article, or why there is none.
public enum InputResult: Sendable {
  case article(InputArticle)
  case failure(InputFailure)
  /// A record that is no article: counted, without a line of its own.
  case skipped(SkippedRecord)
}
