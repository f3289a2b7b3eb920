internal import SaysoRead
internal import SaysoText

/// What one thread does with items. It stays on its thread, so it may keep buffers and handles.
protocol ItemWork: SendableMetatype {
  associatedtype Outcome: ItemOutcome
  /// The same item must give the same outcome on every thread.
  func process(_ item: WorkItem) -> Outcome
}

/// One pass over the inputs: a thread reads, others work, and what comes of it arrives on the calling thread in the order
/// of the inputs.
struct OrderedPass<Work: ItemWork> {
  private let queue: OrderedQueue<Work.Outcome>
  private let jobs: Int
  private let trouble = Trouble()

  /// What went wrong on a thread.
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

  init(_ options: BatchOptions) {
    jobs = max(1, options.jobs)
    queue = OrderedQueue(maxItems: jobs * 4 + 4, maxBytes: options.maxBytesInFlight)
  }

  /// Makes the pass end after what is taken now. From any thread.
  func stop() { queue.stop() }

  /// Runs the pass to its end.
  /// - Parameters:
  ///   - make: called on a worker's thread when its first item comes: a thread that gets no work costs no set-up.
  ///   - take: called with each outcome in order, and with nil now and then where there is none yet.
  /// - Returns: false where the pass was stopped before its end.
  /// - Throws: what `make` or `take` throws, `BatchError`.
  func run(
    _ producer: InputProducer, _ make: @escaping @Sendable () throws -> Work,
    take: (Work.Outcome?) throws -> Void
  ) throws -> Bool {
    let threads = start(producer, make)
    do {
      let isWhole = try takeAll(take)
      if let error = trouble.error { throw error }
      for thread in threads { if isWhole { thread.join() } else { thread.detach() } }
      return isWhole
    } catch {
      queue.stop()
      for thread in threads { thread.detach() }
      throw error
    }
  }

  private func takeAll(_ take: (Work.Outcome?) throws -> Void) throws -> Bool {
    while true {
      switch queue.next(milliseconds: 200) {
      case .result(let result): try take(result)
      case .timeout: try take(nil)
      case .end: return true
      case .stopped: return false
      }
    }
  }

  private func start(_ producer: InputProducer, _ make: @escaping @Sendable () throws -> Work) -> [WorkerThread] {
    let (queue, trouble) = (queue, trouble)
    var threads: [WorkerThread] = []
    for _ in 0..<jobs {
      let thread = WorkerThread {
        do { try Self.work(queue, make) } catch {
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

  private static func work(_ queue: OrderedQueue<Work.Outcome>, _ make: () throws -> Work) throws {
    guard var next = queue.take() else { return }
    let work = try make()
    while true {
      queue.finish(next.number, work.process(next.item), cost: next.item.cost)
      guard let more = queue.take() else { return }
      next = more
    }
  }
}

/// The system can't give what a batch needs.
public enum BatchError: Error, Equatable, CustomStringConvertible {
  case noThreads

  public var description: String { "the system gives no more threads; run with fewer --jobs" }
}
