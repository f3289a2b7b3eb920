internal import CBrotli

/// Unpacks Brotli (RFC 7932) piece by piece. Windows of more than 16 MB, which the web does not have, are refused.
final class BrotliDecoder {
  private let state: OpaquePointer?
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    state = BrotliDecoderCreateInstance(nil, nil, nil)
  }

  deinit {
    if let state { BrotliDecoderDestroyInstance(state) }
  }

  /// Fills the start of `buffer`; 0 at the end, nil where the data are corrupt or end too early.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    guard let state else { return nil }
    if BrotliDecoderIsFinished(state) != 0 { return 0 }
    var output = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    var room = buffer.count
    let result = bytes.withUnsafeBufferPointer { input in
      var left = input.count - offset
      var next = input.baseAddress.map { $0 + offset }
      let result = BrotliDecoderDecompressStream(state, &left, &next, &room, &output, nil)
      offset = input.count - left
      return result
    }
    switch result {
    case BROTLI_DECODER_RESULT_SUCCESS, BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: return buffer.count - room
    default: return nil
    }
  }
}
