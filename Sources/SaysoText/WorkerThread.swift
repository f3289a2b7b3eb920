internal import Glibc

/// A thread that runs one closure. Its stack is large enough for the deepest stage on the longest article.
public struct WorkerThread: @unchecked Sendable {
  private var handle: pthread_t

  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Nil where the system gives no thread.
  public init?(_ run: @escaping @Sendable () -> Void) {
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    pthread_attr_init(attributes)
    defer {
      pthread_attr_destroy(attributes)
      attributes.deallocate()
    }
    pthread_attr_setstacksize(attributes, 16 << 20)
    let body = Unmanaged.passRetained(Body(run))
    var handle = pthread_t()
    let failure = pthread_create(
      &handle, attributes,
      { argument in
        if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, body.toOpaque())
    guard failure == 0 else {
      body.release()
      return nil
    }
    self.handle = handle
  }

  /// Waits until the closure has returned.
  public func join() {
    pthread_join(handle, nil)
  }

  /// Lets the thread go on by itself.
  public func detach() {
    pthread_detach(handle)
  }
}
