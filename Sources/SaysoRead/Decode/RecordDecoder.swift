internal import SaysoRecord
internal import SaysoText

/// Makes an article of one JSON object.
struct RecordDecoder {
  private let keys: JSONObjectKeys
  private let textKey: String
  /// Keys in the order of the slots, those of one slot by preference, and the slot of each.
  private let names: [String]
  private let slots: [Slot]

  private enum Slot: Int, CaseIterable {
    case text, id, date, title, url, byline, publisher, language, html
  }

  init(keys: JSONKeys) {
    textKey = keys.text
    let given = [
      keys.text, keys.id, keys.date, keys.title, keys.url, keys.byline, keys.publisher, keys.language, keys.html,
    ]
    let alternatives = zip(Slot.allCases, given).flatMap { slot, names in
      names.split(separator: "|").map { (slot, String($0)) }
    }
    slots = alternatives.map(\.0)
    names = alternatives.map(\.1)
    self.keys = JSONObjectKeys(names)
  }

  /// - Parameters:
  ///   - line: valid UTF-8.
  ///   - pages: reads the markup of a record that holds a page.
  ///   - warnings: what was repaired before.
  func decode(
    _ line: UnsafeBufferPointer<UInt8>, input: InputDescription, line number: Int, pages: inout PageReader,
    warnings: [InputWarning] = []
  ) -> InputResult {
    let found: JSONObjectKeys.Fields
    do throws(JSONError) {
      found = try keys.read(line)
    } catch {
      return .failure(InputFailure(input, line: number, code: .brokenJSON, "broken JSON: \(error)"))
    }
    return article(
      chosen(found.values), input: input, line: number, pages: &pages,
      warnings: warnings + Self.warnings(found.loneSurrogates))
  }

  /// Makes an article of a row: the columns are called as the keys are.
  func decode(
    cells: [[UInt8]], header: [String], input: InputDescription, line number: Int, pages: inout PageReader,
    warnings: [InputWarning]
  ) -> InputResult {
    let fields = names.map { name -> JSONObjectKeys.Value? in
      guard let column = header.firstIndex(of: name), column < cells.count, !name.isEmpty else { return nil }
      return .string(cells[column])
    }
    return article(chosen(fields), input: input, line: number, pages: &pages, warnings: warnings)
  }

  /// For each slot the value of the first of its keys that says something.
  private func chosen(_ values: [JSONObjectKeys.Value?]) -> [JSONObjectKeys.Value?] {
    var chosen = [JSONObjectKeys.Value?](repeating: nil, count: Slot.allCases.count)
    for (slot, value) in zip(slots, values) where Self.saysMore(value, than: chosen[slot.rawValue]) {
      chosen[slot.rawValue] = value
    }
    return chosen
  }

  /// An empty string under the first key counts where no other key has anything.
  private static func saysMore(_ value: JSONObjectKeys.Value?, than other: JSONObjectKeys.Value?) -> Bool {
    func weight(_ value: JSONObjectKeys.Value?) -> Int {
      switch value {
      case nil: 0
      case .other?: 1
      case .string(let bytes)? where InputDecoder.isBlank(bytes): 2
      case .strings(let strings)? where strings.isEmpty: 2
      default: 3
      }
    }
    return weight(value) > weight(other)
  }

  /// What another format says of an article, in the order of the slots.
  struct Values {
    var id, date, title, url, byline, publisher, html: JSONObjectKeys.Value?
  }

  /// Makes an article of what another format says; `html` is its markup.
  func decode(
    _ values: Values, input: InputDescription, line number: Int, pages: inout PageReader, warnings: [InputWarning]
  ) -> InputResult {
    let fields = [
      nil, values.id, values.date, values.title, values.url, values.byline, values.publisher, nil, values.html,
    ]
    return article(fields, input: input, line: number, pages: &pages, warnings: warnings)
  }

  private static func warnings(_ loneSurrogates: Int) -> [InputWarning] {
    guard loneSurrogates > 0 else { return [] }
    let noun = loneSurrogates == 1 ? "surrogate" : "surrogates"
    let message = "\(loneSurrogates) lone \(noun) replaced by U+FFFD"
    return [InputWarning(code: "lone-surrogates", message: message)]
  }

  private func article(
    _ fields: [JSONObjectKeys.Value?], input: InputDescription, line number: Int, pages: inout PageReader,
    warnings: [InputWarning]
  ) -> InputResult {
    let id = Self.string(fields[Slot.id.rawValue]) ?? InputFailure.id(input.path, line: number)
    let (page, plain) = markup(fields, &pages)
    guard let text = page?.text ?? plain ?? Self.bytes(fields[Slot.text.rawValue]) else {
      let message = "no string under the key \"\(textKey)\"; name the right one with --text-key"
      return .failure(InputFailure(input, line: number, id: id, code: .noText, message))
    }
    if InputDecoder.isBlank(text) { return .failure(.empty(input, line: number, id: id)) }
    var article = InputArticle(id: id, input: input, source: SourceText(text))
    article.warnings = warnings
    if let page { article.fill(from: page) }
    fill(&article, from: fields)
    return .article(article)
  }

  /// The page of a record's markup, or what stands under its key where that is plain text (ninjs has both there).
  private func markup(
    _ fields: [JSONObjectKeys.Value?], _ pages: inout PageReader
  ) -> (page: PageReader.Page?, plain: [UInt8]?) {
    guard let bytes = Self.bytes(fields[Slot.html.rawValue]), !InputDecoder.isBlank(bytes) else { return (nil, nil) }
    guard MarkupSniffer.hasMarkup(bytes) else { return (nil, bytes) }
    let address = Self.string(fields[Slot.url.rawValue])
    return (SourceText(bytes).bytes.withUnsafeBufferPointer { pages.read($0, address: address) }, nil)
  }

  private static func bytes(_ field: JSONObjectKeys.Value?) -> [UInt8]? {
    if case .string(let text)? = field { text } else { nil }
  }

  private func fill(_ article: inout InputArticle, from fields: [JSONObjectKeys.Value?]) {
    article.title = Self.string(fields[Slot.title.rawValue]) ?? article.title
    article.url = Self.string(fields[Slot.url.rawValue]) ?? article.url
    article.publisher = Self.string(fields[Slot.publisher.rawValue]) ?? article.publisher
    article.language = Self.string(fields[Slot.language.rawValue]) ?? article.language
    switch fields[Slot.byline.rawValue] {
    case .strings(let names)?: article.byline = names.filter { !$0.isEmpty }
    case let field:
      guard let names = Self.string(field)?.split(separator: ";") else { break }
      article.byline = names.map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
    }
    guard let date = Self.string(fields[Slot.date.rawValue]) else { return }
    if let day = ReferenceDate(date) ?? LooseDate.read(date) {
      article.published = day
      article.publishedFrom = nil
    } else {
      let message = "the date \"\(date.prefix(40))\" is not understood; write YYYY-MM-DD"
      article.warnings.append(InputWarning(code: "bad-date", message: message))
    }
  }

  /// A string that says something, or a number as written.
  private static func string(_ field: JSONObjectKeys.Value?) -> String? {
    switch field {
    case .string(let bytes)?: InputDecoder.isBlank(bytes) ? nil : String(decoding: bytes, as: UTF8.self)
    case .scalar(let text)?: text
    default: nil
    }
  }
}
