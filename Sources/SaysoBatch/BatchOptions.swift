public import SaysoRead

/// How a batch runs. The defaults are those of the command line.
public struct BatchOptions: Sendable {
  public var read = ReadOptions()
  /// Number of annotating threads.
  public var jobs = BatchOptions.cores
  public var output = OutputTarget.standardOutput
  /// Leave out articles whose id has a line in the output already. With standard output, nothing is known to be done.
  public var resume = false
  /// Leave out articles that say the same as one before them rather than mark them.
  public var skipsDuplicates = false
  /// Overwrite an output file.
  public var force = false
  /// Failed inputs do not count against the exit code: for workers at the end of a stream.
  public var keepGoing = false
  /// Draw a progress bar; it is only ever drawn on a terminal.
  public var showsProgress = true
  /// Say nothing on standard error but what went wrong.
  public var isQuiet = false
  /// Bytes of articles and finished lines held at a time. One article may be larger.
  public var maxBytesInFlight = 64 << 20

  public init() {}

  /// Processors that this process may use.
  public static var cores: Int { Processors.available }
}

/// Where the lines go.
public enum OutputTarget: Sendable, Equatable {
  case standardOutput
  /// Written beside its place and renamed when whole. A device or FIFO is written to as it is.
  case file(String)
}
