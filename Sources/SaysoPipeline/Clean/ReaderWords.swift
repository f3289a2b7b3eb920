import SaysoLexicon

/// The words with which a site speaks of itself and to its reader. In an article they stand in quotations and letters;
/// a block where they are much more common than in the article itself is the site's: appeals, terms, sign-up forms.
enum ReaderWords {
  static func contains(_ word: WordID) -> Bool {
    word == .we || word == .our || word == .us || word == .you || word == .your
  }
}
