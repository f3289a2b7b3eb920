import Foundation
import SaysoBatch
import SaysoRecord
import SaysoTestSupport
import Testing

@Suite struct OutputTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func nothingIsClobberedWithoutForce() throws {
    let path = try writeLines(20, seed: 1, in: folder)
    try folder.write("precious", to: "out.jsonl")
    #expect(throws: OutputError.exists(path: folder.path + "/out.jsonl")) { try runBatch([path], in: folder) }
    #expect(try folder.read("out.jsonl") == Array("precious".utf8))
    try runBatch([path], in: folder) { $0.force = true }
    #expect(try folder.read("out.jsonl").count > 100)
    #expect(!folder.exists("out.jsonl.partial"))
  }

  @Test func aFolderThatIsNotThereIsSaid() throws {
    let path = try writeLines(5, seed: 1, in: folder)
    let target = folder.path + "/no/out.jsonl"
    #expect(throws: OutputError.cannotCreate(path: target, reason: "No such file or directory")) {
      try runBatch([path], in: folder) { $0.output = .file(target) }
    }
  }

  @Test func aFullDiskIsAnError() throws {
    let path = try writeLines(2000, seed: 1, in: folder)
    let error = OutputError.full(path: "/dev/full")
    #expect(throws: error) { try runBatch([path], in: folder) { $0.output = .file("/dev/full") } }
    #expect(error.exitCode == 74)
  }

  @Test func aClosedPipeEndsQuietly() throws {
    signal(SIGPIPE, SIG_IGN)
    let pipe = folder.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let path = try writeLines(5000, seed: 1, in: folder)
    Thread {
      let reader = open(pipe, O_RDONLY)
      var byte: UInt8 = 0
      _ = read(reader, &byte, 1)
      close(reader)
    }.start()
    let summary = try runBatch([path], in: folder) { $0.output = .file(pipe) }
    #expect(summary.ending == .closedPipe)
    #expect(summary.exitCode(keepGoing: false) == 0)
  }

  /// Wherever a run was cut off, resuming gives the bytes of an uninterrupted run.
  @Test(arguments: 0..<12 as Range<UInt64>)
  func resumeGivesTheSameBytes(seed: UInt64) throws {
    let path = try writeLines(300, seed: seed, in: folder)
    let whole = try runBatch([path], in: folder)
    let expected = try folder.read("out.jsonl")
    var generator = SeededGenerator(seed: seed)
    let cut = Array(expected.prefix(Int.random(in: 0...expected.count, using: &generator)))
    try FileManager.default.removeItem(atPath: folder.path + "/out.jsonl")
    try folder.write(cut, to: seed % 2 == 0 ? "out.jsonl" : "out.jsonl.partial")
    let resumed = try runBatch([path], in: folder) { $0.resume = true }
    #expect(try folder.read("out.jsonl") == expected)
    #expect(!folder.exists("out.jsonl.partial"))
    #expect(resumed.counts.alreadyDone == cut.count { $0 == 0x0A })
    #expect(
      resumed.counts.articles + resumed.counts.failed + resumed.counts.alreadyDone
        == whole.counts.articles + whole.counts.failed)
  }

  @Test func aStopLeavesWholeLinesToResumeFrom() throws {
    let path = try writeLines(8000, seed: 4, in: folder)
    try runBatch([path], in: folder)
    let expected = try folder.read("out.jsonl")
    try FileManager.default.removeItem(atPath: folder.path + "/out.jsonl")

    var options = BatchOptions()
    options.output = .file(folder.path + "/out.jsonl")
    options.isQuiet = true
    let stop = StopSwitch()
    let runner = try BatchRunner(inputs: [path], options: options, stop: stop) { EchoAnnotator() }
    Thread {
      usleep(30_000)
      stop.stop()
    }.start()
    let summary = try runner.run()
    guard case .interrupted(let partial) = summary.ending else {
      Issue.record("the batch ended before it was stopped")
      return
    }
    #expect(summary.exitCode(keepGoing: true) == 130)
    #expect(!folder.exists("out.jsonl"))
    if partial != nil {
      let left = try folder.read("out.jsonl.partial")
      #expect(left.last == 0x0A && expected.starts(with: left))
    }
    try runBatch([path], in: folder) { $0.resume = true }
    #expect(try folder.read("out.jsonl") == expected)
  }
}
