// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem
import BreveText

struct EvalRepairs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repairs",
    abstract: "How often repaired matches are right, on pairs changed by a script.",
    discussion: """
      Pairs are drawn from a table of French, TAB and English. A number, a day, a name or a noun of the glossary is \
      changed, the same on both sides; the pairs are the memory, the changed French is looked up, and the changed English \
      is what the repair has to give. Exit status 1 if a repair is wrong.

      EXAMPLE:
        breve eval repairs tm.tsv.xz --seed 7
      """)

  @Argument(help: ArgumentHelp("The table; gzip and xz are unpacked.", valueName: "file"))
  var input: String

  @Option(help: ArgumentHelp("Draw by this number.", valueName: "n"))
  var seed: UInt64 = 7

  @Option(help: ArgumentHelp("Draw so many of each kind, at most.", valueName: "n"))
  var count = 75

  @OptionGroup var glossary: GlossaryArguments

  func run() throws {
    let diagnostics = Diagnostics()
    let dictionaries = SpellingDictionaries()
    do {
      let table = try glossary.table(diagnostics)
      let evaluation = try RepairEvaluation(
        try pairs(), glossary: table.glossary,
        wanted: Dictionary(uniqueKeysWithValues: RepairDrawing.Kind.allCases.map { ($0, count) }),
        seed: seed, dictionaries: dictionaries)
      var out =
        "| changed | pairs | repaired, right | of these with a finding | repaired, wrong | left |\n"
        + "|---|--:|--:|--:|--:|--:|\n"
      for kind in RepairDrawing.Kind.allCases {
        guard let found = evaluation.counts[kind] else { continue }
        out += "| \(kind.rawValue) | \(found.pairs) | \(found.right) | \(found.withFinding) "
        out += "| \(found.wrong) | \(found.left) |\n"
      }
      for fault in evaluation.faults {
        out += "\n- \(fault.kind.rawValue)\(fault.hasFinding ? ", with a finding" : ""): "
        out += "\(fault.source)\n  - \(fault.expected)\n  - \(fault.got)\n"
      }
      StandardStream.output(out)
      diagnostics.hint(aboutMissing: dictionaries)
      if !evaluation.faults.isEmpty { throw ExitCode(1) }
    } catch let error as LoadingError {
      throw diagnostics.exit(error)
    }
  }

  private func pairs() throws(LoadingError) -> [(french: String, english: String)] {
    let stream = try FileStream(path: input)
    var bytes: [UInt8] = []
    while true {
      let next = stream.next()
      if next.isEmpty { break }
      bytes += next
    }
    if let failure = stream.failure { throw failure }
    return bytes.split(separator: 0x0A).compactMap { line in
      let fields = String(decoding: line, as: UTF8.self).split(
        separator: "\t", omittingEmptySubsequences: false)
      return fields.count >= 2 ? (String(fields[0]), String(fields[1])) : nil
    }
  }
}
