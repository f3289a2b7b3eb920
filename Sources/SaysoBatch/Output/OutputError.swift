internal import Glibc

/// Why the lines could not be written.
public enum OutputError: Error, Equatable, CustomStringConvertible {
  /// The output is there already, and neither `--force` nor `--resume` was given.
  case exists(path: String)
  /// An interrupted run left its part of the output.
  case unfinished(path: String)
  case cannotCreate(path: String, reason: String)
  /// A write failed, mostly because the disk is full.
  case writeFailed(path: String, reason: String)
  /// Nobody reads the other end of the pipe any more.
  case closedPipe

  public var description: String {
    switch self {
    case .exists(let path): "\(path): exists already; --force overwrites it, --resume goes on with it"
    case .unfinished(let path):
      "\(path): an interrupted run left this; --resume goes on from there, --force begins again"
    case .cannotCreate(let path, let reason): "\(path): can't be created: \(reason)"
    case .writeFailed(let path, let reason): "\(path): writing failed: \(reason)"
    case .closedPipe: "the pipe was closed"
    }
  }

  /// CONTRACT.md, "Errors and exit codes".
  public var exitCode: Int32 {
    switch self {
    case .exists, .unfinished, .cannotCreate: 73
    case .writeFailed: 74
    case .closedPipe: 0
    }
  }

  static func reason() -> String { String(cString: strerror(errno)) }
}
