internal import Glibc
public import SaysoRecord
internal import SaysoText

/// Reads the annotations of any number of files in order, one in memory at a time.
///
///     var corpus = try CorpusReader(paths, parts: [.entities, .claims])
///     while let record = try corpus.next() { ... }
///     for line in corpus.tally.report() { print(line) }
///
/// Lines that are no annotations, of another major version, or cut off are left out and counted in `tally`, as are
/// error records and articles that come twice. One thread at a time.
public struct CorpusReader {
  /// Opens a file for reading by lines; the program gives one that unpacks gzip.
  public typealias Opener = (String) throws(RecordFileError) -> RecordLines

  public private(set) var tally = CorpusTally()
  private var waiting: ArraySlice<String>
  private var lines: RecordLines?
  private let reader: AnnotationReader
  private let open: Opener
  private var seen: Set<UInt64> = []

  /// - Parameters:
  ///   - paths: `-` is standard input. A file that is missing is found out before anything is read.
  ///   - parts: the bulky parts that are wanted.
  public init(
    _ paths: [String], parts: AnnotationReader.Parts = .all,
    open: @escaping Opener = { (path) throws(RecordFileError) in try RecordLines(path) }
  ) throws(RecordFileError) {
    for path in paths where path != "-" && access(path, F_OK) != 0 { throw .missing(path: path) }
    waiting = paths[...]
    reader = AnnotationReader(parts: parts)
    self.open = open
  }

  /// The next annotation; nil at the end of the last file.
  public mutating func next() throws(RecordFileError) -> AnnotationRecord? {
    while true {
      guard let file = try currentFile() else { return nil }
      let line: UnsafeBufferPointer<UInt8>?
      do throws(RecordFileError) {
        line = try file.next()
      } catch .lineTooLong(let path, let number, let limit) {
        tally.refuse(.init(path: path, line: number, reason: .tooLong(limit: limit)))
        continue
      }
      guard let line else {
        lines = nil
        continue
      }
      if let record = record(line, of: file) { return record }
    }
  }

  private mutating func currentFile() throws(RecordFileError) -> RecordLines? {
    if let lines { return lines }
    guard let path = waiting.popFirst() else { return nil }
    lines = try open(path)
    return lines
  }

  private mutating func record(_ line: UnsafeBufferPointer<UInt8>, of file: RecordLines) -> AnnotationRecord? {
    do throws(RecordError) {
      let record = try reader.read(line)
      guard seen.insert(Self.fingerprint(record)).inserted else {
        tally.repeated += 1
        return nil
      }
      tally.articles += 1
      return record
    } catch {
      if case .otherRecord(ErrorRecord.schema) = error.kind {
        tally.failedInputs += 1
      } else {
        tally.refuse(.init(path: file.path, line: file.number, reason: Self.reason(error, isWhole: file.isWhole)))
      }
      return nil
    }
  }

  private static func reason(_ error: RecordError, isWhole: Bool) -> CorpusTally.Refusal.Reason {
    switch error.kind {
    case .otherVersion(let schema): .otherVersion(schema)
    case .otherRecord(let schema): .noAnnotation("its schema is \"\(schema.prefix(60))\"")
    case .syntax, .encoding: isWhole ? .noAnnotation(error.description) : .truncated
    case .missingKey where error.path == "schema": .noAnnotation("it has no \"schema\"")
    case .wrongType where error.path.isEmpty: .noAnnotation(error.description)
    default: .broken(error)
    }
  }

  /// What tells articles apart: the id, and the bytes they were read from.
  private static func fingerprint(_ record: AnnotationRecord) -> UInt64 {
    FoldedHash.mix(FoldedHash.hash(record.id) ^ FoldedHash.mix(FoldedHash.hash(record.input.sha256) &+ 1))
  }
}
