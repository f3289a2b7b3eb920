import Foundation
import SaysoRead
import SaysoRecord
import SaysoTestSupport
import SaysoText
import Testing

@Suite struct WarcTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func record(_ id: String, _ text: String) -> [UInt8] {
    warcRecord("response", id: id, block: answer(page(text)))
  }

  @Test func pagesAndTextsBecomeArticles() throws {
    let info = warcRecord("warcinfo", id: "0", block: Array("software: none\r\n".utf8))
    let text = warcRecord("response", id: "2", block: answer(Array("Rain fell.".utf8), type: "text/plain"))
    let wet = warcRecord("conversion", id: "3", block: Array("Snow fell.".utf8), contentType: "text/plain")
    let path = try folder.write(info + record("1", "The ferry sails.") + text + wet, to: "crawl.warc")
    let results = try read([path])
    #expect(results.compactMap(\.article).map(\.id) == ["urn:uuid:1", "urn:uuid:2", "urn:uuid:3"])
    #expect(results.compactMap { $0.article?.summaryText } == ["The ferry sails.", "Rain fell.", "Snow fell."])
    let first = results[1].article
    #expect(first?.input.format == .warc)
    #expect(first?.url == "https://harbour.example/a")
    #expect(first?.published == nil)
    #expect(first?.fetched == ReferenceDate(year: 2024, month: 3, day: 14))
  }

  @Test func whatIsNoArticleIsSkippedWithItsReason() throws {
    let records = [
      warcRecord("request", id: "1", block: Array("GET / HTTP/1.1\r\n\r\n".utf8)),
      warcRecord("response", id: "2", block: answer(page("Gone."), status: 404)),
      warcRecord("response", id: "3", block: answer([1, 2, 3], type: "image/png")),
      warcRecord("response", id: "4", block: answer([1, 2, 3], fields: "Content-Encoding: zstd\r\n")),
      warcRecord("response", id: "5", block: answer(page(""))),
    ]
    let path = try folder.write(Array(records.joined()), to: "crawl.warc")
    let reasons: [SkipReason] = [.recordType, .status, .mediaType, .contentEncoding, .empty]
    #expect(try read([path]).map(\.skipReason) == reasons)
    let shown = try read([path]) { $0.allRecords = true }
    #expect(shown.map { $0.failure?.code } == Array(repeating: .notAnArticle, count: 5))
    #expect(shown[1].failure?.message == "\(path): urn:uuid:2: status: the server answered 404")
  }

  @Test func packedAndChunkedAnswersAreUndone() throws {
    let packed = answer(try gzip(page("Packed.")), fields: "Content-Encoding: gzip\r\n")
    let body = page("Chunked.")
    let chunks =
      Array("5\r\n".utf8) + body[..<5] + Array("\r\n\(String(body.count - 5, radix: 16));x=1\r\n".utf8)
      + body[5...] + Array("\r\n0\r\n\r\n".utf8)
    let chunked = answer(Array(chunks), fields: "Transfer-Encoding: chunked\r\n")
    let plain = answer(page("Plain."), fields: "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n")
    let blocks = [packed, chunked, plain]
    let members = try blocks.enumerated().map { try gzip(warcRecord("response", id: "\($0)", block: $1)) }
    let path = try folder.write(Array(members.joined()), to: "crawl.warc.gz")
    #expect(try read([path]).map(\.summary) == ["Packed.", "Chunked.", "Plain."])
  }

  @Test func brotliAndDeflateAnswersAreUndone() throws {
    let brotli = "G1kAqCwO7Jg08KHiqvX1yxucnOIRapcwMjrlU9Y8PmlsYAMOnMJt0EmmgXnYgINg0HlZFr5ZlGbEmczAaj+U+4HMAQ=="
    let bodies: [(String, [UInt8])] = [
      ("br", Array(try #require(Data(base64Encoded: brotli)))), ("deflate", try deflated(page("Zlib."), bits: 15)),
      ("Deflate", try deflated(page("Bare."), bits: -15)), ("br", page("Undone before.")), ("br", [0xFF, 1, 2]),
      ("deflate", try deflated(page("Cut."), bits: 15).dropLast(9)),
    ]
    let records = bodies.enumerated().map { number, body in
      warcRecord("response", id: "\(number)", block: answer(body.1, fields: "Content-Encoding: \(body.0)\r\n"))
    }
    let results = try read([try folder.write(Array(records.joined()), to: "crawl.warc")])
    let texts = ["Brotli.", "Zlib.", "Bare.", "Undone before.", "<broken-encoding>", "<broken-encoding>"]
    #expect(results.map(\.summary) == texts)
  }

  @Test func aBrokenChunkLosesNothing() throws {
    let block = answer(
      Array("5\r\nThe f\r\nzz\r\nerry sails.".utf8), type: "text/plain", fields: "Transfer-Encoding: chunked\r\n")
    let results = try read([try folder.write(warcRecord("response", id: "1", block: block), to: "crawl.warc")])
    #expect(results.map(\.summary) == ["The fzz\r\nerry sails."])
  }

  @Test(arguments: ["request", "response"])
  func aHugeLengthDoesNotSwallowWhatFollows(type: String) throws {
    let lie = warcRecord(type, id: "1", block: Array("x".utf8), length: .max)
    let results = try read([try folder.write(lie + record("2", "Second."), to: "crawl.warc")])
    #expect(results.map(\.summary) == [type == "request" ? "(record-type)" : "<too-large>", "Second."])
  }

  @Test func theServersCharsetCountsWhereThePageIsSilent() throws {
    let latin = page("Caf?").map { $0 == UInt8(ascii: "?") ? 0xE0 : $0 }
    let block = answer(latin, type: "text/html; charset=\"iso-8859-7\"")
    let path = try folder.write(warcRecord("response", id: "1", block: block), to: "crawl.warc")
    #expect(try read([path]).first?.article?.input.encoding == "ISO-8859-7")
  }

  @Test func aDateInTheAddressGoesBeforeTheDayOfTheCrawl() throws {
    let address = "https://harbour.example/2023/11/02/ferry"
    let bytes = warcRecord("response", id: "1", block: answer(page("The ferry sails.")), address: address)
    let article = try read([try folder.write(bytes, to: "crawl.warc")]).first?.article
    #expect(article?.published == ReferenceDate(year: 2023, month: 11, day: 2))
    #expect(article?.publishedFrom == .url)
  }

  @Test(arguments: [-40, -1, 3, 150, 1 << 20])
  func aWrongLengthCostsAtMostItsOwnRecord(error: Int) throws {
    let block = answer(page("Second record."))
    let bytes =
      record("1", "First record.") + warcRecord("response", id: "2", block: block, length: block.count + error)
      + record("3", "Third record.")
    let results = try read([try folder.write(bytes, to: "crawl.warc")])
    let texts = results.compactMap { $0.article?.summaryText }
    #expect(texts.first == "First record.")
    #expect(texts.last == "Third record.")
    #expect(texts.count == 3)
  }

  @Test func lostBytesAndCutArchivesAreReported() throws {
    let bytes = record("1", "First.") + Array("junk without a header\r\n".utf8) + record("2", "Second.")
    let results = try read([try folder.write(bytes, to: "crawl.warc")])
    #expect(results.map(\.summary) == ["First.", "<broken-archive>", "Second."])
    let packed = try gzip(record("1", "First.")) + gzip(record("2", "Second.")).dropLast(30)
    let cut = try read([try folder.write(packed, to: "cut.warc.gz")])
    #expect(cut.map(\.summary) == ["First.", "<broken-gzip>"])
  }

  @Test func aLargeRecordIsSteppedOver() throws {
    let large = warcRecord("response", id: "1", block: answer(page(String(repeating: "tide ", count: 60_000))))
    let path = try folder.write(large + record("2", "Small."), to: "crawl.warc")
    #expect(try read([path]) { $0.maxBytes = 100_000 }.map(\.summary) == ["<too-large>", "Small."])
  }

  /// Records that claim to be longer than they are make the reader look for the next one: still once for each byte.
  @Test(.timeLimit(.minutes(1))) func lyingLengthsCostNoMoreThanTheirBytes() throws {
    let lie = warcRecord("response", id: "1", block: answer(page("Tide.")), length: 30_000_000)
    let path = try folder.write(Array(repeatElement(lie, count: 10_000).joined()), to: "crawl.warc")
    #expect(try read([path]).count == 10_000)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func damagedArchivesNeverCrash(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var bytes = Array((0..<12).map { record("\($0)", "Record number \($0).") }.joined())
    for _ in 0..<Int.random(in: 1...60, using: &generator) {
      let index = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0...2, using: &generator) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.removeSubrange(index..<min(bytes.count, index + Int.random(in: 1...80, using: &generator)))
      default: bytes.insert(contentsOf: "\r\nWARC/1.0\r\n".utf8, at: index)
      }
    }
    let results = try read([try folder.write(bytes, to: "crawl.warc")])
    #expect(!results.isEmpty)
  }
}

extension InputArticle {
  /// The text.
  var summaryText: String { String(decoding: source.bytes, as: UTF8.self) }
}
