import Foundation
import SaysoTestSupport
import Testing

/// What other tools make of the exports: `Tests/tools/read_exports.py` reads each with the tool that it is for and
/// holds every mark against the annotations.
@Suite(ExportReaders.isThere) struct ReadBackTests {
  let exporting: Exporting

  init() throws { exporting = try Exporting() }

  @Test(arguments: [
    "spacy", "prodigy", "doccano", "label-studio", "brat", "webanno", "conll", "ftm", "csv", "geojson", "claimreview",
    "sqlite",
  ])
  func theToolAgrees(format: String) throws {
    try expectAgreement(format, "codepoints")
  }

  /// With offsets in other units every span still cuts out the passage.
  @Test(arguments: ["prodigy", "doccano", "label-studio", "brat", "webanno", "csv", "sqlite"], ["utf16", "utf8"])
  func otherUnits(format: String, unit: String) throws {
    try expectAgreement(format, unit)
  }

  private func expectAgreement(_ format: String, _ unit: String) throws {
    let wantsUnit = !["conll", "ftm", "geojson", "claimreview"].contains(format)
    let arguments = ["export", "ann.jsonl", "--to", format, "-o", "out"] + (wantsUnit ? ["--offsets", unit] : [])
    let exported = try Program.run(arguments, in: exporting.folder.path)
    #expect(exported.status == 0, "\(exported.errors)")
    let read = try ExportReaders.run([format, "out", "ann.jsonl", unit], in: exporting.folder.path)
    #expect(read.status == 0, "\(read.text)\(read.errors)")
    let marks = read.text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    #expect(marks ?? 0 > (format == "geojson" ? 0 : 5), "\(read.text)")
  }
}

/// The Python that reads exports.
enum ExportReaders {
  static let isThere = ConditionTrait.enabled(
    if: (try? run(["--check"], in: "/"))?.status == 0, "needs spacy, followthemoney and bioc, which make test installs")

  static func run(_ arguments: [String], in folder: String) throws -> Program.Result {
    try Program.run(
      executable: RecordValidator.python ?? "python3",
      ["\(RecordValidator.root)/Tests/tools/read_exports.py"] + arguments, in: folder)
  }
}
