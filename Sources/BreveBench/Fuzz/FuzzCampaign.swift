// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveSystem
import Foundation
import Synchronization

/// What happened to the inputs of one reader.
struct FuzzResult: Sendable {
  let reader: String
  var inputs = 0
  var read = 0
  var refused = 0
  var peakKilobytes = 0
  var slowestMicroseconds = 0
  /// Number of the input, and what it did.
  var findings: [(input: Int, what: String)] = []
}

/// Runs the worker of one reader, and starts it again where it died or hung.
final class FuzzCampaign: Sendable {
  let reader: String
  let arguments: [String]
  /// Of the clock, for one input.
  let inputSeconds: Double

  init(reader: String, arguments: [String], inputSeconds: Double) {
    self.reader = reader
    self.arguments = arguments
    self.inputSeconds = inputSeconds
  }

  /// What the worker has said so far.
  private struct Progress: Sendable {
    var rest: [UInt8] = []
    var input = 0
    var isRunning = false
    var counts = [0, 0, 0, 0]
    var findings: [(input: Int, what: String)] = []
    var moved = Date()

    mutating func take(_ bytes: [UInt8]) {
      rest += bytes
      guard let end = rest.lastIndex(of: 0x0A) else { return }
      for line in rest[..<end].split(separator: 0x0A) {
        let text = String(decoding: line, as: UTF8.self)
        let words = text.split(separator: " ")
        if words.first == "!", words.count > 2 {
          findings.append((Int(words[1]) ?? 0, words[2...].joined(separator: " ")))
        } else if words.count == 5 {
          input = Int(words[0]) ?? input
          counts = words.dropFirst().map { Int($0) ?? 0 }
          isRunning = true
        }
      }
      rest.removeSubrange(...end)
      moved = Date()
    }
  }

  /// Runs inputs for `seconds`.
  func run(seconds: Double, mostFindings: Int = 20) throws -> FuzzResult {
    var result = FuzzResult(reader: reader)
    let end = Date().addingTimeInterval(seconds)
    var first = 0
    while end.timeIntervalSinceNow > 0, result.findings.count < mostFindings {
      let (progress, death) = try runOnce(from: first, seconds: end.timeIntervalSinceNow)
      result.read += progress.counts[0]
      result.refused += progress.counts[1]
      result.peakKilobytes = max(result.peakKilobytes, progress.counts[2])
      result.slowestMicroseconds = max(result.slowestMicroseconds, progress.counts[3])
      result.findings += progress.findings
      if let death { result.findings.append((progress.input, death)) }
      if !progress.isRunning { break }
      first = progress.input + 1
    }
    result.inputs = first
    return result
  }

  private func runOnce(
    from first: Int, seconds: Double
  ) throws -> (progress: Progress, death: String?) {
    let progress = Mutex(Progress())
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    // Address space: an input that asks for gigabytes ends the worker and not the machine.
    process.arguments =
      ["-c", "ulimit -v 4194304; ulimit -c 0; exec \"$@\"", "sh"] + arguments
      + ["--worker", "--from", String(first), "--seconds", String(seconds)]
    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_BACKTRACE"] = "enable=no"
    process.environment = environment
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    let said = Mutex<[UInt8]>([])
    output.fileHandleForReading.readabilityHandler = { handle in
      let bytes = [UInt8](handle.availableData)
      progress.withLock { $0.take(bytes) }
    }
    errors.fileHandleForReading.readabilityHandler = { handle in
      let bytes = [UInt8](handle.availableData)
      said.withLock { if $0.count < 4_096 { $0 += bytes } }
    }
    try process.run()
    var isHung = false
    while process.isRunning {
      Thread.sleep(forTimeInterval: 0.02)
      let waited = progress.withLock { -$0.moved.timeIntervalSinceNow }
      if waited > inputSeconds, !isHung {
        isHung = true
        process.terminate()
        kill(process.processIdentifier, SIGKILL)
      }
    }
    process.waitUntilExit()
    output.fileHandleForReading.readabilityHandler = nil
    errors.fileHandleForReading.readabilityHandler = nil
    let rest = [UInt8]((try? output.fileHandleForReading.readToEnd()) ?? Data())
    let last = progress.withLock {
      $0.take(rest)
      return $0
    }
    if isHung { return (last, "hangs: more than \(inputSeconds) s") }
    if process.terminationReason == .uncaughtSignal || process.terminationStatus != 0 {
      let text = String(decoding: said.withLock { $0 }, as: UTF8.self)
      let line = text.split(separator: "\n").first { $0.contains("rror") } ?? "no message"
      return (last, "dies, status \(process.terminationStatus): \(line)")
    }
    return (last, nil)
  }
}
