internal import SaysoText

/// Reads a page: text with hints, and what its markup says about the article. One per worker.
struct PageReader {
  struct Page {
    /// Valid UTF-8; empty where the page shows nothing.
    var text: [UInt8]
    var hints: [BlockHints]
    var metadata: PageMetadata
    var warnings: [InputWarning]
  }

  private var classes = ClassWords()
  private let parser: any MarkupParser

  init(parser: any MarkupParser = LibxmlParser()) { self.parser = parser }

  /// - Parameters:
  ///   - markup: the page, decoded to valid UTF-8.
  ///   - address: where it was found, if the input says so.
  mutating func read(_ markup: UnsafeBufferPointer<UInt8>, address: String? = nil) -> Page {
    var warnings: [InputWarning] = []
    let filter = MarkupFilter(markup)
    if filter.cutTags > 0 {
      let message = "\(filter.cutTags) tags with more attributes than any page needs: the rest was left out"
      warnings.append(InputWarning(code: "html-attributes", message: message))
    }
    var data = LinkedData()
    for script in filter.linkedData { data.read(UnsafeBufferPointer(rebasing: markup[script])) }
    var builder = PageBuilder(classes: classes)
    var isWhole = filter.markup.withUnsafeBufferPointer { parser.parse($0, into: builder) }
    classes = builder.finish()
    if !isWhole {
      warnings.append(InputWarning(code: "html-nesting", message: "nested too deep: read as lines without structure"))
      let facts = builder
      builder = PageBuilder(classes: classes)
      isWhole = MarkupFilter(markup, flattens: true).markup.withUnsafeBufferPointer { parser.parse($0, into: builder) }
      classes = builder.finish()
      let metadata = PageMetadata(facts.facts, data, address: address)
      return Page(text: builder.text, hints: builder.hints, metadata: metadata, warnings: warnings)
    }
    let metadata = PageMetadata(builder.facts, data, address: address)
    return Page(text: builder.text, hints: builder.hints, metadata: metadata, warnings: warnings)
  }
}
