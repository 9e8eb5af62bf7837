// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveSystem
import Synchronization

/// What goes to standard error, and the exit status it leads to.
final class Diagnostics: Sendable {
  private let failures = Mutex(0)

  /// Something is worth knowing; the exit status stays.
  func note(_ text: String) { StandardStream.error("breve: \(text)\n") }

  /// An input could not be used.
  func failure(_ error: any Error) { failure("\(error)") }

  func failure(_ text: String) {
    failures.withLock { $0 += 1 }
    StandardStream.error("breve: \(text)\n")
  }

  var hasFailed: Bool { failures.withLock { $0 > 0 } }
}
