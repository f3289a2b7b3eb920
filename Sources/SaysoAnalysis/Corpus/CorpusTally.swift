public import SaysoRecord

/// What became of the lines of annotation files: nothing is lost silently.
public struct CorpusTally: Sendable {
  /// A line that is no annotation which can be read, and why.
  public struct Refusal: Hashable, Sendable, CustomStringConvertible {
    public enum Reason: Hashable, Sendable {
      /// Another kind of record, or none at all.
      case noAnnotation(String)
      /// A major version that this program does not know.
      case otherVersion(String)
      /// The file ends in the middle of it.
      case truncated
      /// An annotation, but broken.
      case broken(RecordError)
      case tooLong(limit: Int)
    }

    public var path: String
    public var line: Int
    public var reason: Reason

    public init(path: String, line: Int, reason: Reason) {
      self.path = path
      self.line = line
      self.reason = reason
    }

    public var description: String {
      let what =
        switch reason {
        case .noAnnotation(let why): "no annotation: \(why)"
        case .otherVersion(let schema):
          "\"\(schema.prefix(60))\" is of another major version; use that sayso to read it"
        case .truncated: "cut off in the middle; the run that wrote it did not end (annotate --resume goes on)"
        case .broken(let error): "broken annotation: \(error)"
        case .tooLong(let limit): "longer than \(limit) bytes"
        }
      return "\(path):\(line): \(what); left out"
    }
  }

  /// Most refusals that are kept one by one.
  static let keptRefusals = 20

  /// Annotations that were read.
  public internal(set) var articles = 0
  /// `sayso.error/1` lines: inputs that could not be annotated when the file was made.
  public internal(set) var failedInputs = 0
  /// Annotations of an article (same id, same bytes) that was read before; left out.
  public internal(set) var repeated = 0
  /// Lines that were refused.
  public internal(set) var refused = 0
  /// The first refusals.
  public internal(set) var refusals: [Refusal] = []

  public init() {}

  mutating func refuse(_ refusal: Refusal) {
    refused += 1
    if refusals.count < Self.keptRefusals { refusals.append(refusal) }
  }

  /// For standard error: each line refused (the first few), and how many were left out for which reason.
  /// - Parameter shown: how many refusals are named one by one.
  public func report(shown: Int = 5) -> [String] {
    var lines = refusals.prefix(shown).map(\.description)
    if refused > lines.count { lines.append("\(refused - lines.count) more lines that can't be used") }
    if failedInputs > 0 { lines.append("\(failedInputs) of the lines say that an input could not be annotated") }
    if repeated > 0 { lines.append("\(repeated) of the lines repeat an article that was read already; left out") }
    return lines
  }

  /// The exit code of the contract: 65 where there were lines and none could be used, 3 where some could not.
  public func exitCode(keepGoing: Bool) -> Int32 {
    if articles == 0, refused > 0 { return 65 }
    return refused > 0 && !keepGoing ? 3 : 0
  }
}
