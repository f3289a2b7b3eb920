internal import SaysoRecord

/// S10: A says that B said.
struct HearsayChain: Check {
  let about = CheckDescription(
    id: "S10", name: "hearsay-chain", severity: .warning,
    detects: "A claim at second hand or further: a source tells what another source said. Three links and more are a "
      + "warning, two are information.",
    why: "Each hand that a claim passes through may change it. The last source in the chain is the one to ask.",
    standard: "BBC 3.3: prefer first-hand sources; NPR: how do they know?",
    thresholds: ["warning"],
    fires: [
      "The Halden Courier reported that the port authority had said the crane was safe.",
      "Ines Falk said that Jon Vik had told her that the crane was safe.",
    ],
    silent: ["The port authority said the crane was safe.", "Ines Falk said she had told the board in May."])

  func run(on article: AuditArticle, report: inout FindingList) {
    let parents = Set(article.record.claims.filter { $0.isReported && $0.isTold && $0.depth > 0 }.compactMap(\.parent))
    for index in article.claims {
      let claim = article.claim(index)
      guard claim.depth > 0, claim.isReported, claim.isTold, !Self.isCounted(claim), !parents.contains(claim.id),
        !article.isTitle(claim)
      else { continue }
      let chain = Self.chain(from: index, article)
      guard chain.count >= 2 else { continue }
      let isLong = chain.count >= Thresholds.standard[about.id, "warning"]
      report.add(
        "hearsay through \(chain.count) sources: \(chain.reversed().joined(separator: ", then "))", claim: claim,
        severity: isLong ? .warning : .info, evidence: [.init("chain", .texts(chain.reversed()))])
    }
  }

  /// "60 percent said": people who were asked in a poll are no link.
  private static func isCounted(_ claim: AnnotationRecord.Claim) -> Bool {
    claim.source?.passage.text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } ?? false
  }

  /// The sources from the last to the first, each once; empty where a link is the same speaker or no utterance.
  private static func chain(from start: Int, _ article: AuditArticle) -> [String] {
    var chain: [String] = []
    var seen: Set<Int> = []
    var next: Int? = start
    while let index = next, chain.count < 16 {
      let claim = article.claim(index)
      guard claim.isUtterance, let source = claim.source, let number = article.sources.number(ofClaim: index),
        seen.insert(number).inserted
      else { return chain }
      chain.append(source.name ?? source.passage.text)
      next = claim.parent.flatMap { parent in article.claims.first { article.claim($0).id == parent } }
    }
    return chain
  }
}
