/// The layout of the compiled lists.
enum LexiconImage {
  static let format = ImageFormat(
    magic: 0x584C_4F53_5941_5331, version: version, sections: Section.allCases.count)

  /// Goes up whenever the layout, the tokeniser's foldings or the known words change.
  static let version: UInt32 = 7

  enum Section: Int, CaseIterable {
    case strings, stringStarts, words, wordStarts, slots, infos, classStarts, classTags, edges, nodes, patterns
    case entries, attributes, lists
  }

  /// The image of these sections.
  static func assemble(_ sections: [Section: [UInt8]], contentHash: UInt64) -> [UInt8] {
    ImageWriter.assemble(Section.allCases.map { sections[$0] ?? [] }, format, contentHash: contentHash)
  }
}
