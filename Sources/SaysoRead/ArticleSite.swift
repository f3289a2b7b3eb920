internal import SaysoText

extension InputArticle {
  /// Where articles with the same page around them come from: the host of the address without `www.`, else the
  /// publisher in folded words, else the folder of the file. Standard input has none: `-`.
  public var site: String {
    if let host = url.flatMap(Self.host) { return host }
    if let publisher, case let folded = FoldedWords.fold(publisher), !folded.isEmpty { return folded }
    guard input.path != "-" else { return "-" }
    let folder = input.path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(input.path[..<$0]) } ?? "."
    return String(folder.unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) })
  }

  /// `halden.example` of `https://user@www.Halden.example:443/news`.
  private static func host(of url: String) -> String? {
    let bytes = Array(url.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) else {
      return nil
    }
    let rest = bytes[(colon + 3)...].prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
    }
    let named = rest.lastIndex(of: UInt8(ascii: "@")).map { rest[($0 + 1)...] } ?? rest
    let host = named.prefix { $0 != UInt8(ascii: ":") && $0 > 0x20 }
    let lower = host.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let site = lower.starts(with: "www.".utf8) ? Array(lower.dropFirst(4)) : lower
    return site.isEmpty ? nil : String(decoding: site, as: UTF8.self)
  }
}
