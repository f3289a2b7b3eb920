import ArgumentParser
import Glibc
import SaysoLexicon
import SaysoRead
import SaysoRecord

/// The ways in which a command can end badly, with the exit codes of docs/OUTPUT.md.
enum CommandFailure: Error {
  case noArticle(String)
  case missingInput(String)
  case cannotCreate(String)
  case inputOutput(String)

  var message: String {
    switch self {
    case .noArticle(let text), .missingInput(let text), .cannotCreate(let text), .inputOutput(let text): text
    }
  }

  var code: Int32 {
    switch self {
    case .noArticle: 65
    case .missingInput: 66
    case .cannotCreate: 73
    case .inputOutput: 74
    }
  }

  /// Runs `body`; a read error becomes the message and exit code of its kind.
  static func catching<Value>(_ body: () throws(ReadError) -> Value) throws -> Value {
    do throws(ReadError) {
      return try body()
    } catch {
      if case .missing = error { throw CommandFailure.missingInput(error.description).exit() }
      throw CommandFailure.inputOutput(error.description).exit()
    }
  }

  /// The exit for an output that could not be written.
  static func output(_ error: OutputError) -> ExitCode {
    StandardError.write("sayso: \(error)\n")
    return ExitCode(error.exitCode)
  }

  /// Prints the message and gives the code to end with.
  func exit() -> ExitCode {
    StandardError.write("sayso: \(message)\n")
    return ExitCode(code)
  }
}

/// Messages for people. Nothing there is lost silently: failure to write to standard error has nowhere to go.
enum StandardError {
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { buffer in
      var written = 0
      while written < buffer.count {
        let put = Glibc.write(2, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        if put <= 0 { return }
        written += put
      }
    }
  }

  static var isTerminal: Bool { isatty(2) == 1 }
}

/// Data. Every write is checked; a closed pipe ends the program quietly through SIGPIPE.
enum StandardOutput {
  static func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { try write($0) }
  }

  static func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    do throws(OutputError) {
      try DescriptorSink.standardOutput.write(bytes)
    } catch {
      throw CommandFailure.output(error)
    }
  }

  static var isTerminal: Bool { isatty(1) == 1 }
}
