// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveSystem
import Synchronization

/// What goes to standard error, and the exit status it leads to.
final class Diagnostics: Sendable {
  private let failures = Mutex(0)
  private let told = Mutex<Set<String>>([])

  /// Something is worth knowing; the exit status stays.
  func note(_ text: String) { StandardStream.error("breve: \(text)\n") }

  /// The command was called wrongly: says how, and gives what to throw.
  func usage(_ text: String) -> ExitCode {
    StandardStream.error("breve: \(text)\n")
    return ExitCode(64)
  }

  /// An input could not be used.
  func failure(_ error: any Error) { failure("\(error)") }

  func failure(_ text: String) {
    failures.withLock { $0 += 1 }
    StandardStream.error("breve: \(text)\n")
  }

  /// The same, of what may go wrong again and again: it is said once.
  func failureOnce(_ text: String) {
    if told.withLock({ $0.insert(text).inserted }) { failure(text) }
  }

  /// Says once that French words glued together were left alone for want of a dictionary.
  func hint(aboutMissing dictionaries: SpellingDictionaries) {
    guard dictionaries.isFrenchMissing else { return }
    note(
      "no French dictionary is installed, so words glued together (paysdepuis) stay as they are; "
        + "apt-get install hunspell-fr")
  }

  var hasFailed: Bool { failures.withLock { $0 > 0 } }
}
