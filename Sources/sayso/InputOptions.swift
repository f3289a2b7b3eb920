public import ArgumentParser
import Glibc
import SaysoBatch
import SaysoICU
import SaysoLexicon
import SaysoPipeline
public import SaysoRead
import SaysoRecord

/// Options of every command that reads articles.
struct InputOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("Reference date of articles that bring none.", valueName: "yyyy-mm-dd"))
  var date: String?

  @Option(name: .long, help: ArgumentHelp("Language of all articles (BCP 47), whatever they say.", valueName: "tag"))
  var lang: String?

  @Option(help: "Keys of another tool's records: trafilatura or ninjs.") var preset: KeyPreset?
  @Option(help: "JSON key or CSV column of the text (text).") var textKey: String?
  @Option(help: "JSON key of a page's markup, read instead of the text.") var htmlKey: String?
  @Option(help: "JSON key of the id (id).") var idKey: String?
  @Option(help: "JSON key of the publication date (date).") var dateKey: String?
  @Option(help: "JSON key of the title (title).") var titleKey: String?
  @Option(help: "JSON key of the address (url).") var urlKey: String?

  @Option(name: .long, help: ArgumentHelp("In folders, read only files that match (\"*.txt\").", valueName: "pattern"))
  var glob: String?

  @Option(help: ArgumentHelp("Lines that each site repeats, from --save-furniture.", valueName: "file"))
  var furniture: String?
  @Flag(help: "Give records of archives that are no articles an error line each.") var allRecords = false

  @Option(
    name: .customLong("max-bytes"), help: "Articles larger than this give an error line. Accepts k, M and G.")
  var maxBytes: String = "32M"

  @Option(name: .customLong("lexicons"), help: ArgumentHelp("Use the lists in this folder.", valueName: "folder"))
  var lexiconFolder: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Add your own names: our TSV, spaCy patterns or FollowTheMoney entities (JSON lines), or what lexicon build made; may be repeated.",
      valueName: "file"))
  var lexicon: [String] = []

  func validate() throws {
    if let date, ReferenceDate(date) == nil || date.utf8.count != 10 {
      throw ValidationError("--date \(date): no such day. Write it as YYYY-MM-DD, for example 2023-06-04.")
    }
    _ = try bytes()
  }

  /// What the pipeline is told besides what the articles bring.
  func annotatorOptions() throws -> PipelineAnnotator.Options {
    var options = PipelineAnnotator.Options()
    options.date = date.flatMap { ReferenceDate($0) }
    options.language = lang
    guard let furniture else { return options }
    do throws(FurnitureProfileError) {
      options.furniture = try FurnitureProfile(reading: furniture)
    } catch {
      if case .file(.missing) = error { throw CommandFailure.missingInput(error.description).exit() }
      throw CommandFailure.inputOutput(error.description).exit()
    }
    return options
  }

  func readOptions() throws -> ReadOptions {
    var options = ReadOptions()
    var keys = preset?.keys ?? JSONKeys()
    (keys.text, keys.html, keys.id) = (textKey ?? keys.text, htmlKey ?? keys.html, idKey ?? keys.id)
    (keys.date, keys.title, keys.url) = (dateKey ?? keys.date, titleKey ?? keys.title, urlKey ?? keys.url)
    options.keys = keys
    options.glob = glob
    options.allRecords = allRecords
    options.maxBytes = try bytes()
    return options
  }

  private func bytes() throws -> Int {
    guard let bytes = ByteSize.read(maxBytes) else {
      throw ValidationError("--max-bytes \(maxBytes): write a number of bytes, or 500k, 32M, 1G; below 2G.")
    }
    return bytes
  }
}

/// `--color auto|always|never`, and NO_COLOR (no-color.org).
struct ColourOption: ParsableArguments {
  enum When: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  @Option(name: .customLong("color"), help: "Colour in the output: auto (on a terminal), always or never.")
  var color: When = .auto

  var isOn: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: StandardOutput.isTerminal && getenv("NO_COLOR") == nil
    }
  }
}

/// Opens the lexicons and tells of rows that could not be used.
enum LexiconAccess {
  static func open(_ folder: String?, books: [String] = []) throws -> Lexicon {
    try catching {
      var store = LexiconStore(support: try ICUScriptSupport())
      let lexicon = try folder.map { try store.open(lists: $0) } ?? store.openDefault()
      tell(store.problems)
      guard !books.isEmpty else { return lexicon }
      var shelf = try Self.books()
      let opened = try books.map { try shelf.open($0) }
      tell(shelf.problems)
      let (known, left) = (shelf.problems.count, opened.flatMap(\.contents).reduce(0) { $0 + $1.problems })
      if left > known {
        StandardError.write(
          "sayso: \(left - known) lines of --lexicon could not be used; `sayso lexicon check` lists them\n")
      }
      return lexicon.adding(opened)
    }
  }

  /// What opens files of names.
  static func books() throws -> BookStore {
    var store = BookStore(support: try ICUScriptSupport(), readJSON: NameLines.read)
    store.willCompile = { StandardError.write("sayso: compiling \($0), once\n") }
    return store
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Runs `body`; a lexicon error becomes its message and exit code.
  static func catching<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as LexiconError {
      throw CommandFailure.inputOutput(error.description).exit()
    }
  }

  private static func tell(_ problems: [LexiconError]) {
    for problem in problems.prefix(5) { StandardError.write("sayso: \(problem)\n") }
    if problems.count > 5 {
      StandardError.write("sayso: and \(problems.count - 5) more; `sayso lexicon check` lists all\n")
    }
  }
}

extension KeyPreset: ExpressibleByArgument {}
