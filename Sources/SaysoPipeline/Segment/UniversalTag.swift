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
    case .vb, .vbd, .vbg, .vbn, .vbp, .vbz:
      AuxiliaryRule.isAuxiliary(at: token, tags, words, lemmas) ? "AUX" : "VERB"
    case .nnpv: "VERB"
    case .md: "AUX"
    case .jj, .jjr, .jjs, .nnpj: "ADJ"
    case .rb, .rbr, .rbs, .wrb: "ADV"
    case .in, .rp: "ADP"
    case .ins: "SCONJ"
    case .to, .pos, .neg: "PART"
    case .dt, .pdt, .wdd: "DET"
    case .cc: "CCONJ"
    case .cd: "NUM"
    case .ex, .prp, .prps, .wp, .wps, .wdt, .dtp, .prn: "PRON"
    case .uh: "INTJ"
    case .sym: "SYM"
    case .punct: "PUNCT"
    case .ls, .fw, .none: "X"
    }
  }
}
