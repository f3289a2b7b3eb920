internal import CICU

/// Which marks folding drops, and which letters with a built-in stroke it turns into their base letter.
enum Diacritics {
  /// - Parameter units: decomposed (NFD), case-folded UTF-16.
  static func removed(from units: [UInt16]) -> [UInt16] {
    guard units.contains(where: { $0 >= 0x80 }) else { return units }
    var kept: [UInt16] = []
    kept.reserveCapacity(units.count)
    for unit in units {
      if unit < 0x80 {
        kept.append(unit)
      } else if let letters = base(of: unit) {
        kept.append(contentsOf: letters.utf16)
      } else if !isDropped(unit) {
        kept.append(unit)
      }
    }
    return kept
  }

  /// Letters that Unicode does not decompose although readers write them with the plain letter ("Łódź", "Ørsted").
  private static func base(of unit: UInt16) -> String? {
    switch unit {
    case 0xE6: "ae"
    case 0xF0, 0x111: "d"
    case 0xF8: "o"
    case 0xFE: "th"
    case 0x127: "h"
    case 0x131: "i"
    case 0x142: "l"
    case 0x153: "oe"
    case 0x167: "t"
    default: nil
    }
  }

  /// Non-spacing marks that belong to no one script (accents, Arabic vowel marks) and Hebrew points; but not the
  /// voicing marks of Kana, which tell letters apart.
  private static func isDropped(_ unit: UInt16) -> Bool {
    guard unit >= 0x300, unit != 0x3099, unit != 0x309A else { return false }
    guard icu_u_charType(UChar32(unit)) == Int8(U_NON_SPACING_MARK.rawValue) else { return false }
    var status = U_ZERO_ERROR
    let script = icu_uscript_getScript(UChar32(unit), &status)
    return script == USCRIPT_INHERITED || script == USCRIPT_HEBREW
  }
}
