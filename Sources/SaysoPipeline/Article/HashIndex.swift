import SaysoText

/// Small numbers by hash: an open-addressed table that is emptied in O(1) and keeps its memory between articles.
///
/// Keys are hashes already (see `FoldedHash`): two things with one hash are one thing here.
struct HashIndex {
  private struct Slot {
    var key: UInt64 = 0
    var value: Int32 = 0
    /// The filling that the slot belongs to; another filling's slots count as free.
    var filling: UInt32 = 0
  }

  private var slots: [Slot]
  private var filling: UInt32 = 1
  /// Number of keys.
  private(set) var count = 0

  init() {
    slots = Array(repeating: Slot(), count: 256)
  }

  /// Forgets everything. O(1).
  mutating func removeAll() {
    count = 0
    filling &+= 1
    if filling == 0 { self = HashIndex() }
  }

  /// The number of `key`. O(1).
  subscript(_ key: UInt64) -> Int? {
    let slot = slots[place(of: key)]
    return slot.filling == filling ? Int(slot.value) : nil
  }

  /// Gives `key` a number in place of the one it had. O(1) amortised.
  mutating func set(_ key: UInt64, to value: Int) {
    let place = place(of: key)
    if slots[place].filling != filling { count += 1 }
    slots[place] = Slot(key: key, value: Int32(truncatingIfNeeded: value), filling: filling)
    if count * 2 > slots.count { grow() }
  }

  /// Where `key` stands, or the free slot where it would.
  @inline(__always)
  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: key) & mask
    while slots[place].filling == filling, slots[place].key != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.filling == filling { slots[place(of: slot.key)] = slot }
  }
}
