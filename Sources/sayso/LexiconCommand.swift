import ArgumentParser
import Glibc
import SaysoICU
import SaysoLexicon
import SaysoPipeline

/// `sayso lexicon build|check|stats|find`.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Compile, check, count and search lexicons: ours and your own.",
    discussion: """
      EXAMPLES
        sayso lexicon check our-names.tsv
        sayso lexicon build our-names.tsv sanctions.ftm.json -o names.bin
        sayso annotate articles/ --lexicon names.bin
        sayso lexicon find "Orrin Ferries" --lexicon names.bin
      """,
    subcommands: [Build.self, Check.self, Stats.self, Find.self])

  struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compile files of names into one file for --lexicon, or a folder of lists.",
      discussion: """
        Files of names are our TSV, spaCy patterns or FollowTheMoney entities (JSON lines). --lexicon compiles such \
        files by itself and keeps the result; build makes a file that can be carried elsewhere. Lines that can't be used \
        are told on standard error and left out.

        EXAMPLES
          sayso lexicon build our-names.tsv patterns.jsonl -o names.bin
          sayso lexicon build Lexicons -o lexicon.bin
        """)

    @Argument(help: "Files of names, or one folder of lists.") var inputs: [String] = ["Lexicons"]
    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file")) var output: String
    @Flag(name: .long, help: "Replace the file if it exists.") var force = false

    func run() throws {
      if !force, access(output, F_OK) == 0 {
        throw CommandFailure.cannotCreate("\(output) exists; --force replaces it").exit()
      }
      if inputs.count == 1, LexiconAccess.isFolder(inputs[0]) { return try buildLists(inputs[0]) }
      var store = try LexiconAccess.books()
      let (book, bytes) = try LexiconAccess.catching { try store.build(inputs, to: output) }
      for problem in store.problems { StandardError.write("sayso: \(problem)\n") }
      if store.leftOut > 0 { StandardError.write("\(store.leftOut) entities of kinds without names left out\n") }
      StandardError.write("\(output): \(book.entryCount) entries, \(book.phraseCount) names, \(bytes) bytes\n")
    }

    private func buildLists(_ folder: String) throws {
      var store = LexiconStore(support: try ICUScriptSupport())
      let bytes = try LexiconAccess.catching { try store.write(lists: folder, to: output) }
      for problem in store.problems { StandardError.write("sayso: \(problem)\n") }
      StandardError.write("\(output): \(bytes) bytes\n")
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List everything that is wrong or doubtful in files of names or folders of lists, with file and line.",
      discussion: """
        Wrong: lines that are no rows, unknown types, names that no text can match or that would match everywhere. \
        Doubtful (warning): keys that come twice, a name with two types, an everyday word without a guard.

        EXAMPLES
          sayso lexicon check our-names.tsv patterns.jsonl
          sayso lexicon check our-names.tsv --strict && sayso lexicon build our-names.tsv -o names.bin

        EXIT CODES
          0 nothing wrong, 1 something is (with --strict: or doubtful), 64 usage, 66 input missing, 74 reading failed
        """)

    @Argument(help: "Files of names, and folders of lists.") var inputs: [String] = ["Lexicons"]
    @Flag(name: .long, help: "End with 1 also where something is doubtful.") var strict = false

    func run() throws {
      for path in inputs where access(path, F_OK) != 0 {
        throw CommandFailure.missingInput("\(path): no such file or folder").exit()
      }
      let lexicon = try LexiconAccess.open(nil)
      var problems: [LexiconError] = []
      for folder in inputs where LexiconAccess.isFolder(folder) {
        var lists = LexiconStore(support: try ICUScriptSupport())
        _ = try LexiconAccess.catching { try lists.image(ofLists: folder) }
        problems += lists.problems
      }
      var store = try LexiconAccess.books()
      let found = try LexiconAccess.catching { try store.check(inputs, with: lexicon) }
      problems += found.filter { !problems.contains($0) }
      for problem in problems { try StandardOutput.write("\(problem)\n") }
      let doubts = problems.count { $0.isDoubt }
      StandardError.write("\(problems.count - doubts) errors, \(doubts) warnings\n")
      if problems.count > (strict ? 0 : doubts) { throw ExitCode(1) }
    }
  }

  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Count the entries of lists, or of files of names.",
      discussion: """
        EXAMPLES
          sayso lexicon stats
          sayso lexicon stats names.bin our-names.tsv
        """)

    @Argument(help: "A folder of lists, or files of names; the installed lists where none is given.")
    var inputs: [String] = []

    func run() throws {
      if let first = inputs.first, !LexiconAccess.isFolder(first) { return try countBooks() }
      let lexicon = try LexiconAccess.open(inputs.first)
      var text = lexicon.lists.map { "\($0.entries)\t\($0.name)\n" }.joined()
      text +=
        "\(lexicon.tables.entryCount)\tentries in all; \(lexicon.tables.wordCount) words; \(lexicon.contentHash)\n"
      try StandardOutput.write(text)
    }

    private func countBooks() throws {
      var store = try LexiconAccess.books()
      for path in inputs {
        let book = try LexiconAccess.catching { try store.open(path) }
        var text = book.contents.map { "\($0.entries)\t\($0.name)\n" }.joined()
        text += book.kindCounts.map { "\($0.entries)\t  \($0.kind)\n" }.joined()
        text += "\(book.entryCount)\tentries in all; \(book.phraseCount) names\n"
        try StandardOutput.write(text)
      }
    }
  }

  struct Find: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the entries that match in a text: what, where it is listed, and what the row says.",
      discussion: """
        One line for each match, longest first: the text, the entry's name, its type and kind, list and line, attributes. \
        Ends with 1 where nothing matches.

        EXAMPLES
          sayso lexicon find "Port-au-Prince"
          sayso lexicon find "Orrin Lines" --lexicon our-names.tsv
        """)

    @Argument(help: "A name, or a stretch of text.") var text: String
    @Option(name: .long, help: ArgumentHelp("Also look in this file of names.", valueName: "file"))
    var lexicon: [String] = []

    func run() throws {
      var finder = NameFinder(try LexiconAccess.open(nil, books: lexicon), support: try ICUScriptSupport())
      let lines = finder.find(text)
      try StandardOutput.write(lines.map { $0 + "\n" }.joined())
      if lines.isEmpty { throw ExitCode(1) }
    }
  }
}
