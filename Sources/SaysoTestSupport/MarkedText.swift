public import SaysoText

/// Text with the expected marks written into it, for tests:
///
///     let marked = try MarkedText("⟦person Jane Roe⟧ said on ⟦date=2024-05-07 Tuesday⟧")
///     marked.text          // "Jane Roe said on Tuesday"
///     marked.marks[1]      // date=2024-05-07, bytes 17..<24, "Tuesday"
///
/// A mark is `⟦LABEL text⟧` or `⟦LABEL=VALUE text⟧`: label and value hold no white space, one space ends them. Marks may
/// be nested, and are listed by start, the longer first.
public struct MarkedText: Sendable {
  /// One mark: expected, or found by what is tested.
  public struct Mark: Hashable, Sendable, CustomStringConvertible {
    public var label: String
    public var value: String?
    /// Bytes of the plain text.
    public var span: TextSpan

    public init(_ label: String, value: String? = nil, span: TextSpan) {
      self.label = label
      self.value = value
      self.span = span
    }

    /// `date=2024-05-07`
    public var name: String { value.map { "\(label)=\($0)" } ?? label }

    public var description: String { "\(name) \(span.start)..<\(span.end)" }
  }

  /// What is wrong with a marked text.
  public enum MarkingError: Error, Equatable {
    case unclosed(at: Int)
    case unopened(at: Int)
    case noLabel(at: Int)
  }

  /// The text without its marks.
  public let text: String
  public let marks: [Mark]

  public init(_ marked: String) throws {
    var plain: [UInt8] = []
    var marks: [Mark] = []
    var open: [Mark] = []
    var rest = marked.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "⟦" {
        let name = rest.prefix { $0 != " " && $0 != "⟦" && $0 != "⟧" }
        rest = rest[name.endIndex...]
        guard !name.isEmpty, rest.popFirst() == " " else { throw MarkingError.noLabel(at: plain.count) }
        let parts = String(name).split(separator: "=", maxSplits: 1).map(String.init)
        let value = parts.count > 1 ? parts[1] : nil
        open.append(Mark(parts.first ?? "", value: value, span: TextSpan(plain.count, plain.count)))
      } else if scalar == "⟧" {
        guard var mark = open.popLast() else { throw MarkingError.unopened(at: plain.count) }
        mark.span.end = Int32(plain.count)
        marks.append(mark)
      } else {
        plain += String(scalar).utf8
      }
    }
    if let mark = open.last { throw MarkingError.unclosed(at: Int(mark.span.start)) }
    self.text = String(decoding: plain, as: UTF8.self)
    self.marks = marks.sorted { $0.span < $1.span }
  }
}

extension MarkedText {
  /// The text of a mark.
  public func text(of mark: Mark) -> String { SourceText(text).string(mark.span) }

  /// What differs between the marks and `found`, line by line with carets under the place; nil where nothing does.
  /// Anything found that is not marked counts, as does the reverse.
  public func difference(from found: [Mark]) -> String? {
    let missing = marks.filter { !found.contains($0) }.map { ($0, "missing") }
    let unexpected = found.filter { !marks.contains($0) }.map { ($0, "unexpected") }
    let wrong = (missing + unexpected).sorted { $0.0.span < $1.0.span }
    guard !wrong.isEmpty else { return nil }
    return wrong.map { Self.excerpt(text, $0.0.span, "\($0.1) \($0.0.name)") }.joined(separator: "\n")
  }

  /// The line of `text` in which the span starts, and under it carets and a note.
  public static func excerpt(_ text: String, _ span: TextSpan, _ note: String) -> String {
    let bytes = Array(text.utf8)
    let start = min(max(0, Int(span.start)), bytes.count)
    let end = min(max(start, Int(span.end)), bytes.count)
    let lineStart = (bytes[..<start].lastIndex(of: 0x0A) ?? -1) + 1
    let lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    let line = String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self)
    let indent = String(decoding: bytes[lineStart..<start], as: UTF8.self).count
    let width = max(1, String(decoding: bytes[start..<min(end, lineEnd)], as: UTF8.self).count)
    return "  \(line)\n  \(String(repeating: " ", count: indent))\(String(repeating: "^", count: width)) \(note)"
  }
}
