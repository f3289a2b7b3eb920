internal import SaysoRecord
internal import SaysoText

/// Finds articles whose body was there before, word for word or nearly, in output order: what counts as the original
/// does not depend on the number of threads.
///
/// Each article that is nobody's copy is remembered with some 600 bytes; its copies cost nothing.
struct DuplicateArticles {
  /// Numbers in a signature.
  static let hash = MinHash(length: 32)
  /// Estimated Jaccard index of the runs of four words, in thousandths, from which an article is a copy: about one word
  /// in thirty exchanged.
  private static let alike = 800

  private var originals: [String] = []
  private var signatures: [[UInt32]] = []
  private var numbers: [UInt64: Int] = [:]
  private var index = LSHIndex(bands: 8, rows: 4)
  private(set) var count = 0

  /// The id of the article that this one is a copy of; nil where it is the first of its kind, which it then is.
  mutating func original(of print: TextPrint, id: String) -> String? {
    if let number = numbers[print.whole] ?? similar(to: print.signature) {
      count += 1
      return originals[number]
    }
    numbers[print.whole] = originals.count
    index.insert(originals.count, print.signature)
    originals.append(id)
    signatures.append(print.signature)
    return nil
  }

  private func similar(to signature: [UInt32]) -> Int? {
    index.candidates(of: signature).first { MinHash.similarity(signatures[$0], signature) >= Self.alike }
  }

  /// Adds the id as last key to an annotation line, which ends with `}` and a line end.
  static func append(_ original: String, to line: inout [UInt8]) {
    let tail = Array("]}\n".utf8)
    guard line.suffix(tail.count).elementsEqual(tail) else { return }
    line.removeLast(2)
    var json = JSONByteWriter()
    json.string(original)
    line += Array(",\"duplicate_of\":".utf8)
    json.withBytes { line.append(contentsOf: $0) }
    line += Array("}\n".utf8)
  }
}
