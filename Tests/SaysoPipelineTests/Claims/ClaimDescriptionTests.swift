import SaysoRecord
import Testing

@testable import SaysoPipeline

/// What is said of a claim beside its spans.
@Suite struct ClaimDescriptionTests {
  @Test func hearsayHasParentAndDepth() {
    let claims = ClaimReading.attributed("The paper reported that officials said that the bridge was safe.")
    #expect(claims.map(\.depth) == [0, 1])
    #expect(claims.last?.parent == 0)
    #expect(claims.last?.content == ["that the bridge was safe"])
  }

  @Test func everyOtherSentenceIsTheAuthors() {
    let claims = ClaimReading.claims("The bridge closed in May. Officials said it was unsafe.")
    #expect(claims.map(\.voice) == [.author, .attributed])
    #expect(claims.first?.content == ["The bridge closed in May"])
    #expect(claims.first?.source == nil && claims.first?.cue == nil)
  }

  @Test(arguments: [
    ("“We have won,” she said.", Quotation.direct), ("She said they had won.", .indirect),
    ("She said they had “won it all”.", .mixed),
  ])
  func tellsHowMuchIsQuoted(_ text: String, _ quotation: Quotation) {
    #expect(ClaimReading.attributed(text).first?.quotation == quotation)
  }

  @Test(arguments: [
    ("She said that the bridge is safe.", Certainty.asserted), ("She said that the bridge may fall.", .hedged),
    ("She denied that the bridge is safe.", .negated), ("She did not say that the bridge is safe.", .negated),
    ("She asked whether the bridge is safe.", .question), ("The thieves have reportedly left.", .hedged),
  ])
  func tellsTheStance(_ text: String, _ certainty: Certainty) {
    #expect(ClaimReading.attributed(text).first?.certainty == certainty)
  }

  @Test(arguments: [
    ("Officials said the bridge is safe.", SourceKind.anonymous, SourceRole.government),
    ("Experts said the bridge is safe.", .group, .expert),
    ("The ministry said the bridge is safe.", .government, .government),
    ("Police said the bridge is safe.", .government, .police),
    ("The report said the bridge is safe.", .document, .document),
    ("A newspaper said the bridge is safe.", .media, .media),
  ])
  func tellsWhatTheSourceIs(_ text: String, _ kind: SourceKind, _ role: SourceRole) {
    let claim = ClaimReading.attributed(text).first
    #expect(claim?.kind == kind)
    #expect(claim?.role == role)
    #expect(claim?.isNamed == false)
  }

  @Test func namesThePersonAndTheTitle() {
    let claim = ClaimReading.attributed("Foreign Minister Jane Roe said the talks had failed.").first
    #expect(claim?.kind == .person)
    #expect(claim?.name == "Jane Roe")
    #expect(claim?.title == "Foreign Minister")
    #expect(claim?.role == .government)
    #expect(claim?.isNamed == true)
  }

  @Test func takesNoArticleForATitle() {
    let claim = ClaimReading.attributed("The Norvale Transport Commission said the bridge would stay closed.").first
    #expect(claim?.name == "Norvale Transport Commission")
    #expect(claim?.title == nil)
  }

  @Test func keepsTheReasonForAnonymity() {
    let claim = ClaimReading.attributed(
      "The talks failed, said an official who spoke on condition of anonymity because the talks were private."
    ).first { $0.cue == "said" }
    #expect(claim?.kind == .anonymous)
    #expect(claim?.justification == "on condition of anonymity because the talks were private")
  }

  @Test func aSpokespersonHasTheKindOfTheBody() {
    let claim = ClaimReading.attributed("A spokesman for the ministry declined to comment.").first
    #expect(claim?.kind == .government)
    #expect(claim?.cueClass == .deny)
    #expect(claim?.certainty == .negated)
    #expect(claim?.content == ["to comment"])
  }

  @Test func onlyTheSourceInQuestionIsUnnamedForAReason() {
    let claims = ClaimReading.attributed(
      "Two officials, speaking on condition of anonymity because they feared for their jobs, said the talks had failed."
    )
    let said = claims.first { $0.cue == "said" }
    #expect(said?.source == "Two officials")
    #expect(said?.justification == "on condition of anonymity because they feared for their jobs")
    #expect(claims.filter { $0.justification != nil }.count == 1)
  }

  @Test func tellsWhenItHappenedAndWhenItWasSaid() {
    let claim = ClaimReading.attributed("She said on 3 May 2021 that the bridge fell on 2 May 2021.").first
    #expect(claim?.when == "2021-05-02")
    #expect(claim?.said == "2021-05-03")
  }

  @Test func anIntervalHasTwoEnds() {
    let claim = ClaimReading.claims("The talks ran from 3 May 2021 to 9 May 2021.").first
    #expect(claim?.when == "2021-05-03/2021-05-09")
  }

  @Test func anAdjectiveBehindToLooksAtNoFuture() {
    let claim = ClaimReading.claims(
      "The strait was closed to large ships on Friday, the harbour office said.",
      published: CalendarDate(year: 2021, month: 5, day: 8)
    ).first
    #expect(claim?.when == "2021-05-07")
  }

  @Test(arguments: [
    ("Twelve people were killed.", [SaysoRecord.Trait.number, .casualty]), ("The council is corrupt.", [.accusation]),
    ("It is the longest bridge.", [.superlative]), ("Prices rose by 4%.", [.number, .quantityChange]),
    ("The fall was caused by rain.", [.cause]), ("The court convicted him.", [.legal]),
  ])
  func marksTraits(_ text: String, _ traits: [SaysoRecord.Trait]) {
    let found = ClaimReading.claims(text).first?.traits ?? []
    for trait in traits { #expect(found.contains(trait), "\(text) \(found)") }
  }

  @Test func addingIsASecondClaimOfTheSameSource() {
    let claims = ClaimReading.attributed("Jane Roe said the bridge was safe, adding that it would reopen.")
    #expect(claims.map(\.source) == ["Jane Roe", "Jane Roe"])
    #expect(claims.map(\.cue) == ["said", "adding"])
  }

  @Test(arguments: [
    "", "“", "said", "said said said said", "“““““”””””", "She said", "According to", ": : :", "THE MAYOR SAID NO.",
    "said that said that said that said that he", "Q: Why?\nA: “Because.”",
  ])
  func standsAnyText(_ text: String) {
    for claim in ClaimReading.claims(text) { #expect(!claim.content.isEmpty) }
  }

  @Test func aVeryLongSentenceIsReadInLinearTime() {
    let text = String(repeating: "she said that they thought he knew, ", count: 6_000)
    #expect(!ClaimReading.claims(text).isEmpty)
  }

  @Test(arguments: 1...12)
  func standsShuffledWords(_ seed: Int) {
    let words = [
      "“", "”", "\"", "''", ",", ".", ";", ":", "--", "(", ")", "and", "that", "who", "whose", "said", "says", "told",
      "according", "to", "reportedly", "claim", "was", "by", "Roe", "the", "mayor", "plan", "Monday", "if", "\n\n",
      "\n",
      "called", "it", "a", "what", "expected", "of", "in", "have", "seems", "’s", "allegations",
    ]
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    var text = ""
    for _ in 0..<800 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += words[Int(truncatingIfNeeded: state >> 33) % words.count] + (state >> 60 < 12 ? " " : "")
    }
    for claim in ClaimReading.claims(text) { #expect(!claim.content.isEmpty) }
  }
}
