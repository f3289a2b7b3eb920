internal import Mustache

/// A Mustache template of a page (`Reports/templates`), embedded in the program.
///
/// `{{name}}` is escaped for HTML (`&`, `<`, `>`, quotes); text from articles never goes through `{{{name}}}`.
struct PageTemplate {
  private let template: MustacheTemplate?

  /// A template that does not parse renders nothing: a test renders them all.
  init(_ source: [UInt8]) {
    template = try? MustacheTemplate(string: String(decoding: source, as: UTF8.self))
  }

  var isValid: Bool { template != nil }

  /// The bytes of the page for these values: strings, numbers, flags, lists of such.
  func render(_ values: [String: Any]) -> [UInt8] {
    Array((template?.render(values) ?? "").utf8)
  }
}
