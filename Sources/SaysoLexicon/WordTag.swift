/// Word classes of the shallow syntax layer: the Penn Treebank's tags, with a few of them split where Universal
/// Dependencies and the claim rules need it. Verbs `be`, `have` and `do` are told apart as auxiliaries later.
///
/// Source: Santorini, Part-of-Speech Tagging Guidelines for the Penn Treebank Project (1990); English UD guidelines.
@frozen
public enum WordTag: UInt8, CaseIterable, Sendable {
  case none
  case nn, nns, nnp, nnps
  case vb, vbd, vbg, vbn, vbp, vbz, md
  case jj, jjr, jjs
  case rb, rbr, rbs, rp
  case `in`, to, dt, pdt, wdt, cc, cd, ex
  case prp, prps, wp, wps, wrb
  case pos, uh, fw, sym, ls
  /// Punctuation of every kind.
  case punct
  /// A demonstrative that stands alone: "this is", "those who" (treebank: DT).
  case dtp
  /// A subordinator: "because they left", "says that", "after leaving" (treebank: IN).
  case ins
  /// "not", "n't" (treebank: RB).
  case neg
  /// "something", "everyone" (treebank: NN).
  case prn
  /// "which man", "whatever reason" (treebank: WDT, WP).
  case wdd
  /// An adjective or participle inside a name: "National", "United" (treebank: NNP).
  case nnpj, nnpv

  /// The treebank's spelling: "VBD", "PRP$".
  public var label: String { WordTag.labels[Int(rawValue)] }

  public init?(label: String) {
    guard let tag = WordTag.byLabel[label] else { return nil }
    self = tag
  }

  private static let labels: [String] = allCases.map { tag in
    switch tag {
    case .prps: "PRP$"
    case .wps: "WP$"
    default: "\(tag)".uppercased()
    }
  }

  private static let byLabel: [String: WordTag] = Dictionary(
    allCases.map { (labels[Int($0.rawValue)], $0) }, uniquingKeysWith: { first, _ in first })
}
