// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "record-benchmark",
  dependencies: [.package(name: "sayso", path: "../..")],
  targets: [
    .executableTarget(
      name: "record", dependencies: [.product(name: "SaysoRecord", package: "sayso")],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
