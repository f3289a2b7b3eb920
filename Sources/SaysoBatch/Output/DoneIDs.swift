internal import Glibc
internal import SaysoRecord
internal import SaysoText

/// The articles whose lines an output holds already: by id and by what was read, so that another article with the same id
/// is not taken for done.
struct DoneIDs: Sendable {
  private(set) var hashes: Set<UInt64> = []
  /// Hashes of id and SHA-256; of the id alone for lines that do not say what was read.
  private var contents: Set<UInt64> = []

  init() {}

  /// Whether an article is done: its id, and the SHA-256 of what was read, where that is known.
  func contains(_ id: UInt64, _ sha256: String?) -> Bool {
    guard !hashes.isEmpty, hashes.contains(id) else { return false }
    return contents.contains(Self.hash(id, sha256)) || contents.contains(Self.hash(id, nil))
  }

  static func hash(_ id: String) -> UInt64 { FoldedHash.hash(id) }

  private static func hash(_ id: UInt64, _ sha256: String?) -> UInt64 {
    FoldedHash.mix(id ^ FoldedHash.mix(FoldedHash.hash(sha256 ?? "") &+ 1))
  }

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
      line.withUnsafeBufferPointer { note($0) }
      line.removeAll(keepingCapacity: true)
      rest = rest[(end + 1)...]
    }
    line.append(contentsOf: rest)
  }

  private static let keys = JSONObjectKeys(["id", "input.sha256"])

  /// Notes the article of a line; a line that is no record has none.
  private mutating func note(_ line: UnsafeBufferPointer<UInt8>) {
    guard let values = try? Self.keys.read(line).values, case .string(let bytes)? = values.first ?? nil else { return }
    let id = Self.hash(String(decoding: bytes, as: UTF8.self))
    hashes.insert(id)
    if case .string(let sha256)? = values.last ?? nil {
      contents.insert(Self.hash(id, String(decoding: sha256, as: UTF8.self)))
    } else {
      contents.insert(Self.hash(id, nil))
    }
  }
}
