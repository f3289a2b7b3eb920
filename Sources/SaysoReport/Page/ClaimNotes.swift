internal import SaysoRecord

/// Writes the list of an article's claims: each with its way of hearsay as a breadcrumb, what is claimed, and how.
struct ClaimNotes {
  /// Code points of a claim's content that the list repeats.
  static let longestContent = 140
  private static let longestName = 60

  let anchor: Int
  let claims: ListedClaims

  func write(to html: inout HTMLWriter) {
    guard !claims.listed.isEmpty else { return }
    html.raw("<details class=\"claims\" open><summary>")
    html.text(Counted.text(claims.listed.count, "claim") + " with a source or a hedge")
    html.raw("</summary><ol>\n")
    for claim in claims.listed { write(claim, to: &html) }
    html.raw("</ol></details>\n")
  }

  private func write(_ claim: AnnotationRecord.Claim, to html: inout HTMLWriter) {
    let chain = claims.chain(above: claim)
    html.raw("<li id=\"a")
    html.int(anchor)
    html.raw("k")
    html.int(Int(claim.id.number))
    html.raw("\" data-n=\"")
    html.int(Int(claim.id.number))
    html.raw("\"")
    if !chain.isEmpty {
      html.raw(" data-u=\"")
      for (index, outer) in chain.enumerated() {
        if index > 0 { html.raw(" ") }
        html.int(Int(outer.id.number))
      }
      html.raw("\"")
    }
    html.raw("><span class=\"crumb\">")
    for outer in chain { writeSource(outer, to: &html) }
    writeSource(claim, to: &html)
    html.raw("</span> <a href=\"#a")
    html.int(anchor)
    html.raw("c")
    html.int(Int(claim.id.number))
    html.raw("\">")
    html.text(claim.content.text, limit: Self.longestContent)
    html.raw("</a> <small>")
    writeManner(claim, to: &html)
    html.raw("</small></li>\n")
  }

  private func writeSource(_ claim: AnnotationRecord.Claim, to html: inout HTMLWriter) {
    if let source = claim.source {
      html.raw("<b>")
      html.text(source.name ?? source.passage.text, limit: Self.longestName)
      html.raw("</b>")
    } else {
      html.raw("<i>nobody named</i>")
    }
    html.raw(" › ")
  }

  /// How it is said and by what kind of source.
  private func writeManner(_ claim: AnnotationRecord.Claim, to html: inout HTMLWriter) {
    if let cue = claim.cue {
      html.raw("<q>")
      html.text(cue.passage.text, limit: Self.longestName)
      html.raw("</q> · ")
    }
    if let source = claim.source {
      html.text(Self.words(source))
      html.raw(" · ")
    }
    html.text(claim.quotation.rawValue)
    if claim.certainty != .asserted {
      html.raw(" · ")
      html.text(claim.certainty.rawValue)
    }
    if let when = claim.when {
      html.raw(" · time: ")
      html.text(DateWords.text(when.edtf))
    }
    guard let reason = claim.source?.justification else { return }
    html.raw(" · not named: ")
    html.text(reason.text, limit: Self.longestContent)
  }

  private static func words(_ source: AnnotationRecord.Source) -> String {
    let (kind, role) = (source.kind.rawValue, source.role.rawValue)
    let what = role == kind || source.role == .other || source.role == .unknown ? kind : "\(kind), \(role)"
    return source.isNamed || source.kind == .anonymous ? what : "\(what), not named"
  }
}
