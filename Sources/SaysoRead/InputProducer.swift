/// The cheap, sequential half of reading: goes through the inputs in order and cuts them into work items.
///
/// It neither parses nor decodes; `InputDecoder` does that, on many threads. One thread at a time may call `next`.
///
/// ```swift
/// let producer = try InputProducer(["articles/", "wire.jsonl.gz"])
/// while let item = producer.next() { decoder.decode(item) { result in ... } }
/// ```
public final class InputProducer {
  /// Files in folders that were left out because of their extension.
  public private(set) var skippedFiles = 0

  private let options: ReadOptions
  /// What was asked for, for messages.
  private let given: [String]
  private var arguments: ArraySlice<FilePath>
  private var folder: FolderWalk?
  private var lines: OpenLines?
  private var archive: OpenArchive?
  private var table: OpenTable?
  /// Items that are ready to be handed out, in order.
  private var ready: [WorkItem] = []
  private var files: [WorkItem.FileEntry] = []
  private var filesCost = 0

  private struct OpenLines {
    var stream: ByteStream
    var batcher: LineBatcher
    var counted = 0
  }

  private struct OpenArchive {
    var stream: ByteStream
    var cutter: WarcCutter
    var counted = 0
  }

  private struct OpenTable {
    var stream: ByteStream
    var cutter: RowCutter
    var header: [String]
    var counted = 0
  }

  private static let filesPerItem = 32
  private static let bytesPerItem = 1 << 18
  private static let recordsPerItem = 256

  /// - Parameter arguments: files and folders, `-` for standard input.
  /// - Throws: `ReadError.missing` for the first one that does not exist, before anything is read.
  public init(_ arguments: [String], options: ReadOptions = ReadOptions()) throws(ReadError) {
    self.arguments = FilePath.typed(arguments)[...]
    for file in self.arguments where !file.isStandardInput {
      if file.status() == nil { throw .system(file.display) }
    }
    given = arguments
    self.options = options
  }

  /// The next item; nil when all inputs are through.
  public func next() -> WorkItem? {
    while ready.isEmpty {
      if lines != nil {
        stepLines()
      } else if archive != nil {
        stepArchive()
      } else if table != nil {
        stepTable()
      } else if let found = folder?.next() {
        take(found)
      } else if let walk = folder {
        folder = nil
        for failure in walk.unreadable { fail(.unreadable(path: failure.path, reason: failure.reason)) }
      } else if let file = arguments.popFirst() {
        open(file)
      } else {
        flushFiles()
        if ready.isEmpty { return nil }
      }
    }
    return ready.removeFirst()
  }

  /// The first of the arguments that can only be read once: standard input, a pipe; nil where there is none.
  public static func stream(among arguments: [String]) -> String? {
    arguments.first { $0 == "-" || FilePath($0).status().map { $0.kind == .other } ?? false }
  }

  /// Why nothing was read, after the end: "no articles in scans: 3 files, none ends in .txt, .text, …".
  public var reasonForNothing: String {
    let place = given.prefix(3).joined(separator: ", ") + (given.count > 3 ? ", …" : "")
    if skippedFiles == 0 { return "no articles in \(place): it is empty" }
    let files = skippedFiles == 1 ? "1 file, and it does not" : "\(skippedFiles) files, and none of them"
    if let glob = options.glob {
      return "no articles in \(place): \(files) fit\(skippedFiles == 1 ? "" : "s") --glob \"\(glob)\""
    }
    let endings = FilePath.articleEndings.map { "." + $0 }.joined(separator: ", ")
    return "no articles in \(place): \(files) end\(skippedFiles == 1 ? "" : "s") in \(endings) (or these with .gz); "
      + "--glob \"*\" reads them all the same"
  }

  /// Bytes of all inputs together as the system lists them; nil where one of them has no size (a pipe).
  /// Walks the folders: only worth it for a progress bar.
  public func totalBytes() -> Int? {
    var total = 0
    for file in arguments {
      guard !file.isStandardInput, let status = file.status() else { return nil }
      switch status.kind {
      case .regular: total += status.size
      case .other: return nil
      case .folder:
        var walk = FolderWalk(file)
        while let found = walk.next() { total += choose(found) == nil ? 0 : found.size }
      }
    }
    return total
  }
}

// MARK: Opening

