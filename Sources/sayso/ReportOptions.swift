import ArgumentParser
import Glibc
import SaysoAnalysis
import SaysoRead
import SaysoRecord
import SaysoReport

/// `-o` and what goes with it, for commands that read annotations and write a report.
struct ReportOutput: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file, whole or not at all.", valueName: "file"))
  var output: String?
  @Flag(name: .long, help: "Replace the output file if it exists.")
  var force = false
  @Flag(name: .customLong("keep-going"), help: "End with 0 even if some lines could not be used.")
  var keepGoing = false

  /// Whether the data go to a terminal.
  var isTerminal: Bool { output == nil && StandardOutput.isTerminal }

  /// Columns for tables: the terminal's, or 100.
  var width: Int {
    var size = winsize()
    return isTerminal && ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 100
  }

  func open() throws -> any ByteSink {
    guard let output, output != "-" else { return DescriptorSink.standardOutput }
    do {
      return try OutputFile(output, options: .init(force: force))
    } catch {
      throw CommandFailure.output(error)
    }
  }
}

/// Reads annotation files for a command.
enum CorpusInput {
  /// Gives each annotation to `add`, and returns what it has made with the tally of lines.
  static func read<Reader>(
    _ paths: [String], parts: AnnotationReader.Parts, _ reader: consuming Reader,
    _ add: (inout Reader, AnnotationRecord) throws -> Void
  ) throws -> (reader: Reader, tally: CorpusTally) {
    do {
      var corpus = try CorpusReader(paths, parts: parts) { (path) throws(RecordFileError) in
        try RecordLines.unpacking(path)
      }
      while let record = try corpus.next() { try add(&reader, record) }
      return (reader, corpus.tally)
    } catch let error as RecordFileError {
      if case .missing = error { throw CommandFailure.missingInput(error.description).exit() }
      throw CommandFailure.inputOutput(error.description).exit()
    }
  }

  /// Gives each annotation to an export or a report, says what became of them, and ends with the code for it.
  static func write<Writer: ArticleWriting>(
    _ paths: [String], parts: AnnotationReader.Parts, keepGoing: Bool, quiet: Bool,
    _ open: () throws(OutputError) -> Writer
  ) throws {
    do {
      var (writer, tally) = try read(paths, parts: parts, try open()) { try $0.add($1) }
      let isOfUse = writer.articles > 0 || tally.refused + writer.withoutText == 0
      if isOfUse { try writer.finish() }
      if !quiet || writer.withoutText > 0 { for note in writer.notes { StandardError.write("sayso: \(note)\n") } }
      try end(tally, keepGoing: keepGoing, quiet: quiet)
      if writer.withoutText > 0, !isOfUse || !keepGoing { throw ExitCode(isOfUse ? 3 : 65) }
    } catch let error as OutputError {
      throw CommandFailure.output(error)
    }
  }

  /// Says which lines could not be used, and ends with the code for it.
  static func end(_ tally: CorpusTally, keepGoing: Bool, quiet: Bool) throws {
    if !quiet { for line in tally.report() { StandardError.write("sayso: \(line)\n") } }
    let code = tally.exitCode(keepGoing: keepGoing)
    if code != 0 { throw ExitCode(code) }
  }
}
