internal import SaysoRead

/// What a work item gave, as the queue sees it.
protocol ItemOutcome: Sendable {
  /// Bytes of memory that it takes until it is taken.
  var heldBytes: Int { get }
}

/// The one meeting point of a batch's threads: a bounded queue whose results come out in the order of its items.
///
/// The producer waits while too many items or bytes are held; an item is held from `put` until its result was taken.
/// Locked once per item, which holds some hundred kilobytes of articles where articles are small.
final class OrderedQueue<Result: ItemOutcome>: @unchecked Sendable {
  /// What ended the wait for a result.
  enum Next {
    case result(Result)
    /// Nothing within the time asked for.
    case timeout
    case end
    case stopped
  }

  private let lock = Lock()
  private let maxItems: Int
  private let maxBytes: Int
  private var waiting: [Int: WorkItem] = [:]
  private var finished: [Int: Result] = [:]
  private var produced = 0
  private var started = 0
  private var taken = 0
  private var heldBytes = 0
  private var isComplete = false
  private var isStopped = false

  init(maxItems: Int, maxBytes: Int) {
    self.maxItems = maxItems
    self.maxBytes = maxBytes
  }

  /// Adds an item when there is room; false when the batch was stopped.
  func put(_ item: WorkItem) -> Bool {
    lock.whileLocked {
      while !isStopped, produced > taken, produced - taken >= maxItems || heldBytes + item.cost > maxBytes {
        lock.wait()
      }
      guard !isStopped else { return false }
      waiting[produced] = item
      produced += 1
      heldBytes += item.cost
      lock.notify()
      return true
    }
  }

  /// Says that no more items will come.
  func complete() {
    lock.whileLocked {
      isComplete = true
      lock.notify()
    }
  }

  /// The next item for a worker, with its number; nil at the end.
  func take() -> (number: Int, item: WorkItem)? {
    lock.whileLocked {
      while !isStopped, started == produced, !isComplete { lock.wait() }
      guard !isStopped, let item = waiting.removeValue(forKey: started) else { return nil }
      started += 1
      return (started - 1, item)
    }
  }

  /// Hands in what became of an item.
  func finish(_ number: Int, _ result: Result, cost: Int) {
    lock.whileLocked {
      finished[number] = result
      heldBytes += result.heldBytes - cost
      lock.notify()
    }
  }

  /// The result of the next item in order. Waits for it, but not much longer than some milliseconds.
  func next(milliseconds: Int) -> Next {
    lock.whileLocked {
      if finished[taken] == nil, !isStopped, !(isComplete && taken == produced) {
        lock.wait(milliseconds: milliseconds)
      }
      if isStopped { return .stopped }
      if let result = finished.removeValue(forKey: taken) {
        taken += 1
        heldBytes -= result.heldBytes
        lock.notify()
        return .result(result)
      }
      return isComplete && taken == produced ? .end : .timeout
    }
  }

  /// Makes every thread come to an end after what it is doing now.
  func stop() {
    lock.whileLocked {
      isStopped = true
      lock.notify()
    }
  }
}
