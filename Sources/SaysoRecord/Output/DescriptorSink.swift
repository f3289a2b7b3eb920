internal import Glibc

/// Writes to an open file descriptor that somebody else closes, such as standard output.
///
/// Short writes and interruptions are carried on from; a pipe in non-blocking mode is waited for.
public struct DescriptorSink: ByteSink {
  private let descriptor: Int32
  private let path: String

  /// - Parameter path: the name for messages.
  public init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  public static var standardOutput: DescriptorSink {
    DescriptorSink(descriptor: STDOUT_FILENO, path: "standard output")
  }

  public func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(OutputError) {
    guard let start = bytes.baseAddress else { return }
    var written = 0
    while written < bytes.count {
      let put = Glibc.write(descriptor, start + written, bytes.count - written)
      if put >= 0 {
        written += put
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&wait, 1, 1000)
      } else if errno != EINTR {
        throw .writing(path)
      }
    }
  }

  /// Nothing to do: what was written is with the system, and the descriptor is not ours to close.
  public func finish() {}
}
