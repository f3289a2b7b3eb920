/// What a page's markup says about one line of its text: carried from the reader to the zone stage, never written out.
public struct BlockHints: Sendable, BitwiseCopyable, Equatable {
  /// Byte offset of the line's first byte in the text.
  public var start: Int32
  public var kind: BlockKind
  public var marks: BlockMarks
  /// Bytes of the line that stand inside links, white space left out.
  public var linkBytes: Int32
  /// Numbers of the block elements around the line, the line's own first: its parent and its parent's parent.
  public var parent: Int32
  public var grandparent: Int32

  public init(start: Int32, kind: BlockKind, marks: BlockMarks, linkBytes: Int32, parent: Int32, grandparent: Int32) {
    self.start = start
    self.kind = kind
    self.marks = marks
    self.linkBytes = linkBytes
    self.parent = parent
    self.grandparent = grandparent
  }
}

/// The element that made a line.
public enum BlockKind: UInt8, Sendable, BitwiseCopyable {
  /// Text directly in a `div`, `section` and the like.
  case plain
  case paragraph, title, heading, listItem, row, quote, caption, preformatted
}

/// Where a line stands on its page: elements around it, and what their class and id words speak of.
public struct BlockMarks: OptionSet, Sendable, Hashable, BitwiseCopyable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  // Elements.
  public static let article = BlockMarks(rawValue: 1 << 0)
  public static let main = BlockMarks(rawValue: 1 << 1)
  public static let header = BlockMarks(rawValue: 1 << 2)
  public static let footer = BlockMarks(rawValue: 1 << 3)
  public static let navigation = BlockMarks(rawValue: 1 << 4)
  public static let aside = BlockMarks(rawValue: 1 << 5)
  public static let form = BlockMarks(rawValue: 1 << 6)
  public static let list = BlockMarks(rawValue: 1 << 7)
  public static let table = BlockMarks(rawValue: 1 << 8)
  public static let figure = BlockMarks(rawValue: 1 << 9)

  // Class and id words, `itemprop` and `role`.
  public static let body = BlockMarks(rawValue: 1 << 10)
  public static let comments = BlockMarks(rawValue: 1 << 11)
  public static let related = BlockMarks(rawValue: 1 << 12)
  public static let share = BlockMarks(rawValue: 1 << 13)
  public static let promotion = BlockMarks(rawValue: 1 << 14)
  public static let byline = BlockMarks(rawValue: 1 << 15)
  public static let date = BlockMarks(rawValue: 1 << 16)
  public static let title = BlockMarks(rawValue: 1 << 17)
  public static let caption = BlockMarks(rawValue: 1 << 18)
  public static let consent = BlockMarks(rawValue: 1 << 19)
  public static let biography = BlockMarks(rawValue: 1 << 20)
  public static let sidebar = BlockMarks(rawValue: 1 << 21)
  public static let tags = BlockMarks(rawValue: 1 << 22)
  public static let teaser = BlockMarks(rawValue: 1 << 23)

  /// Marks that speak against the article's body.
  public static let against: BlockMarks = [
    .footer, .navigation, .aside, .form, .comments, .related, .share, .promotion, .consent, .biography, .sidebar,
    .tags, .teaser,
  ]

  /// Whether any of the marks is set.
  public func hasAny(_ marks: BlockMarks) -> Bool { rawValue & marks.rawValue != 0 }
}
