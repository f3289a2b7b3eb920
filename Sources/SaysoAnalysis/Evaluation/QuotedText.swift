/// Finds what stands in quotation marks: “ ”, ", '', ``, and ‘ ’ or ' at the edges of words.
///
/// Paragraph by paragraph; a double mark that is left open runs to the end of its paragraph. O(n).
struct QuotedText {
  private let text: [Unicode.Scalar]
  private var mask: [Bool]
  private var double: Int?
  private var single: Int?

  /// For each code point, whether it stands in quotation marks, the marks included.
  static func mask(_ text: [Unicode.Scalar]) -> [Bool] {
    var reader = QuotedText(text: text, mask: [Bool](repeating: false, count: text.count))
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: "\n") ?? text.count
      reader.paragraph(start..<end)
      start = end + 1
    }
    return reader.mask
  }

  private mutating func paragraph(_ range: Range<Int>) {
    (double, single) = (nil, nil)
    var index = range.lowerBound
    while index < range.upperBound {
      let before = index > range.lowerBound ? text[index - 1] : " "
      let after = index + 1 < range.upperBound ? text[index + 1] : " "
      index += look(at: index, before, after)
    }
    if let double { fill(double..<range.upperBound) }
  }

  /// Looks at one mark; returns how many code points it has.
  private mutating func look(at index: Int, _ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Int {
    let mark = text[index]
    let isTwice = (mark == "'" || mark == "`") && after == mark
    if mark == "\"" || mark == "“" || mark == "”" || isTwice {
      let length = mark == "'" || mark == "`" ? 2 : 1
      if let open = double {
        if mark != "“" {
          fill(open..<index + length)
          double = nil
        }
      } else if mark != "”" {
        double = index
      }
      return length
    }
    if mark == "‘" || mark == "'", single == nil, Self.opens(before, after) {
      single = index
    } else if mark == "’" || mark == "'", let open = single, Self.closes(before, after) {
      fill(open..<index + 1)
      single = nil
    }
    return 1
  }

  private static func opens(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    !ClaimWords.isAlphanumeric(before)
      && (ClaimWords.isAlphanumeric(after) || ".…[$".unicodeScalars.contains(after))
  }

  private static func closes(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    !ClaimWords.isAlphanumeric(after) && !ClaimWords.isSpace(before)
  }

  private mutating func fill(_ range: Range<Int>) {
    for index in range.clamped(to: 0..<mask.count) { mask[index] = true }
  }
}
