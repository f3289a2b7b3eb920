infix operator ..<~ : RangeFormationPrecedence

/// A half-open range that is empty where its end lies before its start. `..<` would stop the program there, and no text,
/// however broken, may do that.
@inline(__always)
func ..<~ <Bound: Comparable>(start: Bound, end: Bound) -> Range<Bound> {
  start..<(end < start ? start : end)
}
