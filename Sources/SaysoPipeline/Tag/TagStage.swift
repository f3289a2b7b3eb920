import SaysoLexicon
import SaysoRecord
import SaysoText

/// Finds names and types them as person, place, organization or group.
///
/// At each capitalised word every rule may offer a reading; the one with the best rank wins and the scan goes on
/// behind it. A second pass lets the article decide what one sentence could not: a lone surname is the person named
/// in full elsewhere, and a headline's words are names only where the body has them.
struct TagStage: Stage {
  let name = "tag"
  let requires: Set<LayerKind> = [.tokens, .matches, .sentences, .dates]
  let provides: Set<LayerKind> = [.mentions]
  let audience = StageAudience.english

  /// The rules, in the order in which ties are broken. To add one: one file and one line here.
  static let rules: [any NameRule.Type] = [
    DatelinePlace.self, ListedName.self, TitledPerson.self, GivenNamePerson.self, CoordinatedPerson.self,
    OrganizationByHead.self,
    OrganizationBySuffix.self,
    PlaceByHead.self, UnlistedName.self,
  ]

  private let context: StageContext
  private let rules: [(rule: any NameRule.Type, needs: NameCues)]
  private let memory = Memory()
  let weights: NameWeights
  /// Every reading that a rule offered, where they are kept.
  private var readings: [NameCandidate] = []
  private let teams: SportTeams
  private var names = ArticleNames()
  private var candidates: [NameCandidate] = []

  /// Columns that are kept between articles.
  private final class Memory {
    var titleBefore = Column<Int32>(neutral: 0)
    var isDate = Column<Bool>(neutral: false)
    deinit {
      titleBefore.free()
      isDate.free()
    }
  }

  init(_ context: StageContext) {
    self.context = context
    rules = Self.rules.map { ($0, $0.needs) }
    weights = NameWeights(context.lexicon)
    teams = SportTeams(context.lexicon)
  }

  mutating func run(_ article: inout Article) {
    candidates.removeAll(keepingCapacity: true)
    readings.removeAll(keepingCapacity: true)
    memory.titleBefore.refill(to: article.tokens.count + 1)
    markDates(article)
    let leads = Self.datelines(article)
    var scan = NameScan(
      article, context.tables, weights, titleBefore: memory.titleBefore, isDate: memory.isDate)
    for sentence in article.sentences {
      scan.enter(leads[sentence.tokens.lowerBound, default: sentence.tokens.lowerBound]..<sentence.tokens.upperBound)
      readSentence(scan)
    }
    AcronymDefinitions.settle(&candidates, article.sentences, article.source, scan)
    names.learn(candidates, scan)
    names.settle(&candidates, scan)
    names.recall(&candidates, article.sentences, &scan)
    teams.settle(&candidates, sentences: article.sentences, scan)
    write(to: &article)
    article.nameReadings = readings.map { reading($0, article) }
  }

  /// Where a dateline begins, by the first token behind it: the names in it are read with the sentence that it opens.
  private static func datelines(_ article: borrowing Article) -> [Int: Int] {
    var leads: [Int: Int] = [:]
    for zone in article.zones where zone.kind == .dateline {
      let isInLine = !article.tokens.shape[zone.tokens.upperBound].contains(.lineStart)
      if isInLine { leads[zone.tokens.upperBound] = zone.tokens.lowerBound }
    }
    return leads
  }

  private func markDates(_ article: borrowing Article) {
    memory.isDate.refill(to: article.tokens.count)
    let isDate = memory.isDate
    for date in article.dates {
      for token in date.tokens { isDate[token] = true }
    }
  }

  private mutating func readSentence(_ scan: borrowing NameScan) {
    var token = scan.bounds.lowerBound
    while token < scan.bounds.upperBound {
      let cues = scan.cues(token)
      let mayStart = !cues.isDisjoint(with: [.upper, .listed, .behindTitle]) && !scan.isDate[token]
      guard mayStart, let best = bestReading(at: token, cues, scan) else {
        token += 1
        continue
      }
      candidates.append(best)
      token = max(token + 1, best.tokens.upperBound)
    }
  }

  @inline(__always)
  private mutating func bestReading(at token: Int, _ cues: NameCues, _ scan: borrowing NameScan) -> NameCandidate? {
    var best: NameCandidate?
    var highest = Int.min
    for entry in rules where cues.isSuperset(of: entry.needs) {
      guard var reading = entry.rule.read(at: token, in: scan) else { continue }
      if context.keepsReadings { readings.append(reading) }
      let rank = weights.rank(reading)
      guard let winner = best else {
        best = reading
        highest = rank
        continue
      }
      // Two rules that agree are no rivals.
      let isRival = winner.type != reading.type || winner.tokens != reading.tokens
      if rank > highest {
        reading.rival = max(winner.rival, isRival ? highest : 0)
        best = reading
        highest = rank
      } else if isRival {
        best?.rival = max(winner.rival, rank)
      }
    }
    return best
  }

  private func write(to article: inout Article) {
    for candidate in candidates where candidate.score >= weights.threshold {
      article.mentions.append(
        Mention(
          span: article.tokens.span(candidate.tokens), tokens: candidate.tokens, type: candidate.type, entity: -1,
          confidence: weights.confidence(candidate), evidence: candidate.evidence, isMetonym: candidate.isMetonym,
          gender: candidate.gender))
    }
  }
}
