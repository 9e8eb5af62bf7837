// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport

/// A run of `breve` that is ended by SIGKILL.
struct KilledProcess {
  let isKilled: Bool
  let output: String

  /// Runs `breve` with arguments that need no quotes in a shell, for so many seconds at most.
  static func run(
    _ arguments: [String], in folder: String, after seconds: Double
  ) async throws -> KilledProcess {
    // The shell's `timeout` waits for what it has killed, and then says 137.
    let milliseconds = String(max(1, Int(seconds * 1_000)) + 1_000_000).dropFirst()
    let limit = "\(milliseconds.prefix(3)).\(milliseconds.suffix(3))"
    let run = try await BreveProcess.shell(
      "exec timeout --foreground -s KILL \(limit) breve \(arguments.joined(separator: " "))",
      in: folder)
    return KilledProcess(isKilled: run.status == 137, output: run.output)
  }
}
