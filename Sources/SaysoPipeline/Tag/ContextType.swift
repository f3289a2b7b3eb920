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
    if isOpen, has(before, .beforePlace) { return .place }
    if isOpen, word[before] == .of, has(before - 1, .placeNoun) { return .place }
    if isOpen, word[before] == .of || word[before] == .in, has(before - 1, .beforeOrganization) { return .organization }
    if let type = apposition(behind: after) { return type }
    if isOpen, has(before, [.beforeOrganization, .organizationNoun]), !isUpper(before) { return .organization }
    if after < bounds.upperBound, has(after, .afterOrganization) { return .organization }
    if word[after] == .cliticS, has(after + 1, [.afterOrganization, .organizationNoun]) { return .organization }
    if isOpen, has(before, .beforePerson) { return .person }
    return after < bounds.upperBound && has(after, .afterPerson) ? .person : nil
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
