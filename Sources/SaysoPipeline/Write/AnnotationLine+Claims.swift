import SaysoLexicon
import SaysoRecord
import SaysoText

/// The claims of an annotation line. Keys that always stand together are written in one step (`JSONByteWriter.raw`):
/// claims are most of a line's bytes.
extension AnnotationLine {
  mutating func writeClaims(_ json: inout JSONByteWriter) {
    json.raw(#","claims":["#)
    for index in claims.indices {
      json.raw(index == 0 ? #"{"id":"c"# : #",{"id":"c"#)
      json.int(index + 1)
      writeClaim(claims[index], &json)
    }
    json.raw("]")
  }

  private mutating func writeClaim(_ claim: Claim, _ json: inout JSONByteWriter) {
    json.raw(#"","sentence":"#)
    json.int(claim.sentence)
    json.raw(#","content":{"#)
    spans(claim.content, &json)
    json.raw(#"},"source":"#)
    writeSource(claim.source, &json)
    json.raw(#","cue":"#)
    writeCue(claim.cue, &json)
    json.raw(#","quotation":"#)
    json.string(claim.quotation)
    json.raw(#","certainty":"#)
    json.string(claim.certainty)
    if claim.parent >= 0 {
      json.raw(#","parent":"c"#)
      json.int(claim.parent + 1)
      json.raw(#"","depth":"#)
    } else {
      json.raw(#","parent":null,"depth":"#)
    }
    json.int(claim.depth)
    writeReferences(claim, &json)
    json.raw(#","voice":"#)
    json.string(claim.voice)
    json.raw(#","rule":"#)
    json.string(claim.evidence.rule)
    json.raw("}")
  }

  private func writeReferences(_ claim: Claim, _ json: inout JSONByteWriter) {
    json.raw(#","entities":["#)
    for entity in claim.entities { json.identifier("e", entity + 1) }
    json.raw(#"],"dates":["#)
    for date in claim.dates where dateNumber.indices.contains(date) { json.identifier("m", dateNumber[date]) }
    json.raw(#"],"when":"#)
    time(claim.when, withRule: true, &json)
    json.raw(#","said":"#)
    time(claim.said, withRule: false, &json)
    json.raw(#","traits":["#)
    for trait in claim.traits { json.string(trait) }
    json.raw("]")
  }

  private func time(_ when: Claim.When?, withRule: Bool, _ json: inout JSONByteWriter) {
    guard let when else { return json.raw("null") }
    json.raw(#"{"edtf":"#)
    json.string(when.edtf)
    json.raw(#","anchor":"#)
    json.string(when.anchor)
    if withRule {
      json.raw(#","rule":"#)
      json.string(when.rule)
    }
    json.raw("}")
  }

  private mutating func writeSource(_ claimSource: Claim.Source?, _ json: inout JSONByteWriter) {
    guard let claimSource else { return json.raw("null") }
    json.raw("{")
    spans(claimSource.spans, &json)
    if claimSource.entity >= 0 {
      json.raw(#","entity":"e"#)
      json.int(claimSource.entity + 1)
      json.raw(#"","name":"#)
    } else {
      json.raw(#","entity":null,"name":"#)
    }
    if let name = claimSource.name { json.string(name) } else { json.raw("null") }
    json.raw(#","title":"#)
    if let title = claimSource.title { text(title, &json) } else { json.raw("null") }
    json.raw(#","kind":"#)
    json.string(claimSource.kind)
    json.raw(#","role":"#)
    json.string(claimSource.role)
    json.raw(claimSource.isNamed ? #","named":true,"justification":"# : #","named":false,"justification":"#)
    writeJustification(claimSource.justification, &json)
    json.raw("}")
  }

  private mutating func writeJustification(_ span: TextSpan?, _ json: inout JSONByteWriter) {
    guard let span else { return json.raw("null") }
    json.raw(#"{"text":"#)
    text(span, &json)
    json.raw(#","spans":["#)
    pair(span, &json)
    json.raw("]}")
  }

  private mutating func writeCue(_ cue: Claim.Cue?, _ json: inout JSONByteWriter) {
    guard let cue else { return json.raw("null") }
    json.raw("{")
    spans(cue.spans, &json)
    json.raw(#","lemma":"#)
    json.string(cue.lemma)
    json.raw(#","class":"#)
    json.string(cue.cueClass)
    json.raw("}")
  }

  /// `"spans":[[s,e],…],"text":"…"`; the pieces of a split span are joined by " … ".
  private mutating func spans(_ spans: [TextSpan], _ json: inout JSONByteWriter) {
    json.raw(#""spans":["#)
    for (index, span) in spans.enumerated() {
      if index > 0 { json.raw(",") }
      pair(span, &json)
    }
    json.raw(#"],"text":"#)
    if spans.count == 1, let only = spans.first { return text(only, &json) }
    source.bytes.withUnsafeBufferPointer { bytes in
      let pieces = spans.map { UnsafeBufferPointer(rebasing: bytes[source.clamped($0)]) }
      json.string(joining: pieces, separator: " … ")
    }
  }
}
