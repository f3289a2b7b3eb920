import CZlib
import SaysoRead
import SaysoTestSupport
import SaysoText
import Testing

/// Reads inputs from end to end, as a batch with one worker does.
func read(_ arguments: [String], _ change: (inout ReadOptions) -> Void = { _ in }) throws -> [InputResult] {
  var options = ReadOptions()
  change(&options)
  let producer = try InputProducer(arguments, options: options)
  let decoder = InputDecoder(options: options)
  var results: [InputResult] = []
  while let item = producer.next() {
    decoder.decode(item) { results.append($0) }
  }
  return results
}

extension InputResult {
  var article: InputArticle? {
    if case .article(let article) = self { article } else { nil }
  }

  var failure: InputFailure? {
    if case .failure(let failure) = self { failure } else { nil }
  }

  var skipReason: SkipReason? {
    if case .skipped(let record) = self { record.reason } else { nil }
  }

  /// The article's text, or the failure's code in angle brackets.
  var summary: String {
    switch self {
    case .article(let article): String(decoding: article.source.bytes, as: UTF8.self)
    case .failure(let failure): "<\(failure.code.rawValue)>"
    case .skipped(let record): "(\(record.reason.rawValue))"
    }
  }

  var id: String {
    switch self {
    case .article(let article): article.id
    case .failure(let failure): failure.id
    case .skipped(let record): record.failure.id
    }
  }
}

/// The bytes as one gzip member.
func gzip(_ bytes: [UInt8]) throws -> [UInt8] { try deflated(bytes, bits: 15 + 16) }

/// The bytes as zlib packs them: `bits` 15 for its own header, -15 for none, 31 for gzip's.
func deflated(_ bytes: [UInt8], bits: Int32) throws -> [UInt8] {
  var stream = z_stream()
  try #require(
    deflateInit2_(
      &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size)) == Z_OK)
  defer { deflateEnd(&stream) }
  var input = bytes
  var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
  let capacity = UInt32(output.count)
  let status = input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      stream.next_out = target.baseAddress
      stream.avail_out = capacity
      return deflate(&stream, Z_FINISH)
    }
  }
  try #require(status == Z_STREAM_END)
  return Array(output.prefix(Int(stream.total_out)))
}
