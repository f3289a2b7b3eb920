public import SaysoLexicon

/// What the stages of every worker read and none changes, made once from the lexicon: the models that take longest on
/// threads of their own, so that a short run does not wait for them one after the other.
public final class SharedTables: Sendable {
  public let lexicon: Lexicon
  private let wordClassModel: Background<WordClassModel>
  private let englishDates: Background<DateLanguage>

  public init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    wordClassModel = Background { WordClassModel(lexicon) }
    englishDates = Background { DateLanguage(DateVocabulary(lexicon), dayFirst: false) }
  }

  /// Starts the threads, if they have not been. Called where a stage context is made, so that a program can first
  /// say which signals its threads take.
  func begin() {
    wordClassModel.begin()
    englishDates.begin()
  }

  var wordClasses: WordClassModel { wordClassModel.value }
  /// The date grammar with the words of English; a copy for each stage, over one table.
  var dates: DateLanguage { englishDates.value }
}
