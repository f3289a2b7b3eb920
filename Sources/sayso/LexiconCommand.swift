import ArgumentParser
import Glibc
import SaysoICU
import SaysoLexicon

/// `sayso lexicon build|check|stats`.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Compile, check and count the lexicon lists.",
    discussion: """
      EXAMPLES
        sayso lexicon check Lexicons
        sayso lexicon build Lexicons -o lexicon.bin
        sayso lexicon stats
      """,
    subcommands: [Build.self, Check.self, Stats.self])

  struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Compile the lists into one file.")

    @Argument(help: "The folder that holds the lists, as Lexicons/ in the source.")
    var folder: String = "Lexicons"
    @Option(name: .shortAndLong, help: "The file to write.")
    var output: String
    @Flag(name: .long, help: "Replace the file if it exists.")
    var force = false

    func run() throws {
      if !force, access(output, F_OK) == 0 {
        throw CommandFailure.cannotCreate("\(output) exists; --force replaces it").exit()
      }
      do {
        var store = LexiconStore(support: try ICUScriptSupport())
        let bytes = try store.write(lists: folder, to: output)
        for problem in store.problems { StandardError.write("sayso: \(problem)\n") }
        StandardError.write("\(output): \(bytes) bytes\n")
      } catch let error as LexiconError {
        throw CommandFailure.cannotCreate(error.description).exit()
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List everything that is wrong in the lists, with file and line.")

    @Argument(help: "The folder that holds the lists.")
    var folder: String = "Lexicons"

    func run() throws {
      do {
        var store = LexiconStore(support: try ICUScriptSupport())
        let lexicon = try Lexicon(image: try store.image(ofLists: folder))
        for problem in store.problems { try StandardOutput.write("\(problem)\n") }
        StandardError.write("\(lexicon.lists.count) lists, \(store.problems.count) problems\n")
        if !store.problems.isEmpty { throw ExitCode(1) }
      } catch let error as LexiconError {
        throw CommandFailure.missingInput(error.description).exit()
      }
    }
  }

  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Count the entries of each list.")

    @Argument(help: "The folder that holds the lists; the installed lexicon where none is given.")
    var folder: String?

    func run() throws {
      let lexicon = try LexiconAccess.open(folder)
      var text = ""
      for list in lexicon.lists { text += "\(list.entries)\t\(list.name)\n" }
      text +=
        "\(lexicon.tables.entryCount)\tentries in all; \(lexicon.tables.wordCount) words; \(lexicon.contentHash)\n"
      try StandardOutput.write(text)
    }
  }
}
