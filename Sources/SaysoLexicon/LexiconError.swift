/// What can be wrong with a lexicon, where, and what to do about it.
public enum LexiconError: Error, Equatable, CustomStringConvertible {
  /// A line of a list is not as the format wants it. Lines count from 1.
  case malformed(file: String, line: Int, found: String, expected: String)
  /// A line can be read, and is probably not what its author meant.
  case doubtful(file: String, line: Int, found: String, expected: String)
  /// A compiled lexicon cannot be used: another version, truncated, or its checksum does not match.
  case badImage(path: String, reason: String)
  /// A compiled book is as bad, and its source is not known.
  case badBook(path: String, reason: String)
  /// A file or folder cannot be read or written; `reason` is the system's word for it.
  case io(path: String, reason: String)

  public var description: String {
    switch self {
    case .malformed(let file, let line, let found, let expected):
      "\(file):\(line): found \(found), expected \(expected)"
    case .doubtful(let file, let line, let found, let expected):
      "\(file):\(line): warning: found \(found), expected \(expected)"
    case .badImage(let path, let reason): "\(path): not a usable compiled lexicon (\(reason)); it will be rebuilt"
    case .badBook(let path, let reason):
      "\(path): not a usable compiled lexicon (\(reason)); make it again with `sayso lexicon build`"
    case .io(let path, let reason): "\(path): \(reason)"
    }
  }

  /// Whether the line is used all the same.
  public var isDoubt: Bool { if case .doubtful = self { true } else { false } }

  /// The error for a compiled file that can't be rebuilt.
  var withoutSource: LexiconError {
    if case .badImage(let path, let reason) = self { return .badBook(path: path, reason: reason) }
    return self
  }
}
