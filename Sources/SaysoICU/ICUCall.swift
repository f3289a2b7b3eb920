internal import CICU

/// ICU's error code, which the shim renames (`shim.h`).
typealias UErrorCode = SaysoICUErrorCode

/// Runs an ICU function with a fresh status and turns a failure into a typed error.
@inline(__always)
func icuCall<Result>(
  _ operation: @autoclosure () -> String, _ body: (inout UErrorCode) -> Result
) throws(ICUError) -> Result {
  var status = U_ZERO_ERROR
  let result = body(&status)
  guard status.rawValue <= U_ZERO_ERROR.rawValue else {
    throw .failed(operation: operation(), code: String(cString: icu_u_errorName(status)))
  }
  return result
}

extension UErrorCode {
  /// Whether a call succeeded; ICU's warnings are below zero.
  var isSuccess: Bool { rawValue <= U_ZERO_ERROR.rawValue }
}
