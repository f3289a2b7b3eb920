internal import CCrypto

/// SHA-256 by libcrypto, which uses the processor's instructions for it.
enum SHA256 {
  /// Lower-case hex digest of the bytes.
  static func hex(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var context = SHA256_CTX()
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    guard SHA256_Init(&context) == 1, SHA256_Update(&context, bytes.baseAddress, bytes.count) == 1,
      SHA256_Final(&digest, &context) == 1
    else { return "" }
    return hex(digest)
  }

  private static func hex(_ digest: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: digest.count * 2) { buffer in
      for (index, byte) in digest.enumerated() {
        buffer[index * 2] = hexDigit(byte >> 4)
        buffer[index * 2 + 1] = hexDigit(byte & 15)
      }
      return digest.count * 2
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
