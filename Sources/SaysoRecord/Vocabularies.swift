// The closed vocabularies of CONTRACT.md. A case's raw value is its spelling in the records.

/// What part of a page a line belongs to.
public enum ZoneKind: String, CaseIterable, Sendable, BitwiseCopyable {
  case title, byline, dateline, body, caption, teaser, furniture
}

/// What a mention or an entity is.
public enum MentionType: String, CaseIterable, Sendable, BitwiseCopyable {
  case person, place, organization, date, group
}

/// TimeML TIMEX3 `type`.
public enum TimexType: String, CaseIterable, Sendable, BitwiseCopyable {
  case date = "DATE"
  case time = "TIME"
  case duration = "DURATION"
  case set = "SET"
}

/// What a date was resolved against.
public enum Anchor: String, CaseIterable, Sendable, BitwiseCopyable {
  case explicit, published, context, page, none
}

/// Where the publication date was found.
public enum PublishedFrom: String, CaseIterable, Sendable, BitwiseCopyable {
  case input, metadata, url, dateline, page
}

/// How the writer presents a claim by the choice of cue.
public enum CueClass: String, CaseIterable, Sendable, BitwiseCopyable {
  case report, assert, claim, reveal, deny, question, demand, believe, predict, document, quote
}

/// What kind of thing a source is.
public enum SourceKind: String, CaseIterable, Sendable, BitwiseCopyable {
  case person, organization, government, media, document, group, anonymous, unknown
}

/// In what capacity a source speaks.
public enum SourceRole: String, CaseIterable, Sendable, BitwiseCopyable {
  case government, military, police, court, party, business, expert
  case civilSociety = "civil-society"
  case media, witness, citizen, document, other, unknown
}

/// How much of a claim's content stands in quotation marks.
public enum Quotation: String, CaseIterable, Sendable, BitwiseCopyable {
  case direct, indirect, mixed
}

/// The stance of whoever makes a claim.
public enum Certainty: String, CaseIterable, Sendable, BitwiseCopyable {
  case asserted, hedged, negated, conditional, question
}

/// Who stands behind a claim.
public enum Voice: String, CaseIterable, Sendable, BitwiseCopyable {
  case attributed, hedged, author
}

/// What the words of a claim show about its content.
public enum Trait: String, CaseIterable, Sendable, BitwiseCopyable {
  case number, accusation, cause, intent, superlative, opinion, casualty
  case quantityChange = "quantity-change"
  case legal
}

/// Word class of Universal Dependencies (UPOS).
public enum WordClass: String, CaseIterable, Sendable, BitwiseCopyable {
  case adjective = "ADJ"
  case adposition = "ADP"
  case adverb = "ADV"
  case auxiliary = "AUX"
  case coordinator = "CCONJ"
  case determiner = "DET"
  case interjection = "INTJ"
  case noun = "NOUN"
  case numeral = "NUM"
  case particle = "PART"
  case pronoun = "PRON"
  case properNoun = "PROPN"
  case punctuation = "PUNCT"
  case subordinator = "SCONJ"
  case symbol = "SYM"
  case verb = "VERB"
  case other = "X"
}
