internal import Glibc

/// Time since a start, by a clock that nobody sets.
struct Stopwatch {
  private let start = Stopwatch.now()

  var milliseconds: Int { Stopwatch.now() - start }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
