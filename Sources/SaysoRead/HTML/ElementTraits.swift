internal import SaysoText

/// What the page builder does with an element.
struct ElementTraits {
  enum Action {
    /// Text goes on in the line.
    case inline
    /// Begins and ends a line.
    case block
    /// A table cell: goes on in its row's line while that is short.
    case cell
    /// Ends a line within its paragraph.
    case lineBreak
    /// Nothing in it is seen.
    case hidden
    case link
    /// The page's `<title>`: read, not seen.
    case pageTitle
    /// `meta`, `link`, `base`: read for their attributes.
    case fact
    /// `html`, `body`: blocks whose class words speak of the whole page.
    case root
  }

  var action = Action.inline
  /// What lines in it are; nil leaves that to what is around.
  var kind: BlockKind?
  var marks: BlockMarks = []

  static let table: [ElementName: ElementTraits] = {
    var table: [ElementName: ElementTraits] = [:]
    func add(_ names: [ElementName], _ action: Action, _ kind: BlockKind? = nil, _ marks: BlockMarks = []) {
      for name in names { table[name] = ElementTraits(action: action, kind: kind, marks: marks) }
    }
    add(["html", "body"], .root)
    add(
      ["div", "section", "center", "dl", "hr", "hgroup", "details", "summary", "address", "fieldset"], .block, .plain)
    add(["article"], .block, .plain, .article)
    add(["main"], .block, .plain, .main)
    add(["header"], .block, .plain, .header)
    add(["footer"], .block, .plain, .footer)
    add(["nav"], .block, .plain, .navigation)
    add(["aside"], .block, .plain, .aside)
    add(["form"], .block, .plain, .form)
    add(["figure", "picture"], .block, .plain, .figure)
    add(["table", "tbody", "thead", "tfoot", "caption"], .block, .plain, .table)
    add(["tr"], .block, .row, .table)
    add(["td", "th"], .cell)
    add(["ul", "ol", "menu", "dir"], .block, .plain, .list)
    add(["li", "dt", "dd"], .block, .listItem)
    add(["p"], .block, .paragraph)
    add(["blockquote"], .block, .quote)
    add(["figcaption"], .block, .caption, .caption)
    add(["pre"], .block, .preformatted)
    add(["h1"], .block, .title)
    add(["h2", "h3", "h4", "h5", "h6"], .block, .heading)
    add(["br"], .lineBreak)
    add(["a"], .link)
    add(["title"], .pageTitle)
    add(["meta", "link", "base"], .fact)
    add(
      [
        "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "canvas", "audio",
        "video", "select", "option", "datalist", "button", "input", "textarea", "map", "frameset", "noframes", "applet",
      ], .hidden)
    return table
  }()

  /// An element of the page's own making (`<story-body>`) is a block, another that HTML does not know goes on in the line.
  static let custom = ElementTraits(action: .block)
}
