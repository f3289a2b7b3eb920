internal import Glibc

/// Lines for people on standard error, and the progress bar that has to make way for them.
struct Diagnostics {
  private let descriptor: Int32
  let isTerminal: Bool
  private var barLength = 0

  init(descriptor: Int32 = STDERR_FILENO) {
    self.descriptor = descriptor
    let terminal = getenv("TERM").map { String(cString: $0) } ?? ""
    isTerminal = isatty(descriptor) == 1 && terminal != "" && terminal != "dumb"
  }

  mutating func line(_ text: String) {
    clearBar()
    put("sayso: " + text + "\n")
  }

  /// Text that has its own line ends.
  mutating func block(_ text: String) {
    clearBar()
    put(text)
  }

  mutating func bar(_ text: String) {
    put("\r" + text + String(repeating: " ", count: max(0, barLength - text.count)))
    barLength = text.count
  }

  mutating func clearBar() {
    guard barLength > 0 else { return }
    put("\r" + String(repeating: " ", count: barLength) + "\r")
    barLength = 0
  }

  /// Nothing can be done where standard error fails too.
  private func put(_ text: String) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let from = written
      let put = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + from }, $0.count - from) }
      if put <= 0 { return }
      written += put
    }
  }
}
