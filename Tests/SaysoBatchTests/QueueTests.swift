import Foundation
import SaysoRead
import SaysoTestSupport
import Testing

@testable import SaysoBatch

@Suite struct QueueTests {
  /// What the producer put minus what was taken never exceeds the limits.
  @Test func holdsNoMoreThanItMay() throws {
    let folder = try TemporaryFolder()
    let path = try writeLines(8000, seed: 2, in: folder)
    let items = try Items(InputProducer([path]))
    let count = items.all.count
    #expect(count > 12)

    let queue = OrderedQueue<ItemResult>(maxItems: 3, maxBytes: 1 << 30)
    let put = Counter()
    Thread {
      for item in items.all where queue.put(item) { put.add(1) }
      queue.complete()
    }.start()
    Thread {
      while let (number, item) = queue.take() {
        var result = ItemResult()
        result.progress = number
        queue.finish(number, result, cost: item.cost)
      }
    }.start()
    var taken = 0
    while true {
      usleep(500)
      #expect(put.value <= taken + 3)
      switch queue.next(milliseconds: 1000) {
      case .result(let result):
        #expect(result.progress == taken)
        taken += 1
      case .end:
        #expect(taken == count)
        return
      case .timeout: continue
      case .stopped:
        Issue.record("nobody stopped it")
        return
      }
    }
  }

  @Test func aStopWakesEverybody() throws {
    let queue = OrderedQueue<ItemResult>(maxItems: 1, maxBytes: 1)
    Thread {
      usleep(10_000)
      queue.stop()
    }.start()
    #expect(queue.take() == nil)
    guard case .stopped = queue.next(milliseconds: 10_000) else {
      Issue.record("expected a stop")
      return
    }
  }

  private struct Items: @unchecked Sendable {
    var all: [WorkItem] = []

    init(_ producer: InputProducer) {
      while let item = producer.next() { all.append(item) }
    }
  }

  private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0

    var value: Int { lock.withLock { count } }

    func add(_ step: Int) { lock.withLock { count += step } }
  }
}
