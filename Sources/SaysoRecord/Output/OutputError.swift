internal import Glibc

/// Why output could not be written. The message says what happened, where, and what to do.
public enum OutputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file is there already, and nobody said to replace it.
  case exists(path: String)
  /// Another running program is writing the same file.
  case busy(path: String)
  /// The file can't be created.
  case cannotCreate(path: String, reason: String)
  /// No room left, or a quota or size limit reached.
  case full(path: String)
  /// The reader of a pipe has gone.
  case closedPipe(path: String)
  /// Any other failure while writing.
  case failed(path: String, reason: String)

  public var description: String {
    switch self {
    case .exists(let path): "\(path): exists already; replace it with --force, or name another file"
    case .busy(let path): "\(path): another run is writing it; wait for that, or name another file"
    case .cannotCreate(let path, let reason): "\(path): can't be created: \(reason)"
    case .full(let path): "\(path): no space left; free some, or write elsewhere"
    case .closedPipe(let path): "\(path): nobody reads it any more"
    case .failed(let path, let reason): "\(path): writing failed: \(reason)"
    }
  }

  /// The exit code of the contract: 73 where the output could not be made, 74 where writing failed.
  public var exitCode: Int32 {
    switch self {
    case .exists, .busy, .cannotCreate: 73
    case .full, .closedPipe, .failed: 74
    }
  }

  /// The error of a failed write, from `errno`.
  static func writing(_ path: String) -> OutputError {
    switch errno {
    case ENOSPC, EDQUOT, EFBIG: .full(path: path)
    case EPIPE: .closedPipe(path: path)
    default: .failed(path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// The error of something that could not be made, from `errno`.
  public static func creating(_ path: String) -> OutputError {
    .cannotCreate(path: path, reason: String(cString: strerror(errno)))
  }
}
