import SaysoLexicon
import SaysoText

/// One piece of evidence for or against a reading as a name. What each is worth stands in `Lexicons/en/tag/weights.tsv`,
/// under the same name in hyphens: `placeGuard` is `place-guard`.
enum NameSignal: UInt8, CaseIterable, Sendable {
  // What the reading rests on.
  case dateline, datelineAgency, listedPhrase, listedWord
  case honorific, capitalTitle, plainTitle
  case fullName, loneGivenName, coordinatedName, initialName
  case organizationHead, organizationSuffix
  case placeHead, placeHeadGuarded, compassPlace, placeHeadFirst, placeHeadFirstGuarded, placeHeadOf
  case unlistedPlace, unlistedPlaceOfNoun, unlistedPerson, unlistedRun, unlistedOrganization, unlistedOrganizationRun
  case acronym, definedAcronym, untyped, untypedRun
  // What the lists say of the name besides.
  case usersOwn
  case wordGuardShouted, wordGuardAtStart, wordGuard, wordGuardOfPhrase, nameGuard, nameGuardOfPhrase, placeGuard
  case prior, priorAtStart, priorOverName
  case neverName, shoutedWord
  case familyNameFirst, nameIsWord, nameIsWordAtStart, nameIsPlace, loneWordAtStart, firmAtEnd, givenNameBehindTitle
  case headGuard, headGuardBehindThe, openerBeforeHead, headline
  // What stands around it.
  case behindPlaceWord, beforeContainer, inPlaceChain, organizationContext, personContext, beforePersonVerb
  case behindPersonNoun, behindOrganizationNoun
  // What the rest of the article says.
  case surnameOfFullName, firstWordOfOrganization, shortForm, headOfOrganization, repeated, teamResult

  /// The name in the table of weights.
  var label: String {
    var label = ""
    for character in "\(self)".unicodeScalars {
      if character.properties.isUppercase { label += "-" }
      label += String(character).lowercased()
    }
    return label
  }
}

/// What each signal is worth, as the table says.
struct NameWeights: Sendable {
  private let weights: [Int32]
  /// Readings weaker than this are dropped.
  let threshold: Int
  /// Readings at least this strong teach the rest of the article.
  let teaching: Int
  /// Readings at least this strong teach what the same word is where nothing else says so.
  let hint: Int
  /// Longer readings win over shorter ones of like strength: each further token is worth this much.
  let perWord: Int
  /// The confidence of a reading with no margin.
  private let certainFrom: Int

  init(_ lexicon: Lexicon) {
    let table = Weights(lexicon, list: "tag/weights")
    weights = NameSignal.allCases.map { Int32(truncatingIfNeeded: table[$0.label]) }
    threshold = table["threshold"]
    teaching = table["teaching"]
    hint = table["hint"]
    perWord = table["per-word"]
    certainFrom = table["certain-from"]
  }

  /// What readings at one place are compared by.
  @inline(__always)
  func rank(_ candidate: borrowing NameCandidate) -> Int {
    candidate.score + perWord * (candidate.tokens.count - 1)
  }

  /// How sure a winner is, 1 to 99: by its margin over the best reading that says otherwise, or over none at all.
  func confidence(_ candidate: borrowing NameCandidate) -> Int {
    min(99, max(1, certainFrom + rank(candidate) - max(candidate.rival, threshold)))
  }

  /// In hundredths.
  subscript(_ signal: NameSignal) -> Int { Int(weights[Int(signal.rawValue)]) }
}

/// The evidence of one reading: which signals speak, and what they are worth together.
struct NameSignals {
  private(set) var score = 0
  /// One bit a signal; each counts once.
  private(set) var bits: UInt128 = 0

  init(_ signal: NameSignal, _ weights: borrowing NameWeights) {
    add(signal, weights)
  }

  @inline(__always)
  mutating func add(_ signal: NameSignal, _ weights: borrowing NameWeights) {
    score += weights[signal]
    bits |= 1 << UInt128(signal.rawValue)
  }

  /// Evidence from elsewhere in the article, of a strength that was found there.
  init(_ signal: NameSignal, score: Int) {
    self.score = score
    bits = 1 << UInt128(signal.rawValue)
  }

  /// The signals one by one.
  var all: [NameSignal] { NameSignal.allCases.filter { bits & (1 << UInt128($0.rawValue)) != 0 } }
}
