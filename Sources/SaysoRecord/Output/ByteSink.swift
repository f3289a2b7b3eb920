/// Where finished bytes go. Every write is checked: what returns without an error has been taken whole.
public protocol ByteSink {
  /// Writes all of `bytes` or throws.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(OutputError)

  /// Nothing more comes: makes the output what it was meant to be.
  func finish() throws(OutputError)
}

extension ByteSink {
  public func write(_ bytes: [UInt8]) throws(OutputError) {
    var failure: OutputError?
    bytes.withUnsafeBufferPointer { bytes in
      do throws(OutputError) { try write(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Writes what the writer holds, and empties it; an array that is being written goes on behind it.
  public func drain(_ json: inout JSONByteWriter) throws(OutputError) {
    try write(UnsafeBufferPointer(start: json.base, count: json.count))
    let needsComma = json.needsComma
    json.removeAll()
    json.needsComma = needsComma
  }

  /// Writes what the writer holds once it is worth a system call.
  public func drainWhenFull(_ json: inout JSONByteWriter) throws(OutputError) {
    if json.count >= 1 << 16 { try drain(&json) }
  }
}

/// Keeps the bytes in memory: for tests, and for output that is looked at before it is written.
public final class MemorySink: ByteSink {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public func write(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes.append(contentsOf: bytes) }

  public func finish() {}
}
