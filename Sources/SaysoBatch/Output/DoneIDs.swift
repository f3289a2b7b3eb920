internal import Glibc
internal import SaysoRecord
internal import SaysoText

/// The ids of the lines that an output holds already.
struct DoneIDs: Sendable {
  private(set) var hashes: Set<UInt64> = []

  init() {}

  func contains(_ id: UInt64) -> Bool { !hashes.isEmpty && hashes.contains(id) }

  static func hash(_ id: String) -> UInt64 { FoldedHash.hash(id) }

  /// Reads the whole lines of an output. Holds one line at a time.
  init(readingFrom path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var line: [UInt8] = []
    while true {
      let got = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return }
      add(chunk[..<got], to: &line)
    }
  }

  private mutating func add(_ chunk: ArraySlice<UInt8>, to line: inout [UInt8]) {
    var rest = chunk
    while let end = rest.firstIndex(of: 0x0A) {
      line.append(contentsOf: rest[..<end])
      if let id = line.withUnsafeBufferPointer(Self.id) { hashes.insert(Self.hash(id)) }
      line.removeAll(keepingCapacity: true)
      rest = rest[(end + 1)...]
    }
    line.append(contentsOf: rest)
  }

  private static let keys = JSONObjectKeys(["id"])

  /// The id of a record; nil where the line is none.
  private static func id(_ line: UnsafeBufferPointer<UInt8>) -> String? {
    guard case .string(let id)? = try? keys.read(line).values.first.flatMap({ $0 }) else { return nil }
    return String(decoding: id, as: UTF8.self)
  }
}
