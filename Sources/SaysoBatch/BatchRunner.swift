internal import Glibc
public import SaysoRead
internal import SaysoRecord
internal import SaysoText

/// Annotates any number of articles on several threads: the whole of `annotate` but for its command line.
///
/// One thread reads, `jobs` threads annotate, the calling thread writes. Lines come out in input order and are the same
/// whatever `jobs` is. Memory is bounded by `maxBytesInFlight` and the largest articles, not by the corpus.
///
/// ```swift
/// let runner = try BatchRunner(inputs: ["articles/"], options: options) { try MyAnnotator() }
/// let summary = try runner.run()
/// exit(summary.exitCode(keepGoing: options.keepGoing))
/// ```
public final class BatchRunner {
  private let producer: InputProducer
  private let options: BatchOptions
  private let makeAnnotator: @Sendable () throws -> any Annotating
  private let queue: OrderedQueue
  private let trouble = Trouble()

  private var diagnostics = Diagnostics()
  private var bar: ProgressBar?
  private var counts = BatchCounts()
  private var progress = 0
  private var named = 0

  /// Failed inputs that standard error names one by one; the others are in the summary and in the output.
  private static let namedFailures = 20

  /// - Parameter makeAnnotator: called on a worker's thread when its first work comes.
  /// - Throws: `ReadError.missing` (exit code 66) for an input that does not exist.
  public init(
    inputs: [String], options: BatchOptions, makeAnnotator: @escaping @Sendable () throws -> any Annotating
  ) throws(ReadError) {
    producer = try InputProducer(inputs, options: options.read)
    self.options = options
    self.makeAnnotator = makeAnnotator
    queue = OrderedQueue(maxItems: max(1, options.jobs) * 4 + 4, maxBytes: options.maxBytesInFlight)
  }

  /// Stops the batch after the line that is being written. From any thread.
  public func stop() { queue.stop() }

  /// Makes Ctrl-C and SIGTERM stop the batch in order. For programs: call it first thing, on the main thread.
  public func stopsOnInterrupt() {
    let queue = queue
    InterruptWatch.begin { queue.stop() }
  }

  /// Runs the batch to its end and writes the summary to standard error.
  /// - Throws: `OutputError`, or what `makeAnnotator` throws. The output then holds whole lines.
  public func run() throws -> BatchSummary {
    let clock = Stopwatch()
    let output = try BatchOutput(options)
    if options.showsProgress, !options.isQuiet, diagnostics.isTerminal {
      bar = ProgressBar(total: producer.totalBytes())
    }
    let threads = start(output.done)
    var summary = BatchSummary()
    do {
      let isWhole = try merge(into: output)
      if let error = trouble.error { throw error }
      if isWhole { try output.finish() } else { summary.ending = .interrupted(partial: output.suspend()) }
      if isWhole { for thread in threads { thread.join() } } else { for thread in threads { thread.detach() } }
    } catch {
      queue.stop()
      for thread in threads { thread.detach() }
      diagnostics.clearBar()
      _ = output.suspend()
      guard case OutputError.closedPipe = error else { throw error }
      summary.ending = .closedPipe
    }
    if summary.ending == .done { counts.skippedFiles = producer.skippedFiles }
    summary.counts = counts
    summary.skipsDuplicates = options.skipsDuplicates
    summary.milliseconds = clock.milliseconds
    let foundNothing = counts.articles + counts.alreadyDone + counts.failed == 0 && counts.skippedRecords.isEmpty
    if foundNothing, summary.ending == .done {
      diagnostics.line(producer.reasonForNothing)
    } else if !options.isQuiet, summary.ending != .closedPipe {
      diagnostics.block(summary.text)
    }
    diagnostics.clearBar()
    return summary
  }
}

// MARK: Threads

extension BatchRunner {
  /// What went wrong on a worker's thread.
  private final class Trouble: @unchecked Sendable {
    private let lock = Lock()
    private var first: (any Error)?

    var error: (any Error)? { lock.whileLocked { first } }

    func note(_ error: any Error) {
      lock.whileLocked { if first == nil { first = error } }
    }
  }

  /// The producer goes to one thread and stays there.
  private struct Handover<Value>: @unchecked Sendable {
    let value: Value
  }

  private func start(_ done: DoneIDs) -> [WorkerThread] {
    let (queue, trouble, make, read) = (queue, trouble, makeAnnotator, options.read)
    var threads: [WorkerThread] = []
    for _ in 0..<max(1, options.jobs) {
      let thread = WorkerThread {
        do {
          try Worker(decoder: InputDecoder(options: read), makeAnnotator: make, done: done).run(queue)
        } catch {
          trouble.note(error)
          queue.stop()
        }
      }
      if let thread { threads.append(thread) }
    }
    let producer = Handover(value: producer)
    let reading = WorkerThread {
      while let item = producer.value.next() {
        guard queue.put(item) else { return }
      }
      queue.complete()
    }
    if threads.isEmpty || reading == nil {
      trouble.note(BatchError.noThreads)
      queue.stop()
    }
    if let reading { threads.append(reading) }
    return threads
  }
}

/// The system can't give what a batch needs.
public enum BatchError: Error, Equatable, CustomStringConvertible {
  case noThreads

  public var description: String { "the system gives no more threads; run with fewer --jobs" }
}

// MARK: Merging

extension BatchRunner {
  /// Writes results in order; false when the batch was stopped before its end.
  private func merge(into output: BatchOutput) throws(OutputError) -> Bool {
    var marker = LineMarker(seen: output.done.hashes, skipsDuplicates: options.skipsDuplicates)
    while true {
      switch queue.next(milliseconds: 200) {
      case .result(let result):
        try output.write(marker.marked(result))
        counts.add(result.counts)
        counts.duplicateIDs = marker.ids.count
        counts.duplicateArticles = marker.texts.count
        progress += result.progress
        name(result.failures)
      case .timeout: break
      case .end:
        if marker.ids.count > 0 { counts.warnings["duplicate-id"] = marker.ids.count }
        return true
      case .stopped: return false
      }
      if let text = bar?.next(counts: counts, progress: progress) { diagnostics.bar(text) }
    }
  }

  private func name(_ failures: [InputFailure]) {
    for failure in failures {
      named += 1
      if named <= Self.namedFailures { diagnostics.line(failure.message) }
      if named == Self.namedFailures + 1 { diagnostics.line("more failures follow; the output has a line for each") }
    }
  }
}
