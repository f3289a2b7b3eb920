import SaysoLexicon
import SaysoRecord
import SaysoText

extension NameScan {
  /// What the words around a name make of it, or nil where they say nothing: "in X", "the mayor of X", "X said",
  /// "shares of X", "X, a chip maker", "the newspaper X".
  func contextType(of name: Range<Int>) -> MentionType? {
    let before = name.lowerBound - 1
    let after = name.upperBound
    let isOpen = before >= bounds.lowerBound
    if isOpen, word[before] == .in, has(before - 1, .shareNoun) { return .organization }
    if isOpen, has(before, .beforePlace) { return .place }
    if isOpen, word[before] == .of, has(before - 1, .placeNoun) { return .place }
    if isOpen, isBehindPlaceHead(name.lowerBound) || isOfThe(name.lowerBound) { return .place }
    if isOpen, word[before] == .to, has(before - 1, .motionVerb) { return .place }
    if after < bounds.upperBound, has(after, .afterPlace), !isUpper(after) { return .place }
    if isJoinedToPlace(name) { return .place }
    if isOpen, word[before] == .of || word[before] == .in, has(before - 1, .beforeOrganization) { return .organization }
    if let type = apposition(behind: after) { return type }
    if isOpen, has(before, [.beforeOrganization, .organizationNoun]), !isUpper(before) || isSentenceStart(before) {
      return .organization
    }
    if after < bounds.upperBound, has(after, .afterOrganization) { return .organization }
    if word[after] == .cliticS, has(after + 1, [.afterOrganization, .organizationNoun]) { return .organization }
    if isOpen, has(before, .beforePerson) { return .person }
    if word[after] == .comma, word[after + 1] == .who { return .person }
    return after < bounds.upperBound && has(after, .afterPerson) ? .person : nil
  }

  /// "the river X", "the town X": a noun for a place in lower case that also makes names of places.
  func isBehindPlaceHead(_ token: Int) -> Bool {
    let before = token - 1
    return before >= bounds.lowerBound && has(before, .placeHead) && has(before, .placeNoun) && !isUpper(before)
  }

  /// "the valley of the X", "the waters of the X".
  private func isOfThe(_ token: Int) -> Bool {
    token - 3 >= bounds.lowerBound && word[token - 1] == .the && word[token - 2] == .of && has(token - 3, .placeNoun)
  }

  /// "X and Norway", "Norway and X": what is joined to a listed place is one.
  private func isJoinedToPlace(_ name: Range<Int>) -> Bool {
    let after = name.upperBound
    if word[after] == .and, let place = match(at: after + 1, EntryTypes(.place)) { return isSurePlace(place) }
    let before = name.lowerBound - 1
    guard word[before] == .and, before - 1 >= bounds.lowerBound, let place = match(at: before - 1, EntryTypes(.place))
    else { return false }
    return place.count == 1 && isSurePlace(place)
  }

  /// Whether a listed place is nothing else, as far as its list knows.
  func isSurePlace(_ match: LexiconMatch) -> Bool {
    record(match.entry).guards.isDisjoint(with: [.name, .word]) && !has(Int(match.first), .neverName)
  }

  func startsSurePlace(_ token: Int) -> Bool {
    guard let place = match(at: token, EntryTypes(.place)) else { return false }
    return isSurePlace(place)
  }

  /// The type that "a chip maker", "the town in the south", "a herder" behind a comma gives a name. Looks six words on.
  private func apposition(behind after: Int) -> MentionType? {
    guard word[after] == .comma, word[after + 1] == .a || word[after + 1] == .an || word[after + 1] == .the else {
      return nil
    }
    var found: MentionType?
    for token in after + 2..<min(bounds.upperBound, after + 8) {
      if has(token, .organizationNoun) {
        found = .organization
      } else if has(token, .placeNoun), tag[token] == .nn {
        found = .place
      } else if has(token, .title), !isUpper(token), tag[token] == .nn {
        found = .person
      } else if found != nil || tag[token] == .in || tag[token] == .punct {
        break
      }
    }
    return found
  }
}
