/// Word classes of the shallow syntax layer: the Penn Treebank's tags, with the verbs `be`, `have` and `do` as
/// auxiliaries told apart by context later, and `to` as in the treebank.
///
/// Source: Santorini, Part-of-Speech Tagging Guidelines for the Penn Treebank Project (1990).
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

  /// The treebank's spelling: "VBD", "PRP$".
  public var label: String {
    switch self {
    case .prps: "PRP$"
    case .wps: "WP$"
    case .punct: "PUNCT"
    default: "\(self)".uppercased()
    }
  }

  public init?(label: String) {
    guard let tag = WordTag.allCases.first(where: { $0.label == label }) else { return nil }
    self = tag
  }
}
