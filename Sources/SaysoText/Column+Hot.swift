/// One column of a struct of arrays: a growable buffer of trivial values whose reads are total.
///
/// An index outside the column reads as `neutral`, so a rule may look at `column[i - 1]` or `column[i + 2]` at the
/// edges of a text without a check of its own. Copies share the memory; the table that made the column frees it.
///
/// `@frozen` and `@inlinable` because every stage reads columns once per token from another module: behind an
/// opaque accessor the same loop is 2 to 2.7 times slower.
@frozen
public struct Column<Element: BitwiseCopyable> {
  /// Start of the elements. Settable only because inlined code writes it; use `append` and `resize`.
  public var base: UnsafeMutablePointer<Element>
  /// Number of elements; settable for the same reason.
  public var count: Int
  /// Number of elements that fit without growing.
  public var capacity: Int
  public let neutral: Element

  /// An empty column that reads as `neutral` everywhere.
  @inlinable
  public init(neutral: Element, capacity: Int = 64) {
    self.base = .allocate(capacity: max(1, capacity))
    self.capacity = max(1, capacity)
    self.count = 0
    self.neutral = neutral
  }

  /// The element at `index`; `neutral` outside the column. Writing outside the column does nothing. O(1).
  @inlinable
  public subscript(_ index: Int) -> Element {
    @inline(__always) get {
      UInt(bitPattern: index) < UInt(bitPattern: count) ? base[index] : neutral
    }
    @inline(__always) nonmutating set {
      if UInt(bitPattern: index) < UInt(bitPattern: count) { base[index] = newValue }
    }
  }

  @inlinable
  @inline(__always)
  public mutating func append(_ element: Element) {
    if count == capacity { grow(to: count &+ 1) }
    base[count] = element
    count &+= 1
  }

  /// Appends `count` elements from memory.
  @inlinable
  @inline(__always)
  public mutating func append(_ from: UnsafePointer<Element>, count added: Int) {
    if count &+ added > capacity { grow(to: count &+ added) }
    (base + count).update(from: from, count: added)
    count &+= added
  }

  /// Makes the column `wanted` long without setting what is new: for a loop that writes every element through `base`.
  @inlinable
  public mutating func stretch(to wanted: Int) {
    if wanted > capacity { grow(to: wanted) }
    count = max(0, wanted)
  }

  /// Makes room for at least `wanted` elements.
  @inlinable
  @inline(never)
  mutating func grow(to wanted: Int) {
    let larger = max(wanted, capacity &* 2)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    moved.update(from: base, count: count)
    base.deallocate()
    base = moved
    capacity = larger
  }

  /// Sets the length: new elements are `neutral`.
  @inlinable
  public mutating func resize(to wanted: Int) {
    if wanted > capacity { grow(to: wanted) }
    if wanted > count { (base + count).update(repeating: neutral, count: wanted - count) }
    count = max(0, wanted)
  }

  /// Makes the column `wanted` long and every element `neutral`.
  @inlinable
  public mutating func refill(to wanted: Int) {
    count = 0
    resize(to: wanted)
  }

  /// Empties the column. Memory is kept for the next text unless the last one was unusually large.
  @inlinable
  public mutating func removeAll() {
    count = 0
    guard capacity > 1 << 20 else { return }
    base.deallocate()
    base = .allocate(capacity: 64)
    capacity = 64
  }

  /// Gives the memory back. The column and its copies must not be used afterwards.
  @inlinable
  public func free() {
    base.deallocate()
  }

  /// The elements as a buffer, valid until the column next grows.
  @inlinable public var buffer: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }
}
