import SaysoRecord
import SaysoTestSupport
import Testing

@Suite struct AnnotationReaderTests {
  private func read(_ line: String, _ parts: AnnotationReader.Parts = .all) throws -> AnnotationRecord {
    try AnnotationReader(parts: parts).read(Array(line.utf8))
  }

  private func failure(_ line: String) -> RecordError? {
    do throws(RecordError) {
      _ = try AnnotationReader().read(Array(line.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func readsEveryKey() throws {
    let record = try read(Samples.line)
    #expect(record.id == "ferry")
    #expect(record.input.format == .text)
    #expect(record.producer.lexicons == "0123abcd")
    #expect(record.byline == ["Jane Roe"])
    #expect(record.published == .init(edtf: "2024-05-07", from: .input))
    #expect(record.zones.map(\.kind) == [.title, .body])
    #expect(record.sentences.count == 2)
    #expect(record.tokens?.map(\.wordClass) == [.noun, .verb])
    #expect(record.warnings == [.init(code: "bad-bytes", message: "2 bytes replaced")])
    #expect(record.duplicateOf == "b")
    #expect(record.mentions[0].confidence == 97)
    #expect(record.mentions[0].isMetonym)
    #expect(record.mentions[1].date?.anchor == .published)
    #expect(record.mentions[2].isNominal)
    #expect(record.entities[1].gender == .female)
    #expect(record.claims[0].source?.justification?.text == "not allowed to speak")
    #expect(record.claims[0].traits == [.number, .quantityChange])
    #expect(record.claims[1].parent == ClaimID(1))
    #expect(record.claims[1].rule == nil)
  }

  @Test func offsetsCutTheText() throws {
    let record = try read(Samples.line)
    let points = Array((record.text ?? "").unicodeScalars)
    for mention in record.mentions {
      var cut = String.UnicodeScalarView()
      cut.append(contentsOf: points[Int(mention.span.start)..<Int(mention.span.end)])
      #expect(String(cut) == mention.text)
    }
  }

  @Test func writesBackTheSameBytes() throws {
    let record = try read(Samples.line)
    #expect(Samples.written { record.writeLine(to: &$0) } == Samples.line)
  }

  @Test(arguments: Seed.some(60))
  func anyRecordComesBack(seed: Seed) throws {
    var random = seed.generator
    for _ in 0..<10 {
      let record = Samples.record(&random)
      let line = Samples.written { record.writeLine(to: &$0) }
      #expect(try read(line) == record)
    }
  }

  @Test func readsOnlyTheWantedParts() throws {
    let record = try read(Samples.line, [.claims])
    #expect(record.claims.count == 2)
    #expect(record.text == nil)
    #expect(record.tokens == nil)
    #expect(record.mentions.isEmpty && record.entities.isEmpty && record.zones.isEmpty && record.sentences.isEmpty)
    #expect(record.id == "ferry")
  }

  @Test func checksTheSyntaxOfWhatItSkips() {
    let broken = Samples.line.replacing("\"nominal\":true", with: "\"nominal\":truth")
    #expect(throws: RecordError.self) { try read(broken, [.claims]) }
  }

  @Test func stepsOverUnknownKeysInAnyOrder() throws {
    let extended = Samples.line
      .replacing("{\"id\":\"m1\",", with: "{\"new\":{\"deep\":[1,{\"x\":null}]},\"id\":\"m1\", ")
      .replacing("\"schema\":\"sayso.annotation/1\",", with: "\"later\":[true],")
      .replacing("\"warnings\":", with: "\"schema\" : \"sayso.annotation/1.3\" ,\"warnings\":")
    #expect(try read(extended) == read(Samples.line))
  }

  @Test func readsEscapedKeysAndNames() throws {
    let escaped = Samples.line.replacing("\"voice\":\"author\"", with: "\"v\\u006fice\":\"\\u0061uthor\"")
    #expect(try read(escaped).claims[1].voice == .author)
  }

  @Test(arguments: [
    ("\"kind\":\"anonymous\"", "\"kind\":\"man\"", "claims[0].source.kind"),
    ("\"kind\":\"anonymous\",", "", "claims[0].source.kind"),
    ("\"text\":\"said\"", "\"text\":7", "claims[0].cue.text"),
    ("[35,53]", "[35,\"53\"]", "claims[0].content.spans[1]"),
    ("[35,53]", "[53,35]", "claims[0].content.spans[1]"),
    ("[35,53]", "[35]", "claims[0].content.spans[1]"),
    ("[35,53]", "[35,53,57]", "claims[0].content.spans[1]"),
    ("[35,53]", "[-1,53]", "claims[0].content.spans[1]"),
    ("\"start\":12,\"end\":20", "\"start\":12,\"end\":4294967296", "mentions[0].end"),
    ("\"start\":12,\"end\":20", "\"start\":12,\"end\":1.5", "mentions[0].end"),
    ("\"start\":12,\"end\":20", "\"start\":21,\"end\":20", "mentions[0]"),
    ("\"id\":\"m1\"", "\"id\":\"e1\"", "mentions[0].id"),
    ("\"id\":\"m1\"", "\"id\":\"m01\"", "mentions[0].id"),
    ("\"timexType\":\"DATE\",", "", "mentions[1].timexType"),
    ("[6,11,\"VERB\"]", "[6,11,\"VERBS\"]", "tokens[1]"),
    ("[6,11,\"VERB\"]", "[6,11]", "tokens[1]"),
    ("\"number\",\"quantity-change\"", "\"number\",\"size\"", "claims[0].traits[1]"),
    ("\"bytes\":111", "\"bytes\":null", "input.bytes"),
    ("\"language\":\"en\",", "", "language"),
    ("\"byline\":[\"Jane Roe\"]", "\"byline\":[\"Jane Roe\",3]", "byline[1]"),
    ("\"warnings\":[{\"code\"", "\"warnings\":[{\"kode\"", "warnings[0].code"),
    ("\"zones\":[{\"start\":0", "\"zones\":{\"start\":0", "zones"),
  ])
  func saysWhereARecordIsWrong(find: String, replace: String, path: String) {
    #expect(Samples.line.contains(find))
    #expect(failure(Samples.line.replacing(find, with: replace, maxReplacements: 1))?.path == path)
  }

  @Test func tellsOtherRecordsFromOtherVersions() {
    #expect(
      failure(#"{"schema":"sayso.annotation/2","id":7}"#)
        == RecordError(.otherVersion("sayso.annotation/2"), path: "schema", offset: 30))
    #expect(failure(#"{"schema":"sayso.error/1"}"#)?.kind == .otherRecord("sayso.error/1"))
    #expect(failure(#"{"schema":"sayso.annotation/10"}"#)?.kind == .otherVersion("sayso.annotation/10"))
    #expect(failure("{}") == RecordError(.missingKey, path: "schema", offset: 2))
  }

  @Test(arguments: ["", "[]", "null", "{\"schema\":", "not JSON"])
  func refusesWhatIsNoRecord(line: String) {
    #expect(failure(line) != nil)
  }

  @Test func refusesBadUTF8() {
    let bytes = Array(Samples.line.utf8).map { $0 == UInt8(ascii: "Q") ? 0xFF : $0 }
    #expect(throws: RecordError(.encoding, offset: 0)) { try AnnotationReader().read(bytes) }
  }

  /// A line cut off anywhere is an error, and no byte of it can make the reader crash.
  @Test func survivesCutsAndChanges() {
    let bytes = Array(Samples.line.utf8)
    var random = SeededGenerator(seed: 11)
    for length in 0..<bytes.count - 2 {
      #expect(throws: RecordError.self) { try AnnotationReader().read(Array(bytes[..<length])) }
    }
    for _ in 0..<3000 {
      var changed = bytes
      for _ in 0..<3 {
        changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      do throws(RecordError) {
        _ = try AnnotationReader().read(changed)
      } catch {
        #expect(error.offset <= changed.count && !error.description.isEmpty)
      }
    }
  }

  @Test func messagesHelp() {
    let message = failure(Samples.line.replacing("\"voice\":\"author\"", with: "\"voice\":\"editor\""))?.description
    #expect(
      message?.hasPrefix(
        "claims[1].voice: expected one of attributed, hedged, author, found \"editor\" at byte ") == true)
  }
}
