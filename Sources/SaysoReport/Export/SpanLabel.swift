internal import SaysoRecord

/// What marks are called in tools that label spans.
enum SpanLabel {
  /// The labels of OntoNotes, which spaCy's models and Prodigy's recipes use. A place is `GPE` where it has a government.
  static func ontoNotes(_ type: MentionType, _ entity: AnnotationRecord.Entity?) -> String {
    switch type {
    case .person: "PERSON"
    case .organization: "ORG"
    case .date: "DATE"
    case .group: "NORP"
    case .place: entity?.kinds.contains(where: governed.contains) == true ? "GPE" : "LOC"
    }
  }

  private static let governed: Set<String> = ["country", "region", "state", "city", "capital", "territory", "province"]

  /// Capitals of the contract's own names, for tools with labels of one's own.
  static func own(_ type: MentionType) -> String { type.rawValue.uppercased() }

  /// `Person`, `Source`: as brat's configurations have types.
  static func capital<Name: RawRepresentable<String>>(_ name: Name) -> String {
    name.rawValue.prefix(1).uppercased() + name.rawValue.dropFirst().lowercased()
  }

  /// The labels of CoNLL-2003, and DATE.
  static func conll(_ type: MentionType) -> String {
    switch type {
    case .person: "PER"
    case .place: "LOC"
    case .organization: "ORG"
    case .group: "MISC"
    case .date: "DATE"
    }
  }

  /// The pieces of a claim as labelled spans, in reading order of parts.
  static func parts(_ claim: AnnotationRecord.Claim) -> [(label: ClaimPart, spans: [CodePointSpan])] {
    var parts: [(ClaimPart, [CodePointSpan])] = []
    if let source = claim.source { parts.append((.source, source.passage.spans)) }
    if let cue = claim.cue { parts.append((.cue, cue.passage.spans)) }
    parts.append((.content, claim.content.spans))
    return parts
  }
}

/// The three parts of an attribution.
enum ClaimPart: String, CaseIterable {
  case source = "SOURCE"
  case cue = "CUE"
  case content = "CONTENT"
}
