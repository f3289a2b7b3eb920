import SaysoText

/// The books of a lexicon, each with its range of entry ids behind those of the lists.
///
/// An entry has two ids: an even one, and an odd one for a match of a weak alias.
@usableFromInline
final class BookShelf: @unchecked Sendable {
  let books: [PhraseBook]
  private let starts: [UInt32]
  /// What `LexiconTables` points at; lives as long as the shelf.
  private let tables: UnsafeMutablePointer<Tables>?

  /// A way back from the tables, which hold no reference counts.
  @usableFromInline
  struct Tables {
    unowned(unsafe) let shelf: BookShelf

    func record(_ entry: EntryID) -> EntryRecord? {
      shelf.place(of: entry).flatMap { $0.book.record($0.index, isWeak: entry.raw & 1 == 1) }
    }
  }

  var pointer: UnsafePointer<Tables>? { tables.map { UnsafePointer($0) } }

  init(_ books: [PhraseBook], from first: UInt32) {
    self.books = books
    var starts: [UInt32] = []
    var next = (first + 1) & ~1
    for book in books {
      starts.append(next)
      next += UInt32(truncatingIfNeeded: book.entryCount * 2)
    }
    self.starts = starts
    tables = books.isEmpty ? nil : .allocate(capacity: 1)
    tables?.initialize(to: Tables(shelf: self))
  }

  deinit { tables?.deallocate() }

  /// The book and row of an entry; nil for one of the lists.
  func place(of entry: EntryID) -> (book: PhraseBook, index: Int)? {
    guard let number = starts.lastIndex(where: { $0 <= entry.raw }) else { return nil }
    let index = Int((entry.raw - starts[number]) / 2)
    return index < books[number].entryCount ? (books[number], index) : nil
  }

  func id(_ book: Int, _ pattern: BookPattern) -> EntryID { EntryID(starts[book] + pattern.entry) }
}
