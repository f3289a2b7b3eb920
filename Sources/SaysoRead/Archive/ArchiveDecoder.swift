internal import SaysoRecord
internal import SaysoText

extension InputDecoder {
  /// The article of an archive's record, or why there is none in it.
  func archived(_ record: WarcRecord, path: String) -> InputResult {
    var input = InputDescription(path: path, format: .warc)
    let id = record.id.isEmpty ? record.address ?? path : record.id
    guard record.mayHoldArticle else {
      return .skipped(SkippedRecord(input, id: id, reason: .recordType, "a record of type \(record.type)"))
    }
    if record.isTooLarge {
      let message = "more than \(options.maxBytes) bytes; raise the limit with --max-bytes"
      return .failure(InputFailure(input, id: id, code: .tooLarge, message))
    }
    var content = ArchivedContent(record)
    if let reason = content.reason {
      return .skipped(SkippedRecord(input, id: id, reason: reason.0, reason.1))
    }
    if !content.encoding.isEmpty {
      guard let body = unpacked(content.body, path: path) else {
        return .failure(InputFailure(input, id: id, code: .brokenGzip, "the page's gzip data are corrupt or too large"))
      }
      content.body = body
    }
    input.byteCount = content.body.count
    input.sha256 = content.body.withUnsafeBufferPointer(SHA256.hex)
    return result(content, record, input, id: id)
  }

  private func result(
    _ content: ArchivedContent, _ record: WarcRecord, _ input: InputDescription, id: String
  ) -> InputResult {
    let isPage = content.isPage ?? MarkupSniffer.looksLikePage(content.body)
    let read =
      isPage
      ? page(content.body, input, charset: content.charset, address: record.address)
      : plain(content.body, input, charset: content.charset)
    guard case .article(var article) = read else {
      return .skipped(SkippedRecord(input, id: id, reason: .empty, "holds no text"))
    }
    article.id = id
    article.input.format = .warc
    article.url = article.url ?? record.address
    if article.published == nil, let address = record.address, let day = LooseDate.read(address: address) {
      article.published = day
      article.publishedFrom = .url
    }
    article.fetched = ReferenceDate(record.date)
    return .article(article)
  }

  /// The body of a gzip answer; nil where it is damaged or over the limit.
  private func unpacked(_ bytes: [UInt8], path: String) -> [UInt8]? {
    let inflater = Inflater(path: path)
    let buffer = GrowingBuffer(capacity: min(options.maxBytes, bytes.count * 4) + 1)
    var offset = 0
    let source: Inflater.Source = { (into) throws(ReadError) in
      let count = min(into.count, bytes.count - offset)
      into.copyBytes(from: bytes[offset..<offset + count])
      offset += count
      return count
    }
    while true {
      guard let got = try? inflater.read(into: buffer.free, from: source) else { return nil }
      buffer.filled += got
      if buffer.filled > options.maxBytes { return nil }
      if got == 0 { return buffer.bytes(upTo: buffer.filled) }
      if buffer.free.isEmpty { buffer.grow(limit: options.maxBytes + 1) }
    }
  }
}

/// What a record holds: a body and what it is said to be.
private struct ArchivedContent {
  var body: [UInt8]
  var charset: String?
  /// Lower case; empty where the body is as it was written.
  var encoding = ""
  /// Nil leaves it to the first bytes.
  var isPage: Bool?
  /// Why it can be no article.
  var reason: (SkipReason, String)?

  private static let pageTypes = ["text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml"]

  init(_ record: WarcRecord) {
    var (type, charset) = ContentType.read(record.contentType)
    body = record.block
    if record.type == "response" {
      guard let answer = HTTPMessage(record.block) else {
        reason = (.mediaType, "no HTTP answer")
        return
      }
      body = answer.body
      (type, charset) = (answer.mediaType, answer.charset)
      encoding = ["identity", "none"].contains(answer.contentEncoding) ? "" : answer.contentEncoding
      if answer.status != 200 { reason = (.status, "the server answered \(answer.status)") }
    }
    self.charset = charset
    if Self.pageTypes.contains(type) { isPage = true } else if type == "text/plain" { isPage = false }
    if reason == nil, isPage == nil, !type.isEmpty || !MarkupSniffer.looksLikePage(body) {
      reason = (.mediaType, type.isEmpty ? "of no stated type" : "of type \(type)")
    }
    // Many crawlers unpack what they store and leave the field as it was.
    if !encoding.isEmpty, !body.starts(with: [0x1F, 0x8B]) {
      if ["gzip", "x-gzip"].contains(encoding) || MarkupSniffer.looksLikePage(body) { encoding = "" }
    } else if ["gzip", "x-gzip"].contains(encoding) {
      return
    }
    if reason == nil, !encoding.isEmpty { reason = (.contentEncoding, "packed as \(encoding)") }
  }
}
