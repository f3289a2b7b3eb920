public import SaysoRecord

extension RecordLines {
  /// Lines of a file of records that may be gzip: `annotations.jsonl.gz`. `-` is standard input.
  public static func unpacking(_ path: String) throws(RecordFileError) -> RecordLines {
    let stream: ByteStream
    do throws(ReadError) {
      stream = path == "-" ? ByteStream(descriptor: 0, path: path) : try ByteStream(opening: FilePath(path))
    } catch {
      throw error.asRecordError
    }
    return RecordLines(path: path) { (buffer) throws(RecordFileError) in
      do throws(ReadError) { return try stream.read(into: buffer) } catch { throw error.asRecordError }
    }
  }
}

extension ReadError {
  fileprivate var asRecordError: RecordFileError {
    switch self {
    case .missing(let path): .missing(path: path)
    case .unreadable(let path, let reason): .unreadable(path: path, reason: reason)
    case .truncatedGzip(let path): .unreadable(path: path, reason: "the gzip data end too early; fetch the file again")
    case .corruptGzip(let path): .unreadable(path: path, reason: "the gzip data are corrupt; fetch the file again")
    }
  }
}
