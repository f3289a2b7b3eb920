/// Tells pages from text by their first bytes, for inputs whose name says nothing.
enum MarkupSniffer {
  /// Whether content begins as a page does: a doctype, `<html`, `<head`, `<body`, behind comments and white space.
  static func looksLikePage(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1_024).map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
    let start = head.drop { $0 <= 0x20 || $0 >= 0x80 }
    if ["<!doctype html", "<html", "<head", "<body"].contains(where: { start.starts(with: $0.utf8) }) { return true }
    guard start.starts(with: "<!--".utf8) || start.starts(with: "<?xml".utf8) else { return false }
    return String(decoding: start, as: UTF8.self).contains("<html")
  }

  /// Whether content has a tag, a comment or a reference to a character. O(n) in the content before the first.
  static func hasMarkup(_ bytes: [UInt8]) -> Bool {
    for index in bytes.indices.dropLast() where bytes[index] == UInt8(ascii: "<") || bytes[index] == UInt8(ascii: "&") {
      let next = bytes[index + 1]
      if (next | 0x20) &- 0x61 < 26 { return true }
      let marks = bytes[index] == UInt8(ascii: "<") ? "/!?" : "#"
      if marks.utf8.contains(next) { return true }
    }
    return false
  }
}

extension InputArticle {
  /// Takes over what a page gives besides its text.
  mutating func fill(from page: PageReader.Page) {
    hints = page.hints
    title = page.metadata.title
    byline = page.metadata.byline
    publisher = page.metadata.publisher
    url = page.metadata.url
    language = page.metadata.language
    published = page.metadata.published
    publishedFrom = page.metadata.publishedFrom
    warnings += page.warnings
  }
}
