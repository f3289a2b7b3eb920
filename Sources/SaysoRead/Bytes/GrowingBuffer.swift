/// Raw memory that is filled from the front, grows by doubling and is used again.
final class GrowingBuffer {
  private(set) var memory: UnsafeMutableRawBufferPointer
  /// Bytes in use, from the front.
  var filled = 0

  init(capacity: Int) {
    memory = .allocate(byteCount: max(1, capacity), alignment: 16)
  }

  deinit {
    memory.deallocate()
  }

  /// The unused end.
  var free: UnsafeMutableRawBufferPointer { UnsafeMutableRawBufferPointer(rebasing: memory[filled...]) }

  /// The used front.
  var used: UnsafeBufferPointer<UInt8> {
    UnsafeRawBufferPointer(rebasing: memory[..<filled]).bindMemory(to: UInt8.self)
  }

  /// Doubles the memory, up to `limit` bytes (or by one byte, so that there is always room after it).
  func grow(limit: Int) {
    let capacity = max(memory.count + 1, min(memory.count * 2, limit))
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 16)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<filled]))
    memory.deallocate()
    memory = larger
  }

  /// A copy of the first `count` used bytes.
  func bytes(upTo count: Int) -> [UInt8] {
    Array(UnsafeRawBufferPointer(rebasing: memory[..<min(count, filled)]))
  }

  /// Drops the first `count` bytes. Costs a move of what is left.
  func drop(_ count: Int) {
    let rest = filled - count
    if rest > 0 {
      memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[count..<filled]))
    }
    filled = max(0, rest)
  }
}
