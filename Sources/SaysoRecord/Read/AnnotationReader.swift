internal import SaysoText

/// Reads one annotation line at a time into an `AnnotationRecord`.
///
///     let reader = AnnotationReader(parts: [.mentions, .claims])
///     let record = try reader.read(line)        // throws RecordError: claims[3].source.kind: expected one of …
///
/// Keys that it does not know are stepped over, so that lines of later minor versions read as well. Missing required
/// keys, values of a wrong type, unknown names of a closed vocabulary and other major versions are errors with the
/// path of the key. Whether ids and offsets point at something is not checked here. O(length of the line).
public struct AnnotationReader: Sendable {
  /// The bulky parts of a record. What is not asked for is checked for syntax only, and stays empty.
  public struct Parts: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let text = Parts(rawValue: 1)
    public static let zones = Parts(rawValue: 2)
    public static let sentences = Parts(rawValue: 4)
    public static let tokens = Parts(rawValue: 8)
    public static let mentions = Parts(rawValue: 16)
    public static let entities = Parts(rawValue: 32)
    public static let claims = Parts(rawValue: 64)
    public static let all = Parts(rawValue: 127)
  }

  public let parts: Parts

  public init(parts: Parts = .all) {
    self.parts = parts
  }

  /// The record in `line`, with or without its line end.
  public func read(_ line: UnsafeBufferPointer<UInt8>) throws(RecordError) -> AnnotationRecord {
    guard SourceText.isValidUTF8(line) else { throw RecordError(.encoding, offset: 0) }
    var scanner = RecordScanner(line)
    let record = try scanner.record(parts)
    do throws(JSONError) { try scanner.json.finish() } catch { throw scanner.failure(error) }
    return record
  }

  /// The record in `line`.
  public func read(_ line: [UInt8]) throws(RecordError) -> AnnotationRecord {
    let result: Result<AnnotationRecord, RecordError> = line.withUnsafeBufferPointer { line in
      do throws(RecordError) { return .success(try read(line)) } catch { return .failure(error) }
    }
    return try result.get()
  }
}
