/// A size as people write it: `500000`, `500k`, `32M`, `1G`.
public enum ByteSize {
  /// Bytes; nil where it is no size, zero, or as large as offsets inside an article (31 bits) can't be.
  public static func read(_ text: String) -> Int? {
    let units: [Character: Int] = ["k": 1 << 10, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let unit = text.last.flatMap { units[$0] }
    let digits = unit == nil ? Substring(text) : text.dropLast()
    guard let number = Int(digits), number > 0 else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: unit ?? 1)
    return overflow || product >= 1 << 31 ? nil : product
  }
}
