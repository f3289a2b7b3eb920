internal import SaysoRead

/// The lines that one work item gave, in order.
struct ItemResult: Sendable {
  /// One line of the output.
  struct Line: Sendable {
    /// Offset after the line in `lines`.
    var end: Int
    var id: UInt64
    var isArticle: Bool
  }

  var lines: [UInt8] = []
  var index: [Line] = []
  var failures: [InputFailure] = []
  var counts = BatchCounts()
  /// Bytes of input behind it.
  var progress = 0
}
