import SaysoText

/// Takes the lines that a site repeats out of an article before it is divided.
///
/// What an article says of itself stays, repeated or not: its title, bylines, datelines. A short line alone among others
/// stays too: "Background" and "What happens next" stand in many articles and are theirs. Short lines of a menu come in
/// company.
enum RepeatedLines {
  static let rule: StaticString = "repeated-on-site"
  /// Longest line that needs company, in words.
  private static let shortWords = 5

  /// Puts `.siteFurniture` for each line that is furniture because its site repeats it. O(text).
  static func mark(_ features: inout [LineFeatures], _ article: borrowing Article) {
    let known = article.metadata.siteLines
    guard !known.isEmpty else { return }
    let isRepeated = repeated(features, article, known)
    for index in features.indices where isRepeated[index] {
      guard features[index].words > shortWords || hasCompany(index, isRepeated, features) else { continue }
      features[index].isSiteFurniture = true
    }
    let first = features.firstIndex { !$0.isSiteFurniture } ?? features.count
    for index in 0..<first { features[index].opensPage = true }
  }

  private static func repeated(
    _ features: [LineFeatures], _ article: borrowing Article, _ known: Set<UInt64>
  ) -> [Bool] {
    let title = article.metadata.title.flatMap { FoldedLine.hash(of: $0) }
    let (bytes, lines) = (article.source.bytes, article.lines)
    return bytes.withUnsafeBufferPointer { bytes in
      features.indices.map { index in
        let line = UnsafeBufferPointer(rebasing: bytes[lines[index].span.range])
        guard let hash = FoldedLine.hash(of: line), known.contains(hash) else { return false }
        return hash != title && !isOfArticle(features[index])
      }
    }
  }

  /// Bylines and datelines are short and no sentence.
  private static func isOfArticle(_ line: LineFeatures) -> Bool {
    guard line.words <= 12, !line.hasFinalPunctuation, !line.isLegal else { return false }
    return line.opensByline || line.opensDateline || (line.hasDate && line.words <= 6)
  }

  /// A repeated line on both sides, or a short one on one of them; the edge of the text counts as one.
  private static func hasCompany(_ index: Int, _ isRepeated: [Bool], _ features: [LineFeatures]) -> Bool {
    let before = index == 0 || isRepeated[index - 1]
    let after = index + 1 == isRepeated.count || isRepeated[index + 1]
    if before, after { return true }
    return [index - 1, index + 1].contains { near in
      isRepeated.indices.contains(near) && isRepeated[near] && features[near].words <= shortWords
    }
  }
}
