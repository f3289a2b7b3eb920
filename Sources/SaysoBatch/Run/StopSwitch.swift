/// What ends a program's passes over its inputs in order: the one that runs, and those that would follow.
public final class StopSwitch: @unchecked Sendable {
  private let lock = Lock()
  private var isThrown = false
  private var stops: [@Sendable () -> Void] = []

  public init() {}

  /// Makes Ctrl-C and SIGTERM throw the switch. For programs: call it first thing, on the main thread.
  public func watchInterrupts() { InterruptWatch.begin { self.stop() } }

  /// Ends what runs after the line that is being written. From any thread.
  public func stop() {
    let all = lock.whileLocked {
      isThrown = true
      return stops
    }
    for stop in all { stop() }
  }

  /// Has `stop` called when the switch is thrown, or now where it has been.
  func add(_ stop: @escaping @Sendable () -> Void) {
    let isLate = lock.whileLocked {
      stops.append(stop)
      return isThrown
    }
    if isLate { stop() }
  }
}
