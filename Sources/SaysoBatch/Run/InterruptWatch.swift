internal import Glibc
internal import SaysoText

/// Turns Ctrl-C into an orderly end: the line that is being written is finished, then the batch stops.
///
/// A second Ctrl-C ends the process at once.
enum InterruptWatch {
  /// Blocks SIGINT and SIGTERM in this thread and those it starts later, and hands them to `stop`. Call it from the
  /// main thread before any other is started. Signals that the parent made us ignore stay ignored.
  static func begin(_ stop: @escaping @Sendable () -> Void) {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let watch = WorkerThread {
      var signals = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, SIGINT)
      sigaddset(&signals, SIGTERM)
      var received: Int32 = 0
      guard sigwait(&signals, &received) == 0 else { return }
      stop()
      guard sigwait(&signals, &received) == 0 else { return }
      _exit(130)
    }
    watch?.detach()
  }
}
