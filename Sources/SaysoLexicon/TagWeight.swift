extension TagWeight {
  /// 8 log2(total / weight) by repeated squaring in integers: no floating point, no rounding differences.
  public static func cost(of weight: Int, in total: Int) -> UInt8 {
    guard weight > 0, total > weight else { return 0 }
    var ratio = (UInt64(total) << 24) / UInt64(weight)
    var whole: UInt64 = 0
    while ratio >= 2 << 24 {
      ratio >>= 1
      whole += 1
    }
    var fraction: UInt64 = 0
    for _ in 0..<3 {
      ratio = (ratio * ratio) >> 24
      fraction <<= 1
      if ratio >= 2 << 24 {
        ratio >>= 1
        fraction |= 1
      }
    }
    return UInt8(min(255, whole * 8 + fraction))
  }
}
