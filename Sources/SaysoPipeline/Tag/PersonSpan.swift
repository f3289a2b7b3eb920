import SaysoLexicon
import SaysoText

extension NameScan {
  /// The end of a person's name that starts at `first`: capitalised words, initials, particles ("al-", "van der"),
  /// hyphens inside, suffixes ("Jr."). The last token is never a particle or hyphen.
  /// "Abu al-Hussein al-Qurashi, he" from "Abu" ends before the comma.
  func personEnd(from first: Int) -> Int {
    var end = first + 1
    var at = end
    let limit = min(bounds.upperBound, first + NameScan.maxTokens)
    while at < limit {
      if isInnerHyphen(at) {
        at += 1
      } else if isSmallHyphen(at, first) {
        at += 2
        end = at
      } else if has(at, .nameParticle), leadsToName(at, limit) {
        at += 1
      } else if has(at, .nameSuffix), isUpper(at) {
        at += 1
        end = at
      } else if continuesPerson(at, first) {
        at += 1
        end = at
      } else {
        break
      }
    }
    return end
  }

  /// The hyphen of a Korean or Chinese given name behind its family name: "Park Ji-hoon".
  private func isSmallHyphen(_ at: Int, _ first: Int) -> Bool {
    at == first + 2 && word[at] == .hyphen && has(first, .familyName) && touchesPrevious(at) && touchesPrevious(at + 1)
      && shape[at + 1].contains(.hasLetter) && !isUpper(at + 1) && end[at + 1] - start[at + 1] <= 6
  }

  /// Whether a particle is followed, perhaps after a hyphen or another particle, by a capitalised word.
  private func leadsToName(_ at: Int, _ limit: Int) -> Bool {
    var next = at + 1
    while next < min(limit, at + 4), word[next] == .hyphen || word[next] == .apostrophe || has(next, .nameParticle) {
      if isUpper(next) { return true }
      next += 1
    }
    return next < limit && isNameWord(next)
  }

  private func continuesPerson(_ at: Int, _ first: Int) -> Bool {
    if shape[at].contains(.initial) { return true }
    guard isNameWord(at), !has(at, [.orgHead, .orgSuffix]) || at == first + 1 else { return false }
    if has(at, .orgSuffix), shape[at].contains(.dotted) || !has(at, [.ambiguous, .givenName, .familyName]) {
      return false
    }
    if has(at - 1, .orgSuffix), at - 1 > first { return false }
    if has(at - 1, .nameSuffix), isUpper(at - 1), at - 1 > first { return false }
    if let match = match(at: at, .names), match.count > 1 { return false }
    if isTitleCase { return at == first + 1 || tables.info(word[at]).tagClass == 0 }
    return true
  }

  /// The gender that a listed given name gives away.
  func givenGender(_ token: Int) -> Gender {
    guard has(token, .givenName) else { return .unknown }
    for index in matchRange(token) where matches[index].count == 1 && matches[index].type == .name {
      return record(matches[index].entry).gender
    }
    return .unknown
  }

  /// "al-Asadi" from "Asadi": a particle glued on with a hyphen.
  func withParticle(_ surname: Int) -> Int {
    let isGlued =
      word[surname - 1] == .hyphen && start[surname] == end[surname - 1] && start[surname - 1] == end[surname - 2]
    return isGlued && has(surname - 2, .nameParticle) ? surname - 2 : surname
  }

  /// Whether every word of a range is one that the word lists do not know as an ordinary word.
  func isUnlisted(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy {
      !shape[$0].contains(.hasLetter) || tables.info(word[$0]).tagClass == 0 || has($0, [.givenName, .nameParticle])
    }
  }
}
