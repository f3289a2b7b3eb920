internal import Glibc
internal import SaysoText

/// The half of reading that takes time: opening small files, JSON, encodings, checksums, metadata.
///
/// Not thread-safe: one per worker. The same item gives the same results on any of them.
public final class InputDecoder {
  let options: ReadOptions
  private var text = TextDecoder()
  private var pages = PageReader()
  private let record: RecordDecoder

  public init(options: ReadOptions = ReadOptions()) {
    self.options = options
    record = RecordDecoder(keys: options.keys)
  }

  /// Calls `body` for each article or failure of the item, in order.
  public func decode(_ item: WorkItem, _ body: (InputResult) -> Void) {
    decodeAll(item) { result in
      if options.allRecords, case .skipped(let record) = result { body(.failure(record.failure)) } else { body(result) }
    }
  }

  private func decodeAll(_ item: WorkItem, _ body: (InputResult) -> Void) {
    switch item.payload {
    case .failure(let failure): body(.failure(failure))
    case .text(let path, let bytes, let format): articles(path: path, bytes, format, body)
    case .records(let path, let records):
      for record in records { body(archived(record, path: path)) }
    case .rows(let path, let batch): decodeRows(batch, path: path, body)
    case .files(let entries):
      for entry in entries { file(entry, body) }
    case .lines(let path, let bytes, let firstLine, let encoding):
      decodeLines(path, bytes, firstLine, encoding, body)
    }
  }

  // MARK: Files

  private func file(_ entry: WorkItem.FileEntry, _ body: (InputResult) -> Void) {
    let path = entry.file.display
    do throws(ReadError) {
      let stream = try ByteStream(opening: entry.file)
      if entry.size > options.maxBytes, !(try stream.isPacked()) {
        return body(.failure(.tooLarge(description(path, byteCount: entry.size), limit: options.maxBytes)))
      }
      let content = try stream.readAll(limit: options.maxBytes, sizeHint: entry.size)
      if content.isCut { return body(.failure(.tooLarge(description(path), limit: options.maxBytes))) }
      articles(path: path, content.bytes, entry.format, body)
    } catch {
      body(.failure(InputFailure(error, format: .text, line: nil)))
    }
  }

  /// The articles of a feed, or the one article of anything else.
  private func articles(path: String, _ bytes: [UInt8], _ format: InputFormat?, _ body: (InputResult) -> Void) {
    if format == .feed || format == nil && FeedScanner.looksLikeFeed(bytes) {
      decodeFeed(bytes, path: path, body)
    } else {
      body(article(path: path, bytes, format))
    }
  }

  private func description(_ path: String, byteCount: Int? = nil) -> InputDescription {
    InputDescription(path: path, format: .text, byteCount: byteCount)
  }

  private func article(path: String, _ bytes: [UInt8], _ format: InputFormat?) -> InputResult {
    var input = description(path, byteCount: bytes.count)
    input.sha256 = bytes.withUnsafeBufferPointer(SHA256.hex)
    if format == .html || format == nil && MarkupSniffer.looksLikePage(bytes) { return page(bytes, input) }
    return plain(bytes, input)
  }

  /// The article of a text.
  /// - Parameter charset: what the server said, which counts where the bytes are not UTF-8.
  func plain(_ bytes: [UInt8], _ input: InputDescription, charset: String? = nil) -> InputResult {
    var input = input
    guard let decoded = text.decode(bytes, forced: options.encoding, declared: charset) else {
      return .failure(.binary(input))
    }
    input.encoding = decoded.encoding
    if Self.isBlank(decoded.bytes) { return .failure(.empty(input)) }
    var article = InputArticle(id: input.path, input: input, source: SourceText(decoded.bytes))
    article.warnings = Self.warnings(decoded)
    return .article(article)
  }

  /// The article of a page.
  /// - Parameters:
  ///   - charset: what the server said, which counts where the page itself says nothing.
  ///   - address: where it was found.
  func page(
    _ bytes: [UInt8], _ input: InputDescription, charset: String? = nil, address: String? = nil
  ) -> InputResult {
    var input = input
    input.format = .html
    guard let decoded = text.decode(page: bytes, forced: options.encoding, server: charset) else {
      return .failure(.binary(input))
    }
    input.encoding = decoded.encoding
    let page = decoded.bytes.withUnsafeBufferPointer { pages.read($0, address: address) }
    if page.text.isEmpty { return .failure(.empty(input)) }
    var article = InputArticle(id: input.path, input: input, source: SourceText(page.text))
    article.warnings = Self.warnings(decoded)
    article.fill(from: page)
    return .article(article)
  }

