import SaysoText
import Synchronization

/// A value that a thread of its own makes while others go on; who asks for it waits until it is there.
///
///     let model = Background { WordClassModel(lexicon) }
///     model.begin()
///     ...
///     model.value
final class Background<Value: Sendable>: Sendable {
  private enum State {
    case idle
    case begun(WorkerThread)
    case made(Value)
  }

  private let state = Mutex(State.idle)
  /// Where the thread leaves what it made, for who joins it.
  private let left = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// Starts the thread, once. Signals that are blocked in the calling thread are blocked there too.
  func begin() {
    state.withLock { state in
      guard case .idle = state else { return }
      let thread = WorkerThread {
        let value = self.make()
        self.left.withLock { $0 = value }
      }
      if let thread { state = .begun(thread) }
    }
  }

  /// The value. Made here if no thread was begun, or the system had none to give.
  var value: Value {
    state.withLock { state in
      if case .made(let value) = state { return value }
      if case .begun(let thread) = state { thread.join() }
      let value = left.withLock { $0 } ?? make()
      state = .made(value)
      return value
    }
  }
}
