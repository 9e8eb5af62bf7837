// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Foundation

/// A run of `breve` that is ended by SIGKILL.
struct KilledProcess {
  let isKilled: Bool
  let output: String

  static func run(
    _ arguments: [String], in folder: String, after seconds: Double
  ) async throws -> KilledProcess {
    let process = Process()
    process.executableURL = URL(filePath: BreveProcess.binary)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    let out = folder + "/out"
    try Data().write(to: URL(filePath: out))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: out))
    process.standardError = FileHandle.nullDevice
    let (ended, continuation) = AsyncStream.makeStream(of: Void.self)
    process.terminationHandler = { _ in continuation.finish() }
    try process.run()
    let end = ContinuousClock.now + .seconds(seconds)
    while process.isRunning, ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(1))
    }
    kill(process.processIdentifier, SIGKILL)
    for await _ in ended {}
    return KilledProcess(
      isKilled: process.terminationReason == .uncaughtSignal,
      output: String(decoding: try Data(contentsOf: URL(filePath: out)), as: UTF8.self))
  }
}
