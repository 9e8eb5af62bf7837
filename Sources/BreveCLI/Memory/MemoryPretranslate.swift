// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveMemory
import BreveStore
import BreveSystem

struct MemoryPretranslate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pretranslate",
    abstract: "Fill the empty targets of an XLIFF file from the memory.",
    discussion: """
      A segment whose text is that of a unit gets its translation, with state and rate as attributes; one that is only alike \
      gets the unit as a match to choose (alt-trans in XLIFF 1.2), or with --fuzzy targets as a translation in need of \
      review. Inline elements are those of the file; where they do not fit those of the unit, nothing is filled, and that is \
      said. Every other byte of the file stays as it is. The languages are those of the file.

      EXAMPLES:
        breve memory pretranslate article.xlf -o article.en.xlf
        breve memory pretranslate article.xlf --fuzzy targets --minimum-rate 85 > out.xlf
        breve memory pretranslate article.xlf --fuzzy none --state approved > out.xlf
      """)

  @Argument(help: "The XLIFF file (1.2, 2.0 or 2.1).")
  var file: String

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("The filled file; standard output if not given.", valueName: "file"))
  var output: String = "-"

  @Option(help: "What is done with texts that are only alike.")
  var fuzzy: Pretranslator.Fuzzy = .matches

  @Option(help: ArgumentHelp("The least rate of those in percent.", valueName: "percent"))
  var minimumRate = 70.0

  @Option(
    help: ArgumentHelp(
      "Only units of this state; may be given more than once (default: all but rejected).",
      valueName: UnitState.names))
  var state: [UnitState] = []

  @Flag(help: "Also fill a file that breaks rules of XLIFF, and say which.")
  var keepGoing = false

  @OptionGroup var pair: PairArguments
  @OptionGroup var memory: MemoryArguments

  func validate() throws {
    if !(0...100).contains(minimumRate) {
      throw ValidationError("--minimum-rate is between 0 and 100, not \(minimumRate)")
    }
  }

  func run() async throws {
    let path = try memory.path()
    let diagnostics = Diagnostics()
    let outcome = try withMemory {
      let bytes = file == "-" ? StandardStream.input(limit: 1 << 28) : try FileBytes.read(file)
      var editor = try XLIFFEditor(bytes, path: file, keepsGoing: keepGoing)
      for remark in editor.remarks { diagnostics.note("\(file): \(remark)") }
      let states = state.isEmpty ? Set(UnitState.allCases).subtracting([.rejected]) : Set(state)
      let pretranslator = Pretranslator(
        try SearchableMemory(path: path), fuzzy: fuzzy,
        minimum: MatchRate(percent: minimumRate), states: states)
      let outcome = try pretranslator.fill(&editor, target: pair.target)
      let sink = try FileSink(path: output)
      try sink.write(editor.bytes)
      try sink.finish()
      return outcome
    }
    for refusal in outcome.refused {
      diagnostics.note("\(file):\(refusal.line): not filled: \(refusal.reason)")
    }
    diagnostics.note(
      "\(file): \(outcome.segments) to fill: \(outcome.inContext) in context, \(outcome.exact) exact, "
        + "\(outcome.fuzzy) alike, \(outcome.refused.count) not fitting, \(outcome.without) without"
    )
  }
}

extension Pretranslator.Fuzzy: ExpressibleByArgument {}
