internal import SaysoText

/// What a page says of its article besides the text, collected while it is parsed: `meta`, `link`, `time`, `itemprop`.
struct PageFacts {
  /// The contents of `<title>`.
  var title: [UInt8] = []
  private(set) var language: String?
  private(set) var canonical: String?
  /// `content` of `meta` elements by lower-case `property`, `name` or `itemprop`; the first of each name.
  private(set) var meta: [String: [String]] = [:]
  /// `datetime` of a `time` element, or of an element with `itemprop="datePublished"`.
  private(set) var times: [Time] = []
  /// Lines whose class words speak of a byline, and the text of `h1`.
  private(set) var bylines: [String] = []
  private(set) var headings: [String] = []

  struct Time {
    var text: String
    /// Said to be the time of publication, not just a time.
    var isPublication: Bool
  }

  /// Values kept at most, of each kind: a page has a handful.
  private static let most = 64
  private static let longest = 4_096

  mutating func noteRoot(_ attributes: MarkupAttributes) {
    attributes.visit { name, value in
      if name == "lang", language == nil, !value.isEmpty { language = Self.string(value) }
    }
  }

  /// `meta` and `link`.
  mutating func note(_ name: ElementName, _ attributes: MarkupAttributes) {
    var keys: [String] = []
    var content: String?
    var isCanonical = false
    attributes.visit { attribute, value in
      switch attribute {
      case "name", "property", "itemprop", "http-equiv": keys.append(Self.string(value).lowercased())
      case "content": content = Self.string(value)
      case "rel": isCanonical = Self.string(value).lowercased() == "canonical"
      case "href": if name == "link" { content = Self.string(value) }
      default: break
      }
    }
    guard let content, !content.isEmpty else { return }
    if isCanonical, canonical == nil { canonical = content }
    for key in keys where name == "meta" && meta.count < 4 * Self.most {
      if meta[key, default: []].count < Self.most { meta[key, default: []].append(content) }
    }
  }

  /// An element with its marks: `time`, and whatever has a machine-readable date.
  mutating func note(element: ElementName, _ attributes: MarkupAttributes, marks: BlockMarks, own: BlockMarks) {
    guard element == "time" || own.contains(.date), times.count < Self.most else { return }
    var date: String?
    var words = ""
    attributes.visit { name, value in
      switch name {
      case "datetime", "content": date = Self.string(value)
      case "class", "itemprop", "pubdate", "id": words += " " + Self.string(value).lowercased()
      default: break
      }
    }
    let isOther = ["modif", "updat"].contains { words.contains($0) } || marks.hasAny(Self.elsewhere)
    guard let date, !date.isEmpty, !isOther else { return }
    let isPublication = words.contains("publi") || words.contains("pubdate") || words.contains("entry-date")
    times.append(Time(text: date, isPublication: isPublication))
  }

  private static let elsewhere: BlockMarks = [
    .comments, .related, .sidebar, .navigation, .footer, .aside, .teaser, .promotion,
  ]

  mutating func note(line: PageLine) {
    if line.kind == .title, headings.count < Self.most { headings.append(Self.string(line.text)) }
    if line.marks.contains(.byline), !line.marks.hasAny(Self.elsewhere), line.text.count <= 200,
      bylines.count < Self.most
    {
      bylines.append(Self.string(line.text))
    }
  }

  private static func string(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: bytes.prefix(longest), as: UTF8.self)
  }
}
