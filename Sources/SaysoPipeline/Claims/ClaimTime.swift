import SaysoLexicon
import SaysoRecord
import SaysoText

/// When what is claimed happened, and when it was said.
enum ClaimTime {
  /// The time of a content from the dates in it: an interval where two dates are its ends, else the first date that
  /// dates no aside ("the bridge, built in 1962, fell on Monday").
  static func when(_ dates: [Int], _ article: borrowing Article, _ scan: borrowing ClaimScan) -> Claim.When? {
    var first: Int?
    var passedAside = false
    for index in dates {
      guard let edtf = article.dates[index].edtf, article.dates[index].type != .set else { continue }
      if first == nil, isInAside(article.dates[index], scan) {
        passedAside = true
        continue
      }
      guard let start = first else {
        first = index
        if edtf.utf8.contains(UInt8(ascii: "/")) { break }
        continue
      }
      if let range = interval(start, index, article, scan) { return range }
      break
    }
    guard let first, let edtf = article.dates[first].edtf else { return nil }
    return Claim.When(
      edtf: edtf, anchor: article.dates[first].anchor, rule: passedAside ? "date-behind-aside" : "date-in-content")
  }

  /// Whether a date stands in an aside between commas that tells of something else: ", built in 1962,", ", which opened
  /// in 1962,".
  private static func isInAside(_ date: DateMention, _ scan: borrowing ClaimScan) -> Bool {
    guard scan.word[date.tokens.upperBound] == .comma else { return false }
    var token = date.tokens.lowerBound - 1
    let end = max(0, token - asideReach)
    while token > end, scan.word[token] != .comma, scan.sentenceOf[token - 1] == scan.sentenceOf[token] { token -= 1 }
    if scan.word[token] == .comma { token += 1 }
    switch scan.tag[token] {
    case .vbn, .vbg, .wdt, .wdd, .wp: return token < date.tokens.lowerBound
    default: return false
    }
  }

  private static let asideReach = 12

  /// "from February to March", "between 2011 and 2013".
  private static func interval(
    _ a: Int, _ b: Int, _ article: borrowing Article, _ scan: borrowing ClaimScan
  ) -> Claim.When? {
    let (low, high) = (article.dates[a], article.dates[b])
    guard let from = low.edtf, let to = high.edtf, high.tokens.lowerBound - low.tokens.upperBound == 1 else {
      return nil
    }
    let joint = scan.word[low.tokens.upperBound]
    let opener = scan.word[low.tokens.lowerBound - 1]
    let isRange =
      (opener == .from && (joint == .to || joint == .until || joint == .through))
      || (opener == .between && joint == .and)
    guard isRange, !from.utf8.contains(UInt8(ascii: "/")), !to.utf8.contains(UInt8(ascii: "/")) else { return nil }
    return Claim.When(edtf: "\(from)/\(to)", anchor: low.anchor, rule: "interval-in-content")
  }

  /// The date beside the cue ("said on Monday"), outside the content.
  static func said(
    _ draft: ClaimDraft, _ article: borrowing Article, _ dateAt: Column<Int32>, _ scan: borrowing ClaimScan
  ) -> Claim.When? {
    guard let cue = draft.cue else { return nil }
    for start in [cue.upperBound, draft.source?.upperBound ?? cue.upperBound] {
      let end = scan.skipAdverbials(afterAddressee(start, scan))
      for token in start ..<~ max(start, min(end, start + 16)) where dateAt[token] > 0 {
        let date = article.dates[Int(dateAt[token]) - 1]
        guard !draft.content.contains(where: { $0.contains(token) }), let edtf = date.edtf, date.type != .duration
        else {
          continue
        }
        return Claim.When(edtf: edtf, anchor: date.anchor, rule: "date-beside-cue")
      }
    }
    return nil
  }

  private static func afterAddressee(_ token: Int, _ scan: borrowing ClaimScan) -> Int {
    guard !scan.isDate[token], let phrase = scan.nounPhrase(at: token) else { return token }
    return Int(phrase.tokens.upperBound)
  }
}
