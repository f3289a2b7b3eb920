internal import CICU

/// Names that ICU knows in every language: months, weekdays, territories. Used when lexicons are built, not on articles.
public struct LocaleNames {
  /// BCP 47 or ICU locale: "en", "fr", "pt_BR".
  public let locale: String

  public init(locale: String) {
    self.locale = locale
  }

  /// How a name is written and whether it stands alone or inside a date ("mai", Russian "май" or "мая").
  public enum Style: CaseIterable, Sendable {
    case wide, short, standaloneWide, standaloneShort
  }

  /// January to December; empty where ICU has no data.
  public func months(_ style: Style) throws(ICUError) -> [String] {
    switch style {
    case .wide: try symbols(UDAT_MONTHS)
    case .short: try symbols(UDAT_SHORT_MONTHS)
    case .standaloneWide: try symbols(UDAT_STANDALONE_MONTHS)
    case .standaloneShort: try symbols(UDAT_STANDALONE_SHORT_MONTHS)
    }
  }

  /// Monday to Sunday.
  public func weekdays(_ style: Style) throws(ICUError) -> [String] {
    let names =
      switch style {
      case .wide: try symbols(UDAT_WEEKDAYS)
      case .short: try symbols(UDAT_SHORT_WEEKDAYS)
      case .standaloneWide: try symbols(UDAT_STANDALONE_WEEKDAYS)
      case .standaloneShort: try symbols(UDAT_STANDALONE_SHORT_WEEKDAYS)
      }
    // ICU starts with an empty name and Sunday.
    guard names.count == 8 else { return [] }
    return Array(names[2...]) + [names[1]]
  }

  /// The territory's name in the locale's language: `territory("CI")` is "Côte d’Ivoire" in English. Nil where ICU
  /// knows the code but has no name for it.
  public func territory(_ code: String) -> String? {
    let units = UTF16Text.filling(atLeast: 64) { buffer, capacity, status in
      icu_uloc_getDisplayCountry("und_" + code, locale, buffer, capacity, &status)
    }
    guard let units, !units.isEmpty else { return nil }
    let name = String(decoding: units, as: UTF16.self)
    return name == code ? nil : name
  }

  /// ISO 3166-1 alpha-2 codes, sorted.
  public static var territoryCodes: [String] {
    var codes: [String] = []
    guard var entry = icu_uloc_getISOCountries() else { return [] }
    while let code = entry.pointee {
      codes.append(String(cString: code))
      entry += 1
    }
    return codes.sorted()
  }

  private func symbols(_ kind: UDateFormatSymbolType) throws(ICUError) -> [String] {
    let pattern: [UInt16] = Array("MMMM".utf16)
    let opened = try icuCall("open the dates of \(locale)") { status in
      icu_udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, nil, 0, pattern, Int32(pattern.count), &status)
    }
    guard let format = opened else { return [] }
    defer { icu_udat_close(format) }
    return (0..<max(0, icu_udat_countSymbols(format, kind))).map { index in
      let units = UTF16Text.filling(atLeast: 32) { buffer, capacity, status in
        icu_udat_getSymbols(format, kind, index, buffer, capacity, &status)
      }
      return String(decoding: units ?? [], as: UTF16.self)
    }
  }
}
