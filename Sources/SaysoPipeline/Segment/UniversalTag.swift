import SaysoLexicon
import SaysoText

/// The Universal Dependencies word class (UPOS) of a token, from its treebank tag, its word and its neighbours.
enum UniversalTag {
  static func label(
    at token: Int, _ tags: Column<WordTag>, _ words: Column<WordID>, _ lemmas: Column<WordID>
  ) -> StaticString {
    switch tags[token] {
    case .nn, .nns: "NOUN"
    case .nnp, .nnps: "PROPN"
    case .vb, .vbd, .vbg, .vbn, .vbp, .vbz: "VERB"
    case .md: "AUX"
    case .jj, .jjr, .jjs: "ADJ"
    case .rb, .rbr, .rbs, .wrb: "ADV"
    case .in, .rp: "ADP"
    case .to, .pos: "PART"
    case .dt, .pdt, .wdt: "DET"
    case .cc: "CCONJ"
    case .cd: "NUM"
    case .ex, .prp, .prps, .wp, .wps: "PRON"
    case .uh: "INTJ"
    case .sym: "SYM"
    case .punct: "PUNCT"
    case .ls, .fw, .none: "X"
    }
  }
}