  // MARK: Rows

  func decodeText(_ bytes: [UInt8]) -> DecodedText? { text.decode(bytes, forced: options.encoding) }

  func decodePage(_ bytes: [UInt8]) -> DecodedText? { text.decode(page: bytes, forced: options.encoding) }

  func decode(
    _ values: RecordDecoder.Values, input: InputDescription, line: Int, warnings: [InputWarning]
  ) -> InputResult {
    record.decode(values, input: input, line: line, pages: &pages, warnings: warnings)
  }

  func decode(
    _ cells: [[UInt8]], _ header: [String], input: InputDescription, line: Int, warnings: [InputWarning]
  ) -> InputResult {
    record.decode(cells: cells, header: header, input: input, line: line, pages: &pages, warnings: warnings)
  }

  // MARK: Lines

  private func decodeLines(
    _ path: String, _ bytes: [UInt8], _ firstLine: Int, _ encoding: String?, _ body: (InputResult) -> Void
  ) {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var start = 0
      var number = firstLine
      while start < buffer.count {
        let end =
          memchr(base + start, 0x0A, buffer.count - start)
          .map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? buffer.count
        let line = Self.trimmed(UnsafeBufferPointer(rebasing: buffer[start..<end]))
        if !line.isEmpty { body(decodeLine(line, path: path, number: number, encoding)) }
        start = end + 1
        number += 1
      }
    }
  }

  /// - Parameter encoding: what the line was in before the stream was made UTF-8.
  private func decodeLine(
    _ line: UnsafeBufferPointer<UInt8>, path: String, number: Int, _ encoding: String?
  ) -> InputResult {
    var input = InputDescription(path: path, format: .jsonl, byteCount: line.count)
    if line.count > options.maxBytes {
      return .failure(.tooLarge(input, line: number, limit: options.maxBytes))
    }
    input.sha256 = SHA256.hex(line)
    if let encoding {
      input.encoding = encoding
      let replaced = Self.replacementCharacters(in: line)
      let warnings = Self.warnings(DecodedText(bytes: [], encoding: encoding, bad: replaced))
      return record.decode(line, input: input, line: number, pages: &pages, warnings: warnings)
    }
    if options.encoding == nil, SourceText.isValidUTF8(line) {
      input.encoding = "UTF-8"
      return record.decode(line, input: input, line: number, pages: &pages)
    }
    guard let decoded = text.decode(Array(line), forced: options.encoding) else {
      return .failure(.binary(input, line: number))
    }
    input.encoding = decoded.encoding
    return decoded.bytes.withUnsafeBufferPointer {
      record.decode($0, input: input, line: number, pages: &pages, warnings: Self.warnings(decoded))
    }
  }

  /// Without a byte order mark before and white space around.
  private static func trimmed(_ line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var slice = line[...]
    if slice.starts(with: [0xEF, 0xBB, 0xBF]) { slice = slice.dropFirst(3) }
    while let byte = slice.first, byte == 0x20 || (0x09...0x0D).contains(byte) { slice = slice.dropFirst() }
    while let byte = slice.last, byte == 0x20 || (0x09...0x0D).contains(byte) { slice = slice.dropLast() }
    return UnsafeBufferPointer(rebasing: slice)
  }

  // MARK: Shared

  static func isBlank(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }

  /// How often U+FFFD stands in valid UTF-8.
  private static func replacementCharacters(in line: UnsafeBufferPointer<UInt8>) -> Int {
    guard line.count >= 3 else { return 0 }
    var count = 0
    for index in 2..<line.count where line[index] == 0xBD {
      if line[index - 1] == 0xBF, line[index - 2] == 0xEF { count += 1 }
    }
    return count
  }

  static func warnings(_ decoded: DecodedText) -> [InputWarning] {
    var warnings: [InputWarning] = []
    if let charset = decoded.unknownCharset {
      warnings.append(InputWarning(code: "unknown-charset", message: "no charset is called \(charset): it was ignored"))
    }
    if let confidence = decoded.guessed {
      let message = "not UTF-8: read as \(decoded.encoding), a guess (confidence \(confidence) of 100)"
      warnings.append(InputWarning(code: "encoding-guessed", message: message))
    }
    if decoded.bad > 0 {
      let message = "\(decoded.bad) malformed \(decoded.bad == 1 ? "sequence" : "sequences") replaced by U+FFFD"
      warnings.append(InputWarning(code: "bad-bytes", message: message))
    }
    return warnings
  }
}
