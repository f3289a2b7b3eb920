import SaysoICU
import SaysoLexicon
import SaysoRecord
import SaysoText

@testable import SaysoPipeline

/// A claim of a text as strings, for expectations.
struct ReadClaim: Equatable {
  var rule = ""
  var source: String?
  var cue: String?
  var content: [String] = []
  var quotation = Quotation.indirect
  var certainty = Certainty.asserted
  var voice = Voice.author
  var parent = -1
  var depth = 0
  var cueClass: CueClass?
  var kind: SourceKind?
  var role: SourceRole?
  var name: String?
  var title: String?
  var isNamed = false
  var justification: String?
  var when: String?
  var whenRule: String?
  var said: String?
  var traits: [Trait] = []
  var entities: [String] = []
}

/// Runs the whole pipeline on a body text.
enum ClaimReading {
  static func claims(_ text: String, published: CalendarDate? = nil) -> [ReadClaim] {
    guard let lexicon = SegmentReading.lexicon, let support = try? ICUScriptSupport() else { return [] }
    let context = StageContext(SharedTables(lexicon))
    var article = Article()
    var metadata = ArticleMetadata()
    metadata.published = published
    article.reset(source: SourceText(text), metadata: metadata)
    var tokens = TokenStage(context, support: support)
    tokens.run(&article)
    if article.tokens.count > 0 {
      let all = 0..<article.tokens.count
      article.zones.append(Zone(span: article.tokens.span(all), kind: .body, rule: "test", tokens: all))
    }
    var stages: [any Stage] = [
      SegmentStage(context), DateStage(context, support: support), TagStage(context), ResolveStage(context),
      ClaimStage(context),
    ]
    for index in stages.indices { stages[index].run(&article) }
    return article.claims.map { read($0, article) }
  }

  /// The claims that come from a cue.
  static func attributed(_ text: String) -> [ReadClaim] { claims(text).filter { $0.cue != nil } }

  private static func read(_ claim: Claim, _ article: borrowing Article) -> ReadClaim {
    let text = article.source
    var read = ReadClaim(
      rule: "\(claim.evidence.rule)", source: claim.source.map { text.string($0.spans[0]) },
      cue: claim.cue.map { text.string($0.spans[0]) }, content: claim.content.map { text.string($0) },
      quotation: claim.quotation, certainty: claim.certainty, voice: claim.voice, parent: claim.parent,
      depth: claim.depth, cueClass: claim.cue?.cueClass, when: claim.when?.edtf, said: claim.said?.edtf,
      traits: claim.traits)
    read.kind = claim.source?.kind
    read.role = claim.source?.role
    read.name = claim.source?.name
    read.title = claim.source?.title.map { text.string($0) }
    read.whenRule = claim.when.map { "\($0.rule)" }
    read.isNamed = claim.source?.isNamed ?? false
    read.justification = claim.source?.justification.map { text.string($0) }
    for entity in claim.entities { read.entities.append(article.entities[entity].name) }
    return read
  }
}
