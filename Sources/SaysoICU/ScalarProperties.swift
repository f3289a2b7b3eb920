internal import CICU

/// Unicode's properties of single characters, from the same ICU that folds and breaks the text.
public enum ScalarProperties {
  /// Letters of any script, marks not included.
  public static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    has(UCHAR_ALPHABETIC, scalar) && !isMark(scalar)
  }

  public static func isUpper(_ scalar: Unicode.Scalar) -> Bool { has(UCHAR_UPPERCASE, scalar) }

  public static func isLower(_ scalar: Unicode.Scalar) -> Bool { has(UCHAR_LOWERCASE, scalar) }

  public static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool { has(UCHAR_WHITE_SPACE, scalar) }

  /// Marks that stand on, under or around the letter before them.
  public static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    let type = Int32(icu_u_charType(UChar32(scalar.value)))
    return type >= Int32(U_NON_SPACING_MARK.rawValue) && type <= Int32(U_COMBINING_SPACING_MARK.rawValue)
  }

  /// ISO 15924 code of the script: "Latn", "Cyrl", "Thai"; "Zyyy" for what all scripts share, "Zinh" for marks that
  /// take the script of their letter.
  public static func script(of scalar: Unicode.Scalar) -> String {
    var status = U_ZERO_ERROR
    let script = icu_uscript_getScript(UChar32(scalar.value), &status)
    guard status.isSuccess, let name = icu_uscript_getShortName(script) else { return "Zzzz" }
    return String(cString: name)
  }

  private static func has(_ property: UProperty, _ scalar: Unicode.Scalar) -> Bool {
    icu_u_hasBinaryProperty(UChar32(scalar.value), property) != 0
  }
}
