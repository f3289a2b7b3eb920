import Foundation
import SaysoTestSupport
import Testing

/// What happens to the output when the world is against it.
@Suite struct OutputTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    var generator = SeededGenerator(seed: 11)
    var lines = ""
    for number in 0..<300 {
      lines += "{\"id\":\"\(number)\",\"text\":\(generator.jsonString(generator.article(paragraphs: 4)))}\n"
    }
    try folder.write(lines, to: "in.jsonl")
    try folder.write("It rained.", to: "good.txt")
  }

  @Test func fullDisk() throws {
    let redirected = try shell("$sayso annotate -q in.jsonl > /dev/full", in: folder)
    #expect(redirected.status == 74)
    #expect(redirected.errors.contains("no space left"))
    #expect(try annotate("in.jsonl", "-o", "/dev/full", in: folder).status == 74)
  }

  @Test func closedPipe() throws {
    let result = try shell("$sayso annotate -q in.jsonl | head -n 1", in: folder)
    #expect(result.errors.isEmpty)
    #expect(try result.outcomes() == ["annotation"])
  }

  @Test func existingOutput() throws {
    try folder.write("precious", to: "out.jsonl")
    let refused = try annotate("good.txt", "-o", "out.jsonl", in: folder)
    #expect(refused.status == 73)
    #expect(refused.errors.contains("--force"))
    #expect(try folder.read("out.jsonl") == Array("precious".utf8))
    #expect(try annotate("good.txt", "-o", "out.jsonl", "--force", in: folder).status == 0)
    #expect(try folder.read("out.jsonl").last == 0x0A)
    #expect(try annotate("good.txt", "-o", "no/such/out.jsonl", in: folder).status == 73)
  }

  @Test func sameBytesForAnyNumberOfJobs() throws {
    let one = try annotate("in.jsonl", "good.txt", "-j1", in: folder)
    let four = try annotate("in.jsonl", "good.txt", "-j", "4", in: folder)
    #expect(one.output == four.output)
    #expect(one.lines.count == 301)
  }

  @Test func resumeMendsATornLine() throws {
    #expect(try annotate("in.jsonl", "-o", "whole.jsonl", in: folder).status == 0)
    let whole = try folder.read("whole.jsonl")
    try folder.write(Array(whole.prefix(whole.count / 2)), to: "out.jsonl")
    #expect(try annotate("in.jsonl", "-o", "out.jsonl", "--resume", in: folder).status == 0)
    #expect(try folder.read("out.jsonl") == whole)
  }

  /// A later article with the id of one that is done is another article.
  @Test func resumeTellsArticlesOfOneIDApart() throws {
    try folder.write(
      """
      {"id":"a","text":"Ada Quist said on Monday that the ferry would sail."}
      {"id":"a","text":"Marten Okoye said on Friday that the ferry would stay."}

      """, to: "two.jsonl")
    #expect(try annotate("two.jsonl", "-o", "whole.jsonl", in: folder).status == 0)
    let whole = try folder.read("whole.jsonl")
    let end = try #require(whole.firstIndex(of: 0x0A))
    try folder.write(Array(whole[...end]), to: "out.jsonl")
    #expect(try annotate("two.jsonl", "-o", "out.jsonl", "--resume", in: folder).status == 0)
    #expect(try folder.read("out.jsonl") == whole)
  }

  /// Reads one line, waits, and is interrupted meanwhile: 130, and whole lines to resume from.
  @Test func interrupt() throws {
    let script = """
      mkfifo pipe
      $sayso annotate -q pipe -o out.jsonl & pid=$!
      exec 3> pipe
      head -n 5 in.jsonl >&3
      while [ "$(wc -l < out.jsonl.partial 2> /dev/null || echo 0)" -lt 5 ]; do sleep 0.05; done
      kill -INT $pid
      wait $pid
      """
    let result = try shell("set -m; " + script, in: folder)
    #expect(result.status == 130)
    #expect(!folder.exists("out.jsonl"))
    #expect(try folder.read("out.jsonl.partial").count { $0 == 0x0A } == 5)
    #expect(try folder.read("out.jsonl.partial").last == 0x0A)
  }

  @Test func summaryNamesWhatWasFoundAndWhatFailed() throws {
    try folder.write("", to: "empty.txt")
    let result = try Program.run(["annotate", "good.txt", "empty.txt"], in: folder.path)
    #expect(result.errors.contains("1 article, 10 bytes of text in "))
    #expect(result.errors.contains("1 input failed (empty 1)\n"))
  }
}
