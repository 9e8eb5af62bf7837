// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import Breve
import BreveStore
import BreveSystem

/// Takes a reviewed file into a memory and says what became of each row.
struct ReviewImporting: ~Copyable {
  let path: String
  let memory: String
  let isTrial: Bool
  let user: UserArguments
  var maker: BilingualMaker

  /// Reads and takes it.
  ///
  /// - Returns: Whether there were conflicts.
  /// - Throws: ``LoadingError`` if the file cannot be read, ``StoreError`` if the memory cannot be used.
  mutating func run() throws -> Bool {
    let rows = try ReviewedRows(contentsOf: path)
    let user = user
    let entries = try ReviewImport(
      rows, into: ReviewedMemory(path: memory) { user.stamp }, isTrial: isTrial
    ).run()
    var out = ""
    for entry in entries {
      switch entry.outcome {
      case .edited:
        say("\(entry.place): edited: \(entry.english)")
        for finding in maker.findings(in: entry.english, of: entry.source) {
          say("⚠ \(finding.kind.rawValue): \(finding.message)")
        }
      case .conflict:
        say("\(entry.place): conflict: \(entry.reason ?? "")")
        say("  fr  \(entry.source)")
        say("  en  \(entry.english)")
      case .leftOut: say("\(entry.place): \(entry.reason ?? "")")
      case .accepted, .known, .unchanged, .untranslated: break
      }
      if entry.outcome == .unchanged || entry.outcome == .untranslated { continue }
      let unit = entry.unit.map(String.init) ?? "-"
      out += "\(entry.id ?? "-")\t\(entry.outcome.rawValue)\t\(unit)\n"
    }
    StandardStream.output(out)
    let counts = ReviewImport.Outcome.allCases.compactMap { outcome in
      let count = entries.count { $0.outcome == outcome }
      return count == 0 ? nil : "\(count) \(outcome.rawValue)"
    }
    let trial = isTrial ? "; nothing was written (--dry-run)" : ""
    StandardStream.error(
      "breve: \(path): \(counts.joined(separator: ", ")); memory: \(memory)\(trial)\n")
    return entries.contains { $0.outcome == .conflict }
  }

  private func say(_ text: String) { StandardStream.error("      \(text)\n") }
}
