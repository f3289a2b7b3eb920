internal import SaysoRecord

extension Finding.Evidence {
  /// `claims: 5`, for people.
  var words: String {
    switch value {
    case .text(let text): "\(key.name): \(text)"
    case .texts(let texts): "\(key.name): \(texts.joined(separator: ", "))"
    case .number(let number): "\(key.name): \(number)"
    case .thousandths(let number): "\(key.name): \(ProfileWords.decimal(number))"
    case .flag(let flag): "\(key.name): \(flag ? "yes" : "no")"
    }
  }
}

/// A profile in words and figures, for tables and pages.
struct ProfileWords {
  static let columns: [String] =
    ["scope", "id", "articles", "claims"] + Voice.allCases.map { "voice_\($0.rawValue)" }
    + SourceKind.allCases.map { "source_\($0.rawValue)" } + CueClass.allCases.map { "cue_\($0.rawValue)" } + [
      "share_attributed", "share_named", "share_anonymous", "share_official", "sources", "diversity_bits",
      "effective_sources", "hearsay",
    ] + Severity.allCases.map { "findings_\($0.rawValue)" }

  let summary: AuditSummary

  init(_ summary: AuditSummary) { self.summary = summary }

  var scope: String {
    switch summary.scope {
    case .article: "article"
    case .publisher: "publisher"
    case .corpus: "corpus"
    }
  }

  var id: String {
    switch summary.scope {
    case .article(let id): id
    case .publisher(let name): name
    case .corpus: ""
    }
  }

  /// In the order of `columns`.
  var cells: [String] {
    let shares = summary.shares
    return [scope, id, String(summary.articles), String(summary.claims)]
      + Voice.allCases.map { String(summary.voices[$0]) } + SourceKind.allCases.map { String(summary.sourceKinds[$0]) }
      + CueClass.allCases.map { String(summary.cueClasses[$0]) } + [
        Self.decimal(shares.attributed), Self.decimal(shares.named), Self.decimal(shares.anonymous),
        Self.decimal(shares.official), String(summary.sources), Self.decimal(summary.diversityBits),
        Self.decimal(summary.effectiveSources), String(summary.hearsay),
      ] + Severity.allCases.map { String(summary.findings[$0]) }
  }

  /// A sentence, always with the numbers that the shares are of.
  var sentence: String {
    let shares = summary.shares
    let attributed = summary.voices[.attributed]
    guard attributed > 0 else { return "\(summary.claims) claims, none attributed" }
    return
      "\(summary.claims) claims, \(Self.percent(shares.attributed)) attributed; of \(attributed) attributed claims "
      + "\(Self.percent(shares.named)) to named, \(Self.percent(shares.anonymous)) to anonymous and "
      + "\(Self.percent(shares.official)) to official sources; \(summary.sources) sources, as diverse as "
      + "\(Self.decimal(summary.effectiveSources.map { ($0 + 50) / 100 * 100 })) equal ones; longest chain of hearsay \(summary.hearsay)"
  }

  /// `0.5`, from thousandths; empty for nil.
  static func decimal(_ thousandths: Int?) -> String {
    guard let thousandths else { return "" }
    var digits = String(thousandths % 1000 + 1000).dropFirst()
    while digits.count > 1, digits.last == "0" { digits.removeLast() }
    return "\(thousandths / 1000).\(digits)"
  }

  /// `50%`, from thousandths.
  static func percent(_ thousandths: Int?) -> String { thousandths.map { "\(($0 + 5) / 10)%" } ?? "none" }
}
