internal import Glibc
internal import SaysoRead
internal import SaysoText

/// The ids of the lines that an output holds already.
struct DoneIDs: Sendable {
  private(set) var hashes: Set<UInt64> = []
  /// Length of the output up to its last line end.
  private(set) var wholeBytes = 0

  init() {}

  func contains(_ id: UInt64) -> Bool { !hashes.isEmpty && hashes.contains(id) }

  static func hash(_ id: String) -> UInt64 { FoldedHash.hash(id) }

  /// Reads an output from its start. Holds one line at a time.
  init(readingFrom descriptor: Int32) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { return }
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
      if let id = line.withUnsafeBufferPointer(LineID.read) { hashes.insert(Self.hash(id)) }
      wholeBytes += line.count + 1
      line.removeAll(keepingCapacity: true)
      rest = rest[(end + 1)...]
    }
    line.append(contentsOf: rest)
  }
}
