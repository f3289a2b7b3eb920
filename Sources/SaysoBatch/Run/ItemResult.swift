internal import SaysoRead

/// The lines that one work item gave, in order.
struct ItemResult: ItemOutcome {
  /// One line of the output.
  struct Line: Sendable {
    /// Offset after the line in `lines`.
    var end: Int
    var id: UInt64
    var isArticle: Bool
    /// An article's id and what its body is compared by; nil where it is too short for that.
    var name = ""
    var print: TextPrint?
  }

  var lines: [UInt8] = []
  var index: [Line] = []
  var failures: [InputFailure] = []
  var counts = BatchCounts()
  /// Bytes of input behind it.
  var progress = 0

  var heldBytes: Int { lines.count }
}
