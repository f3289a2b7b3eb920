public import Foundation

/// Runs the `sayso` that was built beside the tests.
public enum Program {
  /// What a run left behind.
  public struct Result: Sendable {
    public var status: Int32
    /// The signal that ended it, where one did.
    public var signal: Int32?
    public var output: Data
    public var errors: String

    /// Standard output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }

    /// The lines of standard output, without their line ends.
    public var lines: [String] { text.split(separator: "\n").map(String.init) }
  }

  /// Why a program could not be run to its end.
  public enum ProgramError: Error {
    case notBuilt(String)
    case tooLong(seconds: Double)
  }

  /// The built binary's path.
  public static func path() throws -> String {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let besideTests = tests.deletingLastPathComponent().appending(path: "sayso").path
    let besideBundle = Bundle.main.bundleURL.appending(path: "sayso").path
    let argument = URL(filePath: CommandLine.arguments.first ?? "").deletingLastPathComponent().appending(path: "sayso")
    for path in [argument.path, besideBundle, besideTests] where FileManager.default.isExecutableFile(atPath: path) {
      return path
    }
    throw ProgramError.notBuilt(besideTests)
  }

  /// Runs `sayso` with `arguments` and waits for its end.
  /// - Parameters:
  ///   - input: standard input; empty unless given.
  ///   - environment: added to the tests' own.
  ///   - seconds: after which it is ended and the run counts as failed.
  public static func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:], in folder: String? = nil,
    seconds: Double = 120
  ) throws -> Result {
    try run(executable: path(), arguments, input: input, environment: environment, in: folder, seconds: seconds)
  }

  /// Runs any program the same way.
  public static func run(
    executable: String, _ arguments: [String], input: Data = Data(), environment: [String: String] = [:],
    in folder: String? = nil, seconds: Double = 120
  ) throws -> Result {
    let files = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: files.write(Array(input), to: "input")))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: files.write("", to: "output")))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: files.write("", to: "errors")))
    try process.run()
    try wait(for: process, seconds)
    let signal = process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil
    return Result(
      status: process.terminationStatus, signal: signal, output: Data(try files.read("output")),
      errors: String(decoding: try files.read("errors"), as: UTF8.self))
  }

  private static func wait(for process: Process, _ seconds: Double) throws {
    let end = Date(timeIntervalSinceNow: seconds)
    while process.isRunning {
      if Date() > end {
        process.terminate()
        throw ProgramError.tooLong(seconds: seconds)
      }
      usleep(2000)
    }
  }
}
