public import SaysoRecord

/// Reads the findings of an earlier run, which are known and need not be told again: its `jsonl` or its `sarif`.
public enum Baseline {
  /// Why a baseline can't be used.
  public enum Failure: Error, CustomStringConvertible {
    case file(RecordFileError)
    case noFinding(path: String, line: Int)

    public var description: String {
      switch self {
      case .file(let error): error.description
      case .noFinding(let path, let line):
        "\(path):\(line): no finding; --baseline takes what sayso audit wrote as jsonl or sarif"
      }
    }
  }

  /// Fingerprints of the findings in a file. Profiles among them are stepped over. O(size of the file).
  public static func read(_ path: String) throws(Failure) -> Set<UInt64> {
    var found: Set<UInt64> = []
    var fingerprints = Fingerprints()
    var document: String?
    do throws(RecordFileError) {
      let lines = try RecordLines(path)
      while let line = try lines.next() {
        switch read(line) {
        case .finding(let check, let id, let text):
          if id != document { fingerprints.endArticle() }
          document = id
          found.insert(fingerprints.next(check: check, document: id, text: text))
        case .sarif(let known): found.formUnion(known)
        case .profile: continue
        case nil: throw .unreadable(path: path, reason: "line \(lines.number)")
        }
      }
    } catch {
      if case .unreadable(_, let reason) = error, reason.hasPrefix("line "), let line = Int(reason.dropFirst(5)) {
        throw .noFinding(path: path, line: line)
      }
      throw .file(error)
    }
    return found
  }

  private enum Line {
    case finding(check: String, document: String, text: String)
    case profile
    case sarif(Set<UInt64>)
  }

  private static let keys = JSONObjectKeys(["schema", "check", "document", "text", "runs"])

  private static func read(_ line: UnsafeBufferPointer<UInt8>) -> Line? {
    guard let fields = try? keys.read(line) else { return nil }
    func string(_ index: Int) -> String? {
      if case .string(let bytes) = fields.values[index] { String(decoding: bytes, as: UTF8.self) } else { nil }
    }
    switch string(0) {
    case Finding.schema:
      guard let check = string(1), let document = string(2), let text = string(3) else { return nil }
      return .finding(check: check, document: document, text: text)
    case AuditSummary.schema: return .profile
    default: return fields.values[4] == nil ? nil : (try? sarif(line)).map { .sarif($0) }
    }
  }

  /// The fingerprints of a SARIF log on one line.
  private static func sarif(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) -> Set<UInt64> {
    var json = JSONScanner(bytes)
    var found: Set<UInt64> = []
    try json.beginObject()
    while let key = try json.nextKey() {
      guard key.string == "runs" else {
        try json.skipValue()
        continue
      }
      try json.beginArray()
      while try json.nextElement() { try run(&json, &found) }
    }
    return found
  }

  private static func run(_ json: inout JSONScanner, _ found: inout Set<UInt64>) throws(JSONError) {
    try json.beginObject()
    while let key = try json.nextKey() {
      guard key.string == "results" else {
        try json.skipValue()
        continue
      }
      try json.beginArray()
      while try json.nextElement() { try result(&json, &found) }
    }
  }

  private static func result(_ json: inout JSONScanner, _ found: inout Set<UInt64>) throws(JSONError) {
    try json.beginObject()
    while let key = try json.nextKey() {
      guard key.string == "partialFingerprints" else {
        try json.skipValue()
        continue
      }
      try json.beginObject()
      while try json.nextKey() != nil {
        if let value = UInt64(try json.string().string, radix: 16) { found.insert(value) }
      }
    }
  }
}