extension InputProducer {
  private func open(_ file: FilePath) {
    if file.isStandardInput { return open(ByteStream(descriptor: 0, path: "-"), format: options.format) }
    guard let status = file.status() else { return fail(.system(file.display)) }
    switch status.kind {
    case .folder: folder = FolderWalk(file)
    case .regular: open(file, size: status.size, format: options.format ?? file.formatByName)
    case .other: openStream(file, format: options.format ?? file.formatByName)
    }
  }

  /// How a file in a folder is read; nil where it is none of ours. `.some(nil)` leaves it to its first bytes.
  private func choose(_ found: FolderWalk.Found) -> InputFormat?? {
    if let glob = options.glob {
      return Glob.matches(glob, found.relative) ? .some(options.format ?? found.path.formatByName) : nil
    }
    if let format = found.path.formatByName { return .some(options.format ?? format) }
    return found.path.fileExtension.isEmpty ? .some(options.format ?? .text) : nil
  }

  private func take(_ found: FolderWalk.Found) {
    guard let format = choose(found) else {
      skippedFiles += 1
      return
    }
    open(found.path, size: found.size, format: format)
  }

  /// A text file waits for a worker to read it; lines are read here, and so are the first bytes where nothing else
  /// tells the format.
  private func open(_ file: FilePath, size: Int, format: InputFormat?) {
    switch format {
    case .text, .html, .feed: add(file, size: size, format: format)
    case .jsonl, .warc, .csv: openStream(file, format: format)
    case nil:
      do throws(ReadError) {
        let stream = try ByteStream(opening: file)
        let known = Self.streamedFormat(try stream.peek())
        if known == nil { add(file, size: size, format: nil) } else { try begin(stream, known) }
      } catch { fail(error) }
    }
  }

  private func openStream(_ file: FilePath, format: InputFormat?) {
    do throws(ReadError) {
      open(try ByteStream(opening: file), format: format)
    } catch { fail(error) }
  }

  private func open(_ stream: ByteStream, format: InputFormat?) {
    do throws(ReadError) {
      var known = format
      if known == nil { known = Self.streamedFormat(try stream.peek()) }
      if known == .jsonl || known == .warc || known == .csv { return try begin(stream, known) }
      let article = try stream.readAll(limit: options.maxBytes, sizeHint: 1 << 16)
      if article.isCut {
        push(WorkItem(.failure(.tooLarge(InputDescription(path: stream.path, format: .text), limit: options.maxBytes))))
      } else {
        let payload = WorkItem.Payload.text(path: stream.path, bytes: article.bytes, format: format)
        push(WorkItem(payload, cost: article.bytes.count, progress: stream.consumed))
      }
    } catch { fail(error) }
  }

  /// The format of content that is read in order, by its first bytes; nil for single articles.
  private static func streamedFormat(_ head: [UInt8]) -> InputFormat? {
    if head.starts(with: "WARC/".utf8) { return .warc }
    return looksLikeLines(head) ? .jsonl : nil
  }

  /// Whether content begins as a JSON object does: a brace and a quotation mark, or an empty object.
  static func looksLikeLines(_ head: [UInt8]) -> Bool {
    let mark = head.withUnsafeBufferPointer(ByteOrderMark.init)
    let isWide = mark != nil && mark?.charset != "UTF-8"
    let solid = head.dropFirst(mark?.length ?? 0).lazy
      .filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D && !(isWide && $0 == 0) }.prefix(2)
    guard solid.first == UInt8(ascii: "{") else { return false }
    let second = solid.dropFirst().first
    return second == UInt8(ascii: "\"") || second == UInt8(ascii: "}")
  }
}

// MARK: Items

extension InputProducer {
  private func begin(_ stream: ByteStream, _ format: InputFormat?) throws(ReadError) {
    if format == .warc {
      archive = OpenArchive(stream: stream, cutter: WarcCutter(stream, maxBlock: options.maxBytes))
      return
    }
    if options.encoding == nil { try stream.transcodeWideText() }
    if format == .csv { return try beginTable(stream) }
    lines = OpenLines(stream: stream, batcher: LineBatcher(stream, maxLine: options.maxBytes))
  }

