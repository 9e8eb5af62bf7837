// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveSystem

/// Whether a run sees what it looks for: a reader that breaks a law, dies, hangs and grows; and whether the inputs of the
/// other readers reach them.
enum FuzzSelfCheck {
  static let samples = ["fine", "law", "trap", "hang", "grow"].map { Array($0.utf8) }

  /// What has to be said of the reader.
  private static let signs = ["a law does not hold", "dies", "hangs", "MB of memory"]

  /// The faulty reader; it behaves as long as the samples are read for the first time.
  static func reader() -> (_ bytes: [UInt8], _ sample: Int) throws -> Bool {
    var calls = 0
    var kept: [[UInt8]] = []
    return { bytes, _ in
      calls += 1
      guard calls > samples.count else { return true }
      switch samples.firstIndex(of: bytes) {
      case 1: throw FuzzFault("a law does not hold")
      case 2: return bytes[bytes.count + calls] == 0
      case 3: while calls > 0 { calls |= 1 }
      case 4: while kept.count < 400 { kept.append(Array(repeating: 1, count: 1 << 20)) }
      default: break
      }
      return true
    }
  }

  /// Inputs by which every reader has read one that is no sample, and refused one.
  private static let mostInputs = 4_000

  /// What is wrong with the inputs of a reader; nil if it reads a sample, and of the damaged inputs some and not all.
  static func fault(of subject: FuzzSubject) -> String? {
    var (hasSample, hasRead, hasRefused) = (false, false, false)
    for number in 0..<mostInputs {
      let input = subject.mutator.input(number, seed: 1)
      let isSample = number < subject.mutator.samples.count
      do {
        let isRead = try subject.reads(input.bytes, input.sample)
        hasSample = hasSample || isSample && isRead
        hasRead = hasRead || !isSample && isRead
        hasRefused = hasRefused || !isSample && !isRead
      } catch {
        return "input \(number): \(error)"
      }
      if hasSample, hasRead, hasRefused { return nil }
    }
    return !hasSample
      ? "no sample is read" : !hasRead ? "no damaged input is read" : "no damaged input is refused"
  }

  /// The signs that are missing in what was found.
  static func missing(in result: FuzzResult) -> [String] {
    signs.filter { sign in !result.findings.contains { $0.what.contains(sign) } }
  }
}
