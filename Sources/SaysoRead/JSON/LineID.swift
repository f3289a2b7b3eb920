/// The id of a record that we or somebody wrote as one line of JSON.
public enum LineID {
  /// The string under `id` of a whole, valid JSON object; nil for anything else. O(length of the line).
  public static func read(_ line: UnsafeBufferPointer<UInt8>) -> String? {
    var reader = JSONObjectReader(line)
    guard case .string(let id)? = try? reader.fields([Array("id".utf8)]).first.flatMap({ $0 }) else { return nil }
    return String(decoding: id, as: UTF8.self)
  }
}
