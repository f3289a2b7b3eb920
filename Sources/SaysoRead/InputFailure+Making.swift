extension InputFailure {
  /// The id of something that has none of its own: the path, with the line where there are several articles in it.
  static func id(_ path: String, line: Int?) -> String {
    line.map { "\(path):\($0)" } ?? path
  }

  /// A failure whose message begins with the place.
  init(_ input: InputDescription, line: Int? = nil, id: String? = nil, code: FailureCode, _ message: String) {
    let place = Self.id(input.path, line: line)
    self.init(id: id ?? place, input: input, code: code, message: "\(place): \(message)")
  }

  init(_ error: ReadError, format: InputFormat, line: Int?) {
    let path =
      switch error {
      case .missing(let path), .unreadable(let path, _), .truncatedGzip(let path), .corruptGzip(let path): path
      }
    self.init(
      id: Self.id(path, line: line), input: InputDescription(path: path, format: format), code: error.code,
      message: error.description)
  }

  static func empty(_ input: InputDescription, line: Int? = nil, id: String? = nil) -> InputFailure {
    InputFailure(input, line: line, id: id, code: .empty, "holds no text")
  }

  static func tooLarge(_ input: InputDescription, line: Int? = nil, limit: Int) -> InputFailure {
    InputFailure(
      input, line: line, code: .tooLarge,
      "more than \(limit) bytes; split it, or raise the limit with --max-bytes")
  }

  static func unpairedQuote(_ input: InputDescription, line: Int) -> InputFailure {
    InputFailure(
      input, line: line, code: .brokenCSV, "a quotation mark without its partner: the line was left out")
  }

  static func unpairedQuoteInHeader(_ input: InputDescription) -> InputFailure {
    InputFailure(
      input, line: 1, code: .brokenCSV, "a quotation mark without its partner: the names of columns may be wrong")
  }

  static func binary(_ input: InputDescription, line: Int? = nil) -> InputFailure {
    InputFailure(input, line: line, code: .binary, "not text; convert it to plain text first")
  }
}
