internal import Glibc

/// What can go wrong before or while bytes are read. The paths are for people: bytes that are not UTF-8 are replaced.
public enum ReadError: Error, Equatable, CustomStringConvertible {
  /// Nothing has that name. Raised before anything is read.
  case missing(path: String)
  /// The system refuses; `reason` is its word for it ("Permission denied").
  case unreadable(path: String, reason: String)
  /// A gzip file ends in the middle.
  case truncatedGzip(path: String)
  /// A gzip file holds what no gzip writes.
  case corruptGzip(path: String)

  public var description: String {
    switch self {
    case .missing(let path): "\(path): no such file or folder; check the spelling (- is standard input)"
    case .unreadable(let path, let reason): "\(path): \(reason)"
    case .truncatedGzip(let path): "\(path): the gzip data end too early; fetch the file again"
    case .corruptGzip(let path): "\(path): the gzip data are corrupt; fetch the file again"
    }
  }

  var code: FailureCode {
    switch self {
    case .missing, .unreadable: .unreadable
    case .truncatedGzip, .corruptGzip: .brokenGzip
    }
  }

  static func system(_ path: String) -> ReadError {
    let code = errno
    return code == ENOENT ? .missing(path: path) : .unreadable(path: path, reason: String(cString: strerror(code)))
  }
}
