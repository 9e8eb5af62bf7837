// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveStore
import BreveSystem

struct MemoryTrain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract:
      "Learn which words of two languages stand for each other, from the pairs of the memory.",
    discussion: """
      concordance then marks the likely translation of what was found on the other side. What is learned lies beside the \
      memory's index, in a file that may be thrown away; train again when much was added. Rejected units are left out. \
      Exit status 1 if the memory has no pair of the two languages.

      EXAMPLES:
        breve memory train
        breve memory train --pair fr de --memory laws.memory
      """)

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("So many threads work; the result is the same.", valueName: "n"))
  var jobs: Int?

  @OptionGroup var pair: PairArguments
  @OptionGroup var memory: MemoryArguments

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs is at least 1, not \(jobs)") }
    if let other = pair.others.first {
      throw ValidationError("--pair takes two languages; '\(other)' is one more")
    }
  }

  func run() async throws {
    let path = try memory.path()
    let watch = TrainingProgress()
    let training: MemoryWords.Training
    do {
      training = try withMemory {
        try MemoryWords.train(
          path: path, source: pair.source, target: pair.target, threads: jobs ?? Machine.processors,
          progress: watch.tell)
      }
    } catch let error as MemoryWords.Unusable {
      Diagnostics().failure("\(error.path): \(error.reason)")
      throw ExitCode(2)
    }
    if training.pairs == 0 {
      Diagnostics().note(
        "\(path): no unit has both \(pair.source.tag) and \(pair.target.tag); nothing was learned")
      throw ExitCode(1)
    }
    StandardStream.output(
      Array("\(training.path): \(training.pairs) pairs, \(training.bytes) bytes\n".utf8))
  }
}

/// Says on standard error how far training is, once a second at most.
private final class TrainingProgress {
  private let start = ContinuousClock.now
  private var told: Duration = .zero

  func tell(_ progress: MemoryWords.Progress) {
    let time = ContinuousClock.now - start
    guard time - told >= .seconds(1) else { return }
    told = time
    switch progress {
    case .reading(let pairs): StandardStream.error("breve: \(pairs) pairs read\n")
    case .learning(let share): StandardStream.error("breve: \(Int(share * 100)) % learned\n")
    }
  }
}
