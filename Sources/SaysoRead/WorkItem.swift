/// What the sequential half of reading hands to a worker: raw bytes or names of small files, some articles at a time.
public struct WorkItem: Sendable {
  enum Payload: Sendable {
    /// Whole lines of a JSON lines input; `encoding` is the stream's where it was not UTF-8.
    case lines(path: String, bytes: [UInt8], firstLine: Int, encoding: String?)
    /// Files for the worker to open, one article each.
    case files([FileEntry])
    /// One article that could only be read in order: standard input, a FIFO.
    /// `format` nil leaves it to the first bytes.
    case text(path: String, bytes: [UInt8], format: InputFormat?)
    /// Records of a web archive.
    case records(path: String, [WarcRecord])
    /// Rows of comma-separated values.
    case rows(path: String, RowBatch)
    case failure(InputFailure)
  }

  struct FileEntry: Sendable {
    var file: FilePath
    var size: Int
    /// Nil leaves it to the first bytes.
    var format: InputFormat?
  }

  var payload: Payload

  /// Bytes that the item holds, or that its files will take: for limits on memory.
  public let cost: Int

  /// Bytes of input that it accounts for: for a progress bar. Compressed bytes where the input is compressed.
  public let progress: Int

  init(_ payload: Payload, cost: Int = 0, progress: Int = 0) {
    self.payload = payload
    self.cost = cost
    self.progress = progress
  }
}
