/// BCP 47 language tags as pages and people write them.
enum LanguageTag {
  /// Codes that are written for a language besides the one that the lexicons have it under (ISO 639-1, older codes and
  /// the two written Norwegians).
  private static let aliases = ["nb": "no", "nn": "no", "iw": "he", "in": "id", "mo": "ro", "sh": "sr"]

  /// The tag with hyphens ("pt_BR" as "pt-BR"); nil where it does not begin with a code of two or three letters, as
  /// "english" or "x-default" do not.
  static func canonical(_ tag: String) -> String? {
    let code = tag.utf8.prefix { ($0 | 0x20) &- 0x61 < 26 }
    guard (2...3).contains(code.count) else { return nil }
    let rest = tag.utf8.dropFirst(code.count)
    guard rest.isEmpty || rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "_") else { return nil }
    return String(
      decoding: code.map { $0 | 0x20 } + rest.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
  }

  /// The code under which the lexicons have a tag's language: "pt" of "pt-BR", "no" of "nb".
  static func code(_ tag: String) -> String {
    let base = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return aliases[base] ?? base
  }
}
