internal import SaysoRecord
internal import SaysoText

extension InputDecoder {
  /// The articles of a feed's items, in order.
  func decodeFeed(_ bytes: [UInt8], path: String, _ body: (InputResult) -> Void) {
    var input = InputDescription(path: path, format: .feed, byteCount: bytes.count)
    guard let decoded = decodePage(bytes) else { return body(.failure(.binary(input))) }
    input.encoding = decoded.encoding
    decoded.bytes.withUnsafeBufferPointer { buffer in
      let feed = FeedScanner(buffer)
      if feed.items.isEmpty { return body(.failure(.empty(input))) }
      for (number, item) in feed.items.enumerated() {
        let slice = UnsafeBufferPointer(rebasing: buffer[item.range])
        input.byteCount = slice.count
        input.sha256 = SHA256.hex(slice)
        body(article(of: item, feed.title, input, number: number + 1, Self.warnings(decoded)))
      }
    }
  }

  private func article(
    of item: FeedScanner.Item, _ feed: [UInt8]?, _ input: InputDescription, number: Int, _ warnings: [InputWarning]
  ) -> InputResult {
    func first(_ fields: FeedScanner.Field...) -> JSONObjectKeys.Value? {
      fields.lazy.compactMap { item.fields[$0] }.first.map { .string($0) }
    }
    let values = RecordDecoder.Values(
      id: first(.guid, .id), date: first(.published, .pubDate, .date), title: first(.title),
      url: first(.link), byline: first(.creator, .name), publisher: feed.map { .string($0) },
      html: first(.encoded, .content, .description, .summary))
    let result = decode(values, input: input, line: number, warnings: warnings)
    guard case .failure(let failure) = result else { return result }
    return .skipped(SkippedRecord(input, id: failure.id, reason: .empty, "an item without text"))
  }
}
