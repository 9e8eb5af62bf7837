// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveSystem

/// Says on standard error how far a long look-up is, from the second second on.
final class ScanProgress {
  private let start = ContinuousClock.now
  private var told: Duration = .zero

  /// Takes the number of the unit that was looked at last, and that of the last one.
  func tell(_ unit: Int, _ last: Int) {
    let time = ContinuousClock.now - start
    guard time - told >= .seconds(1), unit < last else { return }
    told = time
    StandardStream.error("breve: \(unit * 100 / max(1, last)) % of \(last) units looked at\n")
  }

  /// Says how long it took, if it took long.
  func finish() {
    let time = ContinuousClock.now - start
    if told > .zero {
      StandardStream.error("breve: looked at all in \(time.components.seconds) s\n")
    }
  }
}
