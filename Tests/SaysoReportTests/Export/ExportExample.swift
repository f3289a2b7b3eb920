import Foundation
import SaysoRecord
import SaysoReport
import SaysoTestSupport
import Testing

/// An article that holds everything that annotations can hold, and its exports.
enum ExportExample {
  /// The annotation line, from `example.jsonl` beside this file.
  static func record() throws -> AnnotationRecord {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "example.jsonl")
    return try Array(Data(contentsOf: url)).withUnsafeBufferPointer { try AnnotationReader().read($0) }
  }

  /// What the program writes for a record: a stream's bytes, or a folder's files by name.
  static func export(_ record: AnnotationRecord, _ kind: ExportKind) throws -> [String: [UInt8]] {
    let folder = try TemporaryFolder()
    let path = folder.path + "/out"
    _ = try exporter(record, kind, path)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    if names.isEmpty { return ["": try folder.read("out")] }
    return try Dictionary(uniqueKeysWithValues: names.map { ($0, try folder.read("out/\($0)")) })
  }

  /// What it says of them on standard error.
  static func notes(_ record: AnnotationRecord, _ kind: ExportKind) throws -> [String] {
    let folder = try TemporaryFolder()
    return try exporter(record, kind, folder.path + "/out").notes
  }

  private static func exporter(_ record: AnnotationRecord, _ kind: ExportKind, _ path: String) throws -> Exporter {
    var exporter = try ExportPlan(kind, path: path).exporter(standardOutput: DescriptorSink.standardOutput)
    try exporter.add(record)
    try exporter.finish()
    return exporter
  }
}
