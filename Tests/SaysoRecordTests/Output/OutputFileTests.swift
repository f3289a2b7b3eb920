import Foundation
import SaysoRecord
import SaysoTestSupport
import Testing

@Suite struct OutputFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> String { folder.path + "/" + name }

  private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }

  @Test func appearsWhenWhole() throws {
    let file = try OutputFile(path("a.jsonl"))
    try file.write(Array("{}\n".utf8))
    #expect(try names() == ["a.jsonl.partial"])
    try file.finish()
    #expect(try names() == ["a.jsonl"])
    #expect(try folder.read("a.jsonl") == Array("{}\n".utf8))
  }

  @Test func leavesNothingWhenGivenUp() throws {
    do {
      let file = try OutputFile(path("a"))
      try file.write([1])
    }
    #expect(try names() == [])
  }

  @Test func neverClobbers() throws {
    try folder.write("old", to: "a")
    #expect(throws: OutputError.exists(path: path("a"))) { try OutputFile(path("a")) }
    let file = try OutputFile(path("a"), options: .init(force: true))
    try file.write(Array("new".utf8))
    #expect(try folder.read("a") == Array("old".utf8))
    try file.finish()
    #expect(try folder.read("a") == Array("new".utf8))
  }

  @Test func neverClobbersWhatCameMeanwhile() throws {
    let file = try OutputFile(path("a"))
    try folder.write("theirs", to: "a")
    #expect(throws: OutputError.exists(path: path("a"))) { try file.finish() }
    #expect(try folder.read("a") == Array("theirs".utf8))
  }

  @Test func keepsModeAndLink() throws {
    try folder.write("old", to: "real")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path("real"))
    try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: path("real"))
    let file = try OutputFile(path("link"), options: .init(force: true))
    try file.write(Array("new".utf8))
    try file.finish()
    #expect(try folder.read("real") == Array("new".utf8))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("link")) == path("real"))
    let mode = try FileManager.default.attributesOfItem(atPath: path("real"))[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func twoWritersDontMix() throws {
    let first = try OutputFile(path("a"))
    #expect(throws: OutputError.busy(path: path("a"))) { try OutputFile(path("a")) }
    try first.write(Array("first".utf8))
    try first.finish()
    #expect(try folder.read("a") == Array("first".utf8))
  }

  @Test func resumesBehindWholeLines() throws {
    let file = try OutputFile(path("a"))
    try file.write(Array("one\ntwo\nthr".utf8))
    file.suspend()
    #expect(try names() == ["a.partial"])
    let again = try OutputFile(path("a"), options: .init(resume: true))
    #expect(again.resumedLines == 2)
    try again.write(Array("three\n".utf8))
    try again.finish()
    #expect(try folder.read("a") == Array("one\ntwo\nthree\n".utf8))
    #expect(try names() == ["a"])
  }

  @Test func startsAfreshWithoutResume() throws {
    try folder.write("left over, and longer\n", to: "a.partial")
    let file = try OutputFile(path("a"))
    try file.write(Array("new\n".utf8))
    try file.finish()
    #expect(try folder.read("a") == Array("new\n".utf8))
  }

  @Test func saysWhyItCannot() throws {
    let error = #expect(throws: OutputError.self) { try OutputFile(path("no/such/folder")) }
    #expect(error?.exitCode == 73)
    #expect(error?.description.contains("No such file or directory") == true)
    #expect(throws: OutputError.self) { try OutputFile(folder.path) }
  }

  @Test func noticesAFullDisk() throws {
    let full = try OutputFile("/dev/full")
    #expect(throws: OutputError.full(path: "/dev/full")) { try full.write([1, 2, 3]) }
    #expect(OutputError.full(path: "").exitCode == 74)
  }

  @Test func noticesAClosedPipe() throws {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    let sink = DescriptorSink(descriptor: ends[1], path: "pipe")
    #expect(throws: OutputError.closedPipe(path: "pipe")) { try sink.write([1]) }
    close(ends[1])
  }

  @Test func writesThroughSlowPipes() async throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    let wanted = 1 << 20
    let reader = Task { [end = ends[0]] in
      var got = 0
      var buffer = [UInt8](repeating: 0, count: 5000)
      while got < wanted, case let count = read(end, &buffer, buffer.count), count > 0 { got += count }
      return got
    }
    let sink = DescriptorSink(descriptor: ends[1], path: "pipe")
    try sink.write([UInt8](repeating: 7, count: wanted))
    close(ends[1])
    #expect(await reader.value == wanted)
    close(ends[0])
  }

  @Test func drainsAWriter() throws {
    let sink = MemorySink()
    var json = JSONByteWriter()
    json.int(1)
    try sink.drainWhenFull(&json)
    #expect(sink.bytes.isEmpty)
    json.endLine()
    try sink.drain(&json)
    #expect(sink.bytes == Array("1\n".utf8))
    #expect(json.count == 0)
  }
}
