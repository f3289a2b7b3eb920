internal import SaysoText

/// Makes lines of text out of elements: the handler that the parser calls.
///
/// Each visible block becomes a line with a blank line before it, each `<br>` a line of its own; white space becomes
/// single spaces. What the markup says of a line goes into its hints.
final class PageBuilder: MarkupHandler {
  /// The page's text: valid UTF-8.
  private(set) var text: [UInt8] = []
  private(set) var hints: [BlockHints] = []
  private(set) var facts = PageFacts()

  private var classes: ClassWords
  private var stack: [OpenElement] = []
  private var line = PageLine()
  private var blocks: Int32 = 0
  private var hiddenDepth = 0

  /// An element on the way from the root to where the parser is.
  private struct OpenElement {
    var name: ElementName
    var action: ElementTraits.Action
    var kind: BlockKind
    var marks: BlockMarks
    var isInLink: Bool
    var block: Int32
    var parent: Int32
  }

  /// Elements nested deeper than this stop the parser, whose end tags cost a search of the open elements.
  private static let deepest = 1_000
  /// A row of a table goes on in its line up to this length.
  private static let rowBytes = 80

  init(classes: ClassWords) { self.classes = classes }

  /// The class words with what they remembered, for the next page.
  func finish() -> ClassWords {
    endLine(isBreak: false)
    return classes
  }

  func open(_ name: ElementName, _ attributes: MarkupAttributes) -> Bool {
    let traits = Self.traits(name)
    let outer = stack.last
    var element = OpenElement(
      name: name, action: traits.action, kind: traits.kind ?? outer?.kind ?? .plain,
      marks: (outer?.marks ?? []).union(traits.marks), isInLink: outer?.isInLink ?? false, block: outer?.block ?? 0,
      parent: outer?.parent ?? 0)
    switch traits.action {
    case .hidden: break
    case .fact: facts.note(name, attributes)
    case .pageTitle: break
    case .root: facts.noteRoot(attributes)
    case .lineBreak: endLine(isBreak: true)
    case .cell: if line.text.count > Self.rowBytes { endLine(isBreak: false) } else { line.space() }
    case .link: element.isInLink = true
    case .inline, .block: break
    }
    let isSeen = hiddenDepth == 0 && traits.action != .root && traits.action != .fact
    if isSeen { read(attributes, of: name, into: &element) }
    if element.action == .block || element.action == .root { beginBlock(&element) }
    if element.action == .hidden { hiddenDepth += 1 }
    stack.append(element)
    return stack.count <= Self.deepest
  }

  func close(_ name: ElementName) {
    guard let element = stack.last, element.name == name else { return }
    stack.removeLast()
    switch element.action {
    case .hidden: hiddenDepth -= 1
    case .block, .root: endLine(isBreak: false)
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let element = stack.last, hiddenDepth == 0 else { return }
    if element.action == .pageTitle { return facts.title.append(contentsOf: bytes) }
    if line.isEmpty {
      line.marks = element.marks
      line.kind = element.kind
      (line.block, line.parent) = (element.block, element.parent)
    }
    if element.kind == .preformatted {
      for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
        if part.offset > 0 { endLine(isBreak: true) }
        line.append(UnsafeBufferPointer(rebasing: part.element), isInLink: element.isInLink)
      }
    } else {
      line.append(bytes, isInLink: element.isInLink)
    }
  }
}

// MARK: Elements

extension PageBuilder {
  private static func traits(_ name: ElementName) -> ElementTraits {
    if let traits = ElementTraits.table[name] { return traits }
    return name.isCustom ? ElementTraits.custom : ElementTraits()
  }

  private func beginBlock(_ element: inout OpenElement) {
    endLine(isBreak: false)
    blocks += 1
    element.parent = element.block
    element.block = blocks
  }

  /// Reads the attributes that say what an element is for.
  private func read(_ attributes: MarkupAttributes, of name: ElementName, into element: inout OpenElement) {
    var own: BlockMarks = []
    var isHidden = false
    attributes.visit { attribute, value in
      switch attribute {
      case "class", "id", "itemprop", "role": own.formUnion(classes.marks(of: value))
      case "hidden": isHidden = true
      case "style": isHidden = isHidden || Self.hides(value)
      default: break
      }
    }
    if isHidden, element.action != .lineBreak { element.action = .hidden }
    element.marks.formUnion(own)
    facts.note(element: name, attributes, marks: element.marks, own: own)
  }

  /// Whether a style has `display:none` or `visibility:hidden`.
  private static func hides(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
    guard style.count >= 12 else { return false }
    let solid = style.prefix(512).filter { $0 > 0x20 }.map { $0 | 0x20 }
    return contains(solid, "display:none") || contains(solid, "visibility:hidden")
  }

  private static func contains(_ bytes: [UInt8], _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: count)
    return (0...(bytes.count - count)).contains { bytes[$0..<$0 + count].elementsEqual(wanted) }
  }

  /// Moves the line into the text.
  private func endLine(isBreak: Bool) {
    let hadText = !line.isEmpty
    defer { line.isAfterBreak = isBreak && hadText }
    guard hadText else { return }
    if !text.isEmpty { text.append(contentsOf: line.isAfterBreak ? [0x0A] : [0x0A, 0x0A]) }
    hints.append(
      BlockHints(
        start: Int32(truncatingIfNeeded: text.count), kind: line.kind, marks: line.marks,
        linkBytes: Int32(truncatingIfNeeded: line.linkBytes), parent: line.block, grandparent: line.parent))
    facts.note(line: line)
    text.append(contentsOf: line.text)
    line.removeAll()
  }
}

/// The line that is being put together.
struct PageLine {
  private(set) var text: [UInt8] = []
  private(set) var linkBytes = 0
  var marks: BlockMarks = []
  var kind = BlockKind.plain
  var block: Int32 = 0
  var parent: Int32 = 0
  /// A line of the same paragraph, before a `<br>`, comes before it.
  var isAfterBreak = false
  private var needsSpace = false

  /// Whether nothing that is seen stands in it.
  var isEmpty: Bool { text.isEmpty }

  mutating func space() { needsSpace = !text.isEmpty }

  mutating func removeAll() {
    text.removeAll(keepingCapacity: true)
    linkBytes = 0
    needsSpace = false
  }

  /// Adds text with its runs of white space as one space each; control characters are dropped.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, isInLink: Bool) {
    var index = 0
    while index < bytes.count {
      var end = index
      while end < bytes.count, bytes[end] > 0x20, bytes[end] != 0x7F { end += 1 }
      if end > index {
        if needsSpace { text.append(0x20) }
        needsSpace = false
        appendRun(UnsafeBufferPointer(rebasing: bytes[index..<end]))
        if isInLink { linkBytes += end - index }
      }
      if end < bytes.count, bytes[end] == 0x20 || (0x09...0x0D).contains(bytes[end]) { space() }
      index = end + 1
    }
  }

  /// Characters U+0080 to U+009F stand for those of windows-1252, as browsers read `&#150;`.
  private mutating func appendRun(_ run: UnsafeBufferPointer<UInt8>) {
    var from = 0
    for index in run.indices.dropLast() where run[index] == 0xC2 && run[index + 1] < 0xA0 {
      text.append(contentsOf: run[from..<index])
      let scalar = Self.windows1252[Int(run[index + 1] & 0x1F)]
      if scalar > 0, let character = Unicode.Scalar(scalar) { text.append(contentsOf: String(character).utf8) }
      from = index + 2
    }
    text.append(contentsOf: run[from...])
  }

  /// Of 0x80 to 0x9F; 0 where there is none.
  private static let windows1252: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0,
    0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
