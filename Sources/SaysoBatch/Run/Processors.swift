internal import Glibc

enum Processors {
  /// Processors that are switched on, at least 1.
  static var available: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
