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
    if record.isTooLarge { return .failure(tooLarge(input, id: id)) }
    var content = ArchivedContent(record)
    if let reason = content.reason {
      return .skipped(SkippedRecord(input, id: id, reason: reason.0, reason.1))
    }
    if let encoding = content.encoding {
      switch encoding.unpack(content.body, limit: options.maxBytes) {
      case .bytes(let body): content.body = body
      case .tooLarge: return .failure(tooLarge(input, id: id))
      case .broken:
        let message = "\(path): \(id): the answer's content encoding is broken, or it ends too early"
        return .failure(InputFailure(id: id, input: input, code: .brokenEncoding, message: message))
      }
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

  private func tooLarge(_ input: InputDescription, id: String) -> InputFailure {
    let message = "\(input.path): \(id): more than \(options.maxBytes) bytes; raise the limit with --max-bytes"
    return InputFailure(id: id, input: input, code: .tooLarge, message: message)
  }
}

/// What a record holds: a body and what it is said to be.
private struct ArchivedContent {
  var body: [UInt8]
  var charset: String?
  /// Nil where the body is as it was written.
  var encoding: ContentEncoding?
  /// Nil leaves it to the first bytes.
  var isPage: Bool?
  /// Why it can be no article.
  var reason: (SkipReason, String)?

  private static let pageTypes = ["text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml"]

  init(_ record: WarcRecord) {
    var (type, charset) = ContentType.read(record.contentType)
    var packing = ""
    body = record.block
    if record.type == "response" {
      guard let answer = HTTPMessage(record.block) else {
        reason = (.mediaType, "no HTTP answer")
        return
      }
      body = answer.body
      (type, charset) = (answer.mediaType, answer.charset)
      packing = ["identity", "none"].contains(answer.contentEncoding) ? "" : answer.contentEncoding
      if answer.status != 200 { reason = (.status, "the server answered \(answer.status)") }
    }
    self.charset = charset
    if Self.pageTypes.contains(type) { isPage = true } else if type == "text/plain" { isPage = false }
    if reason == nil, isPage == nil, !type.isEmpty || !MarkupSniffer.looksLikePage(body) {
      reason = (.mediaType, type.isEmpty ? "of no stated type" : "of type \(type)")
    }
    guard !packing.isEmpty, reason == nil else { return }
    if let known = ContentEncoding(packing) {
      encoding = known.fits(body) ? known : nil
    } else if !MarkupSniffer.looksLikePage(body) {
      reason = (.contentEncoding, "packed as \(packing)")
    }
  }
}
