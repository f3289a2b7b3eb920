import Glibc

/// What libFuzzer calls with each input; `SAYSO_FUZZ` names the reader (`make fuzz`).
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  reader.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

private nonisolated(unsafe) let reader: Reader = {
  let name = getenv("SAYSO_FUZZ").map { String(cString: $0) } ?? ""
  guard let kind = Reader.Kind(rawValue: name) else {
    print("SAYSO_FUZZ is to be one of \(Reader.Kind.allCases.map(\.rawValue).joined(separator: " "))")
    exit(64)
  }
  return Reader(kind)
}()
