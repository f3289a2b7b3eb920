/// What offsets count. Annotation lines count code points.
public enum OffsetUnit: String, CaseIterable, Sendable {
  /// Unicode code points: Python, spaCy, Prodigy, brat, W3C Web Annotation.
  case codepoints
  /// UTF-16 code units: JavaScript, Java, doccano.
  case utf16
  /// Bytes of UTF-8: Go, Rust, grep -b.
  case utf8
}
