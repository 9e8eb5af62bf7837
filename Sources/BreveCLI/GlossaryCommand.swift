// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct GlossaryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary",
    abstract: "Find the terms of a glossary.",
    subcommands: [GlossaryFindCommand.self])
}
