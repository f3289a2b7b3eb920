internal import Glibc
internal import SaysoRecord

/// Whole lines on their way out, and what was there before them.
final class BatchOutput {
  /// Ids of the lines that a resumed output holds already.
  let done: DoneIDs
  private var sink: any ByteSink
  private let file: OutputFile?
  private var hasLines: Bool

  init(_ options: BatchOptions) throws(OutputError) {
    guard case .file(let path) = options.output else {
      sink = DescriptorSink.standardOutput
      (file, done, hasLines) = (nil, DoneIDs(), false)
      return
    }
    let goesOn = options.resume && Self.isRegularFile(path)
    if goesOn { try Self.copyToPartial(path) }
    let file = try OutputFile(path, options: .init(force: options.force || goesOn, resume: options.resume))
    self.file = file
    sink = file
    done = file.resumedLines > 0 ? DoneIDs(readingFrom: file.partial ?? path) : DoneIDs()
    hasLines = file.resumedLines > 0
  }

  func write(_ lines: [UInt8]) throws(OutputError) {
    try sink.write(lines)
    if !lines.isEmpty { hasLines = true }
  }

  func finish() throws(OutputError) { try sink.finish() }

  /// Leaves the lines so far for a later `--resume`. Returns the path where they are; nil where there are none or they
  /// went straight out.
  func suspend() -> String? {
    guard let file, let partial = file.partial, hasLines else { return nil }
    file.suspend()
    return partial
  }

  private static func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// An output without a partial file beside it is one that ended, or was redirected by the shell and torn: its lines
  /// become the beginning of the new partial file, and it stays in place until the new one is whole.
  private static func copyToPartial(_ path: String) throws(OutputError) {
    let partial = OutputFile.partialPath(of: path)
    guard access(partial, F_OK) != 0 else { return }
    let source = open(path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw .cannotCreate(path: path, reason: String(cString: strerror(errno))) }
    defer { close(source) }
    let copy = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard copy >= 0 else { throw .cannotCreate(path: partial, reason: String(cString: strerror(errno))) }
    defer { close(copy) }
    let sink = DescriptorSink(descriptor: copy, path: partial)
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let got = chunk.withUnsafeMutableBytes { read(source, $0.baseAddress, $0.count) }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .failed(path: path, reason: String(cString: strerror(errno))) }
      if got == 0 { return }
      try sink.write(Array(chunk[..<got]))
    }
  }
}
