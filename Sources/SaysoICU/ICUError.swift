/// What can go wrong in ICU. Bad text never raises an error: it is repaired and counted.
public enum ICUError: Error, Equatable, CustomStringConvertible {
  /// ICU refused; `code` is its own name for why ("U_FILE_ACCESS_ERROR"). Raised when a service is opened, mostly
  /// because ICU's data is not installed.
  case failed(operation: String, code: String)
  /// No converter is known by that name.
  case unknownCharset(String)

  public var description: String {
    switch self {
    case .failed(let operation, let code): "ICU could not \(operation) (\(code)); check that libicu is installed whole"
    case .unknownCharset(let name): "ICU knows no charset named \(name); use an IANA name such as windows-1252"
    }
  }
}
