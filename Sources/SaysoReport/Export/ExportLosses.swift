internal import SaysoRecord

/// Counts, over an export, what its format could not hold.
struct ExportLosses {
  private let lost: [ExportLoss]
  private let partly: [ExportLoss]
  private var counts: [ExportLoss: Int] = [:]

  init(_ about: ExportDescription) {
    lost = about.losses
    partly = about.partly
  }

  mutating func add(_ record: AnnotationRecord) {
    for kind in lost + partly { counts[kind, default: 0] += kind.count(in: record) }
  }

  /// For standard error: what was left behind, in words, and of what only a part was kept.
  func notes(_ format: String) -> [String] {
    [words(lost, "\(format) can't hold "), words(partly, "\(format) holds only a part of ")].compactMap { $0 }
  }

  private func words(_ kinds: [ExportLoss], _ start: String) -> String? {
    let counted = kinds.compactMap { kind in
      counts[kind].flatMap { $0 > 0 ? kind.words($0) : nil }
    }
    return counted.isEmpty ? nil : start + counted.joined(separator: "; ")
  }
}
