internal import Dispatch
internal import SaysoAnalysis
internal import SaysoRecord
internal import Synchronization

/// What an audit finds in articles, worked out on a thread beside the one that writes them.
///
///     let findings = ahead.findings(in: record)     // begins
///     …                                             // write articles before it
///     findings.value                                // waits
final class FindingsAhead: Sendable {
  /// Findings that may not be there yet.
  final class Later: Sendable {
    private let isThere = DispatchSemaphore(value: 0)
    private let found = Mutex<[Finding]>([])

    /// The findings; waits for them. To be asked for once.
    var value: [Finding] {
      isThere.wait()
      return found.withLock { $0 }
    }

    fileprivate func give(_ findings: [Finding]) {
      found.withLock { $0 = findings }
      isThere.signal()
    }
  }

  private let queue = DispatchQueue(label: "sayso.audit")

  /// Begins the audit of an article, behind those of the articles before.
  func findings(in record: AnnotationRecord) -> Later {
    let later = Later()
    queue.async { later.give(Auditor.findings(in: record)) }
    return later
  }
}
