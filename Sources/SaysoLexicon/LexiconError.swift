/// What can be wrong with a lexicon, where, and what to do about it.
public enum LexiconError: Error, Equatable, CustomStringConvertible {
  /// A line of a list is not as the format wants it. Lines count from 1.
  case malformed(file: String, line: Int, found: String, expected: String)
  /// A compiled lexicon cannot be used: another version, truncated, or its checksum does not match.
  case badImage(path: String, reason: String)
  /// A file or folder cannot be read or written; `reason` is the system's word for it.
  case io(path: String, reason: String)

  public var description: String {
    switch self {
    case .malformed(let file, let line, let found, let expected):
      "\(file):\(line): found \(found), expected \(expected)"
    case .badImage(let path, let reason): "\(path): not a usable compiled lexicon (\(reason)); it will be rebuilt"
    case .io(let path, let reason): "\(path): \(reason)"
    }
  }
}
