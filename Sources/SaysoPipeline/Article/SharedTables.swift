public import SaysoLexicon

/// What the stages of every worker read and none changes, made once from the lexicon: the models that take longest on
/// threads of their own, so that a short run does not wait for them one after the other.
public final class SharedTables: Sendable {
  public let lexicon: Lexicon
  private let wordClassModel: Background<WordClassModel>
  private let englishDates: Background<DateLanguage>
  private let countryEntries: Background<[String: EntryID]>

  public init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    wordClassModel = Background { WordClassModel(lexicon) }
    englishDates = Background { DateLanguage(DateVocabulary(lexicon), dayFirst: false) }
    countryEntries = Background {
      let entries = lexicon.entries(inList: "places/countries").filter { $0.attribute("status") == nil }
      return Dictionary(entries.map { ($0.country ?? "", $0.id) }) { first, _ in first }
    }
  }

  /// Starts the threads, if they have not been. Called where a stage context is made, so that a program can first
  /// say which signals its threads take.
  func begin() {
    wordClassModel.begin()
    englishDates.begin()
  }

  var wordClasses: WordClassModel { wordClassModel.value }
  /// The rows of today's states and territories by their codes: "FR". Made when an article in another language names
  /// one.
  var countries: [String: EntryID] { countryEntries.value }
  /// The date grammar with the words of English; a copy for each stage, over one table.
  var dates: DateLanguage { englishDates.value }
}
