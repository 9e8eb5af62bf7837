// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// The fields of a line, as options.
struct EntryArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The concept: terms of one concept share it.", valueName: "slug"))
  var id: String?

  @Option(help: "A key of domains.tsv.")
  var domain: String?

  @Option(
    help: ArgumentHelp(
      "How the English may be used.", valueName: "preferred|admitted|deprecated|superseded"))
  var status: String?

  @Option(
    help: ArgumentHelp(
      "The class of the French term: noun, verb, adjective, adverb, phrase, name or acronym.",
      valueName: "class"))
  var pos: String?

  @Option(help: ArgumentHelp("The gender of the French term.", valueName: "m|f|mpl|fpl"))
  var gender: String?

  @Option(help: ArgumentHelp("Which forms are found.", valueName: "inflect|exact|case"))
  var match: String?

  @Option(help: ArgumentHelp("Other French spellings, as 'a | b'.", valueName: "terms"))
  var frVariants: String?

  @Option(help: ArgumentHelp("Other English spellings, as 'a | b'.", valueName: "terms"))
  var enVariants: String?

  @Flag(inversion: .prefixedNo, help: "The term stands in English as it does in French.")
  var dnt: Bool?

  @Option(help: ArgumentHelp("What it is.", valueName: "text"))
  var definition: String?

  @Option(help: ArgumentHelp("When to use it.", valueName: "text"))
  var note: String?

  @Option(help: ArgumentHelp("Where the pair comes from.", valueName: "text"))
  var source: String?

  @Option(help: ArgumentHelp("Any other column of the file.", valueName: "column=value"))
  var set: [String] = []

  func validate() throws {
    for pair in set where !pair.utf8.contains(UInt8(ascii: "=")) {
      throw ValidationError("--set takes column=value, not '\(pair)'")
    }
  }

  /// What was given, by the names of columns.
  var values: [String: String] {
    let given = [
      ("id", id), ("domain", domain), ("status", status), ("pos", pos), ("gender", gender),
      ("match", match), ("fr_variants", frVariants), ("en_variants", enVariants),
      ("dnt", dnt.map { $0 ? "yes" : "" }), ("definition", definition), ("note", note),
      ("source", source),
    ]
    var values: [String: String] = [:]
    for (column, value) in given { if let value { values[column] = value } }
    for pair in set {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      values[String(parts[0]).lowercased()] = String(parts[1])
    }
    return values
  }
}
