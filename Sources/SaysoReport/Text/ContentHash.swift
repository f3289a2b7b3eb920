internal import CCrypto
internal import Foundation

/// The hash by which a Content-Security-Policy knows a script or a style.
enum ContentHash {
  /// `sha256-` and the digest in Base64.
  static func source(_ content: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    _ = SHA256(content, content.count, &digest)
    return "sha256-" + Data(digest).base64EncodedString()
  }
}