  private func beginTable(_ stream: ByteStream) throws(ReadError) {
    let cutter = RowCutter(stream, maxRow: options.maxBytes)
    guard let first = try cutter.next() else {
      return push(WorkItem(.failure(.empty(InputDescription(path: stream.path, format: .csv, byteCount: 0)))))
    }
    let input = InputDescription(path: stream.path, format: .csv, byteCount: first.bytes.count)
    if first.bytes.count > options.maxBytes {
      return push(WorkItem(.failure(.tooLarge(input, line: 1, limit: options.maxBytes))))
    }
    if first.isBroken { push(WorkItem(.failure(.unpairedQuoteInHeader(input)))) }
    table = OpenTable(stream: stream, cutter: cutter, header: RowBatch.header(first, separator: cutter.separator))
  }

  private func stepTable() {
    guard let open = table else { return }
    var batch = RowBatch(header: open.header, separator: open.cutter.separator, rows: [])
    var cost = 0
    var failure: ReadError?
    while cost < Self.bytesPerItem {
      do throws(ReadError) {
        guard let row = try open.cutter.next() else {
          table = nil
          break
        }
        batch.rows.append(row)
        cost += row.bytes.count
      } catch {
        (failure, table) = (error, nil)
        break
      }
    }
    table?.counted = open.stream.consumed
    let progress = open.stream.consumed - open.counted
    if !batch.rows.isEmpty { push(WorkItem(.rows(path: open.stream.path, batch), cost: cost, progress: progress)) }
    if let failure { fail(failure, format: .csv) }
  }

  private func stepLines() {
    guard let open = lines else { return }
    do throws(ReadError) {
      switch try open.batcher.next() {
      case .lines(let bytes, let firstLine):
        let payload = WorkItem.Payload.lines(
          path: open.stream.path, bytes: bytes, firstLine: firstLine, encoding: open.stream.encoding)
        push(WorkItem(payload, cost: bytes.count, progress: open.stream.consumed - open.counted))
      case .tooLong(let line, let byteCount):
        let input = InputDescription(path: open.stream.path, format: .jsonl, byteCount: byteCount)
        let failure = InputFailure.tooLarge(input, line: line, limit: options.maxBytes)
        push(WorkItem(.failure(failure), progress: open.stream.consumed - open.counted))
      case .end:
        if !open.batcher.sawBytes {
          push(WorkItem(.failure(.empty(InputDescription(path: open.stream.path, format: .jsonl, byteCount: 0)))))
        }
        lines = nil
      }
      lines?.counted = open.stream.consumed
    } catch {
      lines = nil
      fail(error, format: .jsonl, line: open.batcher.currentLine)
    }
  }

  /// Cuts some records; what came before an error counts.
  private func stepArchive() {
    guard let open = archive else { return }
    var records: [WarcRecord] = []
    var cost = 0
    var last: (() -> Void)?
    while last == nil, records.count < Self.recordsPerItem, cost < Self.bytesPerItem {
      do throws(ReadError) {
        switch try open.cutter.next() {
        case .record(let record):
          records.append(record)
          cost += record.block.count
        case .lost(let byteCount): last = { self.failArchive(open.stream.path, lost: byteCount) }
        case .end: last = { self.archive = nil }
        }
      } catch {
        last = {
          self.archive = nil
          self.fail(error, format: .warc)
        }
      }
    }
    archive?.counted = open.stream.consumed
    if !records.isEmpty {
      let progress = open.stream.consumed - open.counted
      push(WorkItem(.records(path: open.stream.path, records), cost: cost, progress: progress))
    }
    last?()
  }

  private func failArchive(_ path: String, lost: Int) {
    let input = InputDescription(path: path, format: .warc, byteCount: lost)
    let message =
      "\(lost) bytes that belong to no record were left out; a Content-Length is wrong, or the file is damaged"
    push(WorkItem(.failure(InputFailure(input, code: .brokenArchive, message))))
  }

  private func add(_ file: FilePath, size: Int, format: InputFormat?) {
    files.append(WorkItem.FileEntry(file: file, size: size, format: format))
    filesCost += min(size, options.maxBytes)
    if files.count >= Self.filesPerItem || filesCost >= Self.bytesPerItem { flushFiles() }
  }

  private func flushFiles() {
    guard !files.isEmpty else { return }
    ready.append(WorkItem(.files(files), cost: filesCost, progress: files.reduce(0) { $0 + $1.size }))
    files.removeAll()
    filesCost = 0
  }

  /// Hands out an item after the files that came before it.
  private func push(_ item: WorkItem) {
    flushFiles()
    ready.append(item)
  }

  private func fail(_ error: ReadError, format: InputFormat = .text, line: Int? = nil) {
    push(WorkItem(.failure(InputFailure(error, format: format, line: line))))
  }
}
