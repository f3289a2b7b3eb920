/// How the body of a web answer is packed (RFC 9110).
enum ContentEncoding: Equatable {
  case gzip, deflate, brotli

  /// What came of unpacking.
  enum Unpacked {
    case bytes([UInt8])
    case tooLarge
    case broken
  }

  /// Nil for what is not unpacked here: others, and several of them on top of each other.
  init?(_ name: String) {
    switch name {
    case "gzip", "x-gzip": self = .gzip
    case "deflate": self = .deflate
    case "br": self = .brotli
    default: return nil
    }
  }

  /// Whether a body can be packed like this; many crawlers unpack what they store and leave the field as it was.
  func fits(_ body: [UInt8]) -> Bool {
    self == .gzip ? body.starts(with: [0x1F, 0x8B]) : !MarkupSniffer.looksLikePage(body)
  }

  /// The body as it was written, never more than `limit` bytes of it in memory. O(n) in both.
  func unpack(_ body: [UInt8], limit: Int) -> Unpacked {
    switch self {
    case .gzip: return Self.inflate(body, .gzip, limit)
    // The name means zlib, but some servers send it bare.
    case .deflate: return Self.inflate(body, Self.isZlib(body) ? .zlib : .bare, limit)
    case .brotli:
      let decoder = BrotliDecoder(body)
      return Self.collect(from: body, limit) { decoder.read(into: $0) }
    }
  }

  private static func inflate(_ body: [UInt8], _ wrapping: Inflater.Wrapping, _ limit: Int) -> Unpacked {
    let inflater = Inflater(path: "", wrapping)
    var offset = 0
    let source: Inflater.Source = { (into) throws(ReadError) in
      let count = min(into.count, body.count - offset)
      into.copyBytes(from: body[offset..<offset + count])
      offset += count
      return count
    }
    return collect(from: body, limit) { try? inflater.read(into: $0, from: source) }
  }

  private static func collect(
    from body: [UInt8], _ limit: Int, _ read: (UnsafeMutableRawBufferPointer) -> Int?
  ) -> Unpacked {
    let buffer = GrowingBuffer(capacity: min(limit, body.count * 4) + 1)
    while true {
      guard let got = read(buffer.free) else { return .broken }
      if got == 0 { return .bytes(buffer.bytes(upTo: buffer.filled)) }
      buffer.filled += got
      if buffer.filled > limit { return .tooLarge }
      if buffer.free.isEmpty { buffer.grow(limit: limit + 1) }
    }
  }

  /// Whether the first two bytes are a header of zlib's (RFC 1950).
  private static func isZlib(_ body: [UInt8]) -> Bool {
    guard body.count >= 2 else { return false }
    return body[0] & 0x0F == 8 && (Int(body[0]) << 8 | Int(body[1])) % 31 == 0
  }
}
