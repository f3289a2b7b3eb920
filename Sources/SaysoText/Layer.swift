/// An annotation that lies at one place in the text.
public protocol Spanned {
  /// The bytes that the annotation covers.
  var span: TextSpan { get }
}

/// One kind of annotation over a text, sorted by start (longer first), with look-up by binary search.
///
/// Elements may overlap and nest. Look-ups that have to find elements which begin before a position use the longest
/// element's length as a bound, so they are O(log n + k) for layers whose elements are short beside the text.
public struct Layer<Element: Spanned> {
  public private(set) var elements: [Element] = []
  private var longest: Int32 = 0

  public init() {}

  public init(_ elements: [Element]) {
    for element in elements.sorted(by: { $0.span < $1.span }) { append(element) }
  }

  public var count: Int { elements.count }
  public var isEmpty: Bool { elements.isEmpty }

  @inlinable public subscript(_ index: Int) -> Element { elements[index] }

  /// Adds an element. One that does not come last in order is inserted at its place: O(n) then, O(1) otherwise.
  public mutating func append(_ element: Element) {
    longest = max(longest, element.span.end - element.span.start)
    guard let last = elements.last, element.span < last.span else {
      elements.append(element)
      return
    }
    elements.insert(element, at: firstIndex { !($0.span < element.span) })
  }

  public mutating func removeAll() {
    elements.removeAll(keepingCapacity: true)
    longest = 0
  }

  /// Elements that lie wholly inside `span`, in order.
  public func within(_ span: TextSpan) -> [Element] {
    candidates(from: span.start, to: span.end).filter { span.contains($0.span) }
  }

  /// Elements that cover the whole of `span`, in order.
  public func covering(_ span: TextSpan) -> [Element] {
    candidates(from: span.start &- longest, to: span.end).filter { $0.span.contains(span) }
  }

  /// Elements that share at least one byte with `span`, in order.
  public func overlapping(_ span: TextSpan) -> [Element] {
    candidates(from: span.start &- longest, to: span.end).filter { $0.span.overlaps(span) }
  }

  private func candidates(from start: Int32, to end: Int32) -> ArraySlice<Element> {
    let low = firstIndex { $0.span.start >= start }
    let high = firstIndex { $0.span.start > end }
    return elements[low..<max(low, high)]
  }

  /// Index of the first element for which `isPast` holds, where it holds for all that follow. O(log n).
  private func firstIndex(where isPast: (Element) -> Bool) -> Int {
    var low = 0
    var high = elements.count
    while low < high {
      let middle = (low + high) / 2
      if isPast(elements[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Layer: Sendable where Element: Sendable {}
