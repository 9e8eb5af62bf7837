// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveSystem

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of an output, or the names there are.",
    discussion: """
      EXAMPLES:
        breve schema
        breve schema brief > brief.schema.json
      """)

  @Argument(help: ArgumentHelp("As brief or segments; none lists them.", valueName: "name"))
  var name: String?

  func run() throws {
    guard let name else {
      StandardStream.output(JSONSchema.names.map { $0 + "\n" }.joined())
      return
    }
    guard let schema = JSONSchema.named(name) else {
      throw ValidationError(
        "there is no schema '\(name)'; there are \(JSONSchema.names.joined(separator: ", "))")
    }
    StandardStream.output(schema)
  }
}
