/// The scripts that tell languages apart before any word does. Raw values as in `Lexicons/*/language/profile.tsv`.
enum WritingScript: String, CaseIterable {
  case latin = "Latin"
  case cyrillic = "Cyrillic"
  case greek = "Greek"
  case arabic = "Arabic"
  case hebrew = "Hebrew"
  case devanagari = "Devanagari"
  case thai = "Thai"
  case hangul = "Hangul"
  case kana = "Kana"
  case han = "Han"
  case other = "Other"

  /// Blocks of letters (Unicode 15), in order, each with its script. Between them lies what says nothing.
  private static let blocks: [(first: UInt32, last: UInt32, script: WritingScript)] = [
    (0x0041, 0x024F, .latin), (0x0370, 0x03FF, .greek), (0x0400, 0x052F, .cyrillic), (0x0530, 0x058F, .other),
    (0x0590, 0x05FF, .hebrew), (0x0600, 0x077F, .arabic), (0x0780, 0x08FF, .other), (0x0900, 0x097F, .devanagari),
    (0x0980, 0x0DFF, .other), (0x0E00, 0x0E7F, .thai), (0x0E80, 0x10FF, .other), (0x1100, 0x11FF, .hangul),
    (0x1200, 0x1DFF, .other), (0x1E00, 0x1EFF, .latin), (0x1F00, 0x1FFF, .greek), (0x3040, 0x30FF, .kana),
    (0x3400, 0x9FFF, .han), (0xA000, 0xABFF, .other), (0xAC00, 0xD7AF, .hangul), (0xF900, 0xFAFF, .han),
    (0xFB50, 0xFDFF, .arabic), (0xFE70, 0xFEFF, .arabic), (0x20000, 0x3FFFF, .han),
  ]

  /// The script of a letter; nil for a code point outside the blocks. O(log blocks).
  init?(scalar: UInt32) {
    var low = 0
    var high = Self.blocks.count
    while low < high {
      let middle = (low + high) / 2
      if Self.blocks[middle].last < scalar { low = middle + 1 } else { high = middle }
    }
    guard low < Self.blocks.count, Self.blocks[low].first <= scalar else { return nil }
    self = Self.blocks[low].script
  }
}
