public import SaysoRecord
internal import SaysoText

/// The documents of a file of gold or predictions, by id.
public struct EvaluationSet: Sendable {
  /// A line that can't be used.
  public struct Refusal: Sendable, CustomStringConvertible {
    public var path: String
    public var line: Int
    public var reason: String

    public var description: String { "\(path):\(line): \(reason)" }
  }

  public private(set) var documents: [EvaluationDocument] = []
  public private(set) var refusals: [Refusal] = []
  private var places: [String: Int] = [:]

  /// Reads every line; those that can't be used are in `refusals`, by file and line.
  /// - Parameter isGold: simple forms go before full ones where a line has both.
  public init(_ lines: RecordLines, isGold: Bool) throws(RecordFileError) {
    while true {
      do throws(RecordFileError) {
        guard let line = try lines.next() else { return }
        add(line, lines, isGold)
      } catch {
        guard case .lineTooLong(_, let number, let limit) = error else { throw error }
        refusals.append(Refusal(path: lines.path, line: number, reason: "longer than \(limit) bytes"))
      }
    }
  }

  public subscript(id: String) -> EvaluationDocument? { places[id].map { documents[$0] } }

  private mutating func add(_ line: UnsafeBufferPointer<UInt8>, _ lines: RecordLines, _ isGold: Bool) {
    func refuse(_ reason: String) {
      refusals.append(Refusal(path: lines.path, line: lines.number, reason: reason))
    }
    guard SourceText.isValidUTF8(line) else { return refuse("found bytes that are not UTF-8, expected UTF-8") }
    do throws(JSONError) {
      guard let document = try EvaluationScanner.read(line, isGold: isGold) else {
        return refuse("found no \"id\", expected one")
      }
      if let span = document.misplaced {
        return refuse("found \(span.label) \(span.start)-\(span.end), expected offsets inside the text")
      }
      if let place = places[document.id] {
        refuse("found the id \"\(document.id)\" a second time; this line counts, the earlier one does not")
        documents[place] = document
      } else {
        places[document.id] = documents.count
        documents.append(document)
      }
    } catch {
      refuse("found broken JSON: \(error)")
    }
  }
}
