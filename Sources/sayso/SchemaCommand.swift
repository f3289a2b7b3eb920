public import ArgumentParser
public import SaysoRecord

/// `sayso schema annotation|error`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema (draft 2020-12) of a record.",
    discussion: """
      EXAMPLES
        sayso schema annotation > annotation.schema.json
        sayso schema error
      """)

  @Argument(help: "The record: \(Schema.allCases.map(\.rawValue).joined(separator: ", ")).")
  var record: Schema

  func run() throws {
    try record.bytes.withUnsafeBufferPointer { try StandardOutput.write($0) }
  }
}

extension Schema: ExpressibleByArgument {}
