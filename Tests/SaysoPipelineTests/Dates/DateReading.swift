import FoundationEssentials
import SaysoICU
import SaysoLexicon
import SaysoRecord
import SaysoText

@testable import SaysoPipeline

/// The date grammar with the project's own tables, for tests: text in, readings out, without the other stages.
struct DateReading {
  struct Reading: Equatable {
    var text: String
    var span: TextSpan
    var timex: String
    var edtf: String?
    var type: TimexType
    var anchor: Anchor
    var modifier: String
    var rule: String
  }

  static let english = table("en")

  /// The words of a language, split and folded as its texts are.
  static func table(_ language: String) -> DateTable {
    var vocabulary = DateVocabulary()
    guard let tokeniser else { return DateTable(vocabulary) }
    for list in lists(language) { vocabulary.add(list, language == "en" ? nil : tokeniser) }
    return DateTable(vocabulary, dayFirst: language != "en")
  }

  private static var tokeniser: Tokeniser? { (try? ICUScriptSupport()).map { Tokeniser(support: $0) } }

  /// The checkout's lists of dates in a language.
  static func lists(_ language: String) -> [LexiconList] {
    let tests = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let folder = "/\(tests)/Lexicons/\(language)/dates"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".tsv") }.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(folder)/\(name)")
        .map { LexiconList.parse(Array($0), name: "dates/\(name)", file: name).list }
    }
  }

  /// What the grammar makes of a text whose reference date is Wednesday 2023-05-10, or another, or none.
  static func read(
    _ text: String, reference: CivilDate? = CivilDate(2023, 5, 10), page: CivilDate? = nil, table: DateTable = english
  ) -> [Reading] {
    guard let tokeniser else { return [] }
    let bytes = Array(text.utf8)
    var buffer = TokenBuffer()
    bytes.withUnsafeBufferPointer { tokeniser.tokenise($0, into: &buffer) }
    let words = (0..<buffer.count).map { table.number(buffer.rows[$0].hash) }
    let rows = buffer.rows
    var (first, last) = (Column<Int32>(neutral: 0), Column<Int32>(neutral: 0))
    for row in rows.buffer {
      first.append(row.start)
      last.append(row.end)
    }
    let starts = { (token: Int) in
      rows[token].shape.contains(.paragraphStart)
        || rows[token - 1].shape.contains(.terminal) && !table.words[Int(words[token - 1])].classes.contains(.stop)
          && table.words[Int(words[max(0, token - 2)])].stop == 0
    }
    var finder = DateFinder(table)
    let tags = Column<WordTag>(neutral: .none)
    defer { for column in [first, last] { column.free() } }
    defer { tags.free() }
    return bytes.withUnsafeBufferPointer { bytes in
      words.withUnsafeBufferPointer { words in
        let tokens = DateTokens(bytes: bytes, starts: first.buffer, ends: last.buffer, words: words)
        finder.scan(tokens, starts: starts)
        let reader = TenseReader(tokens: tokens, table: table, tags: tags, starts: starts)
        finder.resolve(tokens, reference: reference, page: page, tense: reader.tense)
        return zip(finder.found, finder.resolved).compactMap { reading(of: $0, $1, finder, bytes) }
      }
    }
  }

  private static func reading(
    of found: FoundDate, _ timex: Timex?, _ finder: DateFinder, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Reading? {
    guard let timex else { return nil }
    return Reading(
      text: String(decoding: bytes[found.span.range], as: UTF8.self), span: found.span, timex: timex.timexValue,
      edtf: timex.edtf,
      type: timex.type, anchor: timex.anchor, modifier: timex.modifier.timex, rule: "\(finder.rule(found))")
  }
}

extension DateVocabulary {
  /// Adds the rows of a list, as `init(Lexicon)` does with a compiled one.
  mutating func add(_ list: LexiconList, _ tokeniser: Tokeniser?) {
    for row in list.rows {
      let attribute = { (key: String) in row.attributes.first { $0.key == key }?.value }
      guard let word = DateWord(name: row.name, kind: row.kind, attributes: attribute) else { continue }
      guard let tokeniser else {
        add(word, name: row.name)
        continue
      }
      let isAbbreviation = DateWord.isAbbreviation(row.name)
      let name = isAbbreviation ? String(row.name.dropLast()) : row.name
      add(word, tokens: tokeniser.tokens(of: name).map(\.folded), isAbbreviation: isAbbreviation)
    }
  }
}
