// swift-tools-version: 6.2
import Foundation
import PackageDescription

// One setting list for every target of ours. CI sets SAYSO_STRICT so that a warning fails the build there.
let strict = ProcessInfo.processInfo.environment["SAYSO_STRICT"] != nil
let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

/// A room of the house (docs/ARCHITECTURE.md): what it lists here is all that it may import.
func room(_ name: String, _ imports: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: imports, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ imports: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: imports + ["SaysoTestSupport"], exclude: exclude, swiftSettings: settings)
}

// Templates of the HTML pages, and the SQLite export.
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")

// `make fuzz` sets SAYSO_FUZZING: only then is there a target that needs libFuzzer.
let isFuzzing = ProcessInfo.processInfo.environment["SAYSO_FUZZING"] != nil
let fuzzing: [Target] =
  isFuzzing
  ? [
    .executableTarget(
      name: "fuzz", dependencies: ["SaysoText", "SaysoICU", "SaysoLexicon", "SaysoRecord", "SaysoRead"],
      path: "Tests/Fuzz", exclude: ["fuzz.sh"],
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
  ] : []

let package = Package(
  name: "sayso",
  products: [
    .executable(name: "sayso", targets: ["sayso"]),
    // What reads and writes the records, for programs that work with annotation lines.
    .library(name: "SaysoRecord", targets: ["SaysoRecord"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

    room("SaysoText"),
    room("SaysoICU", ["SaysoText", "CICU"]),
    room("SaysoLexicon", ["SaysoText", "SaysoICU"]),
    room(
      "SaysoRecord", ["SaysoText"],
      resources: ["annotation", "error", "timeline", "finding", "audit"].map { .embedInCode("Schemas/\($0).json") }),
    room(
      "SaysoRead", ["SaysoText", "SaysoICU", "SaysoRecord", "CZlib", "CBrotli", "CCrypto", "CXML"],
      resources: [.embedInCode("HTML/Tables/class-words.tsv")]),
    room("SaysoPipeline", ["SaysoText", "SaysoICU", "SaysoLexicon", "SaysoRecord"]),
    room("SaysoBatch", ["SaysoText", "SaysoRead", "SaysoPipeline", "SaysoRecord"]),
    room(
      "SaysoAnalysis", ["SaysoText", "SaysoRecord"],
      resources: ["thresholds", "words"].map { .embedInCode("Audit/Tables/\($0).tsv") }),
    room(
      "SaysoReport", ["SaysoText", "SaysoRecord", "SaysoAnalysis", "CCrypto", mustache, grdb, sqlite],
      resources: [
        "timeline-head", "timeline-entry", "timeline-foot", "audit-head", "audit-finding", "audit-profile",
        "report-head",
        "report-article", "report-foot",
      ].map { .embedInCode("Templates/\($0).mustache") }
        + ["report.css", "report.js"].map { .embedInCode("Templates/\($0)") }),
    .executableTarget(
      name: "sayso",
      dependencies: [
        "SaysoText", "SaysoICU", "SaysoLexicon", "SaysoRecord", "SaysoRead", "SaysoPipeline", "SaysoBatch",
        "SaysoAnalysis", "SaysoReport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    room("SaysoTestSupport", ["SaysoText"]),

    tests("SaysoTextTests", ["SaysoText"]),
    tests("SaysoICUTests", ["SaysoICU", "SaysoText"]),
    tests("ArchitectureTests", []),
    tests("SaysoTestSupportTests", ["SaysoText"]),
    tests("SaysoRecordTests", ["SaysoRecord", "SaysoText"]),
    tests("SaysoReadTests", ["SaysoRead", "SaysoRecord", "SaysoText", "CZlib"]),
    tests("SaysoLexiconTests", ["SaysoLexicon", "SaysoText"]),
    tests("SaysoBatchTests", ["SaysoBatch", "SaysoPipeline", "SaysoRead", "SaysoRecord", "SaysoText"]),
    tests("SaysoAnalysisTests", ["SaysoAnalysis", "SaysoRecord", "SaysoText"]),
    tests(
      "SaysoReportTests", ["SaysoReport", "SaysoAnalysis", "SaysoRecord", "SaysoText"],
      exclude: ["Timeline/Golden", "Page/Golden", "Export/example.jsonl"]),
    tests("CommandTests", ["sayso", "SaysoRecord"], exclude: ["Golden", "Furniture/corpus.txt"]),
    tests("SaysoPipelineTests", ["SaysoPipeline", "SaysoLexicon", "SaysoICU", "SaysoRecord", "SaysoText"]),
  ] + fuzzing
)
