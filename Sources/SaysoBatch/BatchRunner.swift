internal import Glibc
public import SaysoRead
internal import SaysoRecord

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
  private let pass: OrderedPass<Worker>

  private var diagnostics = Diagnostics()
  private var bar: ProgressBar?
  private var counts = BatchCounts()
  private var progress = 0
  private var named = 0

  /// Failed inputs that standard error names one by one; the others are in the summary and in the output.
  private static let namedFailures = 20

  /// - Parameters:
  ///   - stop: ends the batch after the line that is being written.
  ///   - makeAnnotator: called on a worker's thread when its first work comes.
  /// - Throws: `ReadError.missing` (exit code 66) for an input that does not exist.
  public init(
    inputs: [String], options: BatchOptions, stop: StopSwitch = StopSwitch(),
    makeAnnotator: @escaping @Sendable () throws -> any Annotating
  ) throws(ReadError) {
    producer = try InputProducer(inputs, options: options.read)
    self.options = options
    self.makeAnnotator = makeAnnotator
    let pass = OrderedPass<Worker>(options)
    self.pass = pass
    stop.add { pass.stop() }
  }

  /// Runs the batch to its end and writes the summary to standard error.
  /// - Parameter learner: a pass that comes first, once the output is known to be writable.
  /// - Throws: `OutputError`, or what `makeAnnotator` or the learner throws. The output then holds whole lines.
  public func run(after learner: FurnitureLearner? = nil) throws -> BatchSummary {
    let clock = Stopwatch()
    let output = try BatchOutput(options)
    var summary = BatchSummary()
    do {
      let isWhole = try learner?.run() != false && annotate(into: output)
      if isWhole { try output.finish() } else { summary.ending = .interrupted(partial: output.suspend()) }
    } catch {
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

// MARK: Merging

extension BatchRunner {
  /// Writes results in order; false when the batch was stopped before its end.
  private func annotate(into output: BatchOutput) throws -> Bool {
    if options.showsProgress, !options.isQuiet, diagnostics.isTerminal {
      bar = ProgressBar(total: producer.totalBytes())
    }
    var marker = LineMarker(seen: output.done.hashes, skipsDuplicates: options.skipsDuplicates)
    let (make, read, done) = (makeAnnotator, options.read, output.done)
    let isWhole = try pass.run(producer) {
      Worker(read, annotator: try make(), done: done)
    } take: { result in
      if let result {
        try output.write(marker.marked(result))
        counts.add(result.counts)
        counts.duplicateIDs = marker.ids.count
        counts.duplicateArticles = marker.texts.count
        progress += result.progress
        name(result.failures)
      }
      if let text = bar?.next(counts: counts, progress: progress) { diagnostics.bar(text) }
    }
    if isWhole, marker.ids.count > 0 { counts.warnings["duplicate-id"] = marker.ids.count }
    return isWhole
  }

  private func name(_ failures: [InputFailure]) {
    for failure in failures {
      named += 1
      if named <= Self.namedFailures { diagnostics.line(failure.message) }
      if named == Self.namedFailures + 1 { diagnostics.line("more failures follow; the output has a line for each") }
    }
  }
}
