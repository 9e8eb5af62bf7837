// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import BreveFormats
import BreveSystem
import Foundation

struct FuzzCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz",
    abstract: "Give the readers damaged files, and see that they neither crash nor hang nor grow.",
    discussion: """
      Inputs are made of samples by a seed and a number: pieces that mean something (tags, fields, words, numbers) are left \
      out, doubled, moved, mixed and repeated, bytes damaged, encodings changed. Each reader runs in a process of its own; \
      an input that kills it, takes longer or more memory than is allowed, or breaks a law of the reader is a finding. \
      Exit status 1 if there are any.

      EXAMPLES:
        breve-bench fuzz --seconds 120
        breve-bench fuzz tmx tbx --seconds 600 --seed 7
        breve-bench fuzz tmx --seed 7 --input 12345 --keep bad.tmx
        breve-bench fuzz --self-check
      """)

  @Argument(
    help: "The readers: \(FuzzSubject.names.joined(separator: ", ")); all if none is named.")
  var readers: [String] = []

  @Option(help: "So long for each reader.") var seconds = 120.0
  @Option(help: "So many readers at a time.") var jobs = 2
  @Option(help: "Other inputs for another seed.") var seed: UInt64 = 1
  @Option(help: ArgumentHelp("The samples.", valueName: "folder")) var samples = "Tests/Fuzz"
  @Option(help: "The longest that one input may take, in seconds.") var inputSeconds = 20.0
  @Option(help: "The most memory above that of the samples, in MB.") var memory = 256
  @Option(help: "Run this one input, here.") var input: Int?
  @Option(help: ArgumentHelp("Write that input to a file.", valueName: "file")) var keep: String?
  @Flag(help: "See that a reader with faults is found out, and that inputs reach all others.")
  var selfCheck = false
  @Flag(help: .hidden) var worker = false
  @Option(help: .hidden) var from = 0

  func validate() throws {
    for name in readers where !(FuzzSubject.names + [FuzzSubject.faulty]).contains(name) {
      throw ValidationError("there is no reader '\(name)'")
    }
    if worker || input != nil, readers.count != 1 { throw ValidationError("name one reader") }
    if jobs < 1 { throw ValidationError("--jobs is at least 1, not \(jobs)") }
  }

  func run() async throws {
    if worker || input != nil { return try runHere(readers[0]) }
    if selfCheck { return try check() }
    let campaigns = (readers.isEmpty ? FuzzSubject.names : readers).map {
      campaign($0, inputSeconds: inputSeconds)
    }
    StandardStream.output(FuzzReport.header)
    var found = 0
    for start in stride(from: 0, to: campaigns.count, by: jobs) {
      let batch = campaigns[start..<min(campaigns.count, start + jobs)]
      let results = try await withThrowingTaskGroup(of: (Int, FuzzResult).self) { group in
        for (place, campaign) in batch.enumerated() {
          group.addTask { [seconds] in (place, try campaign.run(seconds: seconds)) }
        }
        var results: [(Int, FuzzResult)] = []
        for try await result in group { results.append(result) }
        return results.sorted { $0.0 < $1.0 }.map(\.1)
      }
      for result in results {
        found += result.findings.count
        StandardStream.output(FuzzReport.row(result))
        for finding in result.findings {
          StandardStream.error(
            "\(result.reader): input \(finding.input) of seed \(seed): \(finding.what)\n")
        }
        if result.inputs == 0 { throw FuzzFault("\(result.reader) did not run") }
      }
    }
    if found > 0 { throw ExitCode(1) }
  }

  private func campaign(_ name: String, inputSeconds: Double) -> FuzzCampaign {
    FuzzCampaign(
      reader: name,
      arguments: [
        CommandLine.arguments[0], "fuzz", name, "--seed", String(seed), "--samples", samples,
        "--memory", String(memory),
      ], inputSeconds: inputSeconds)
  }

  private func check() throws {
    let result = try campaign(FuzzSubject.faulty, inputSeconds: 1).run(seconds: 20)
    let missing = FuzzSelfCheck.missing(in: result)
    guard missing.isEmpty else { throw FuzzFault("not seen: \(missing.joined(separator: ", "))") }
    for name in FuzzSubject.names {
      try withSubject(name) { subject in
        if let fault = FuzzSelfCheck.fault(of: subject) { throw FuzzFault("\(name): \(fault)") }
      }
    }
    StandardStream.output(
      "broken laws, deaths, hangs and growth are seen; inputs reach \(FuzzSubject.names.count) readers\n"
    )
  }

  /// A reader with a folder of its own.
  private func withSubject(_ name: String, _ body: (FuzzSubject) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "breve-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
    ).path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(FuzzSubject(name, samples: samples, work: folder))
  }

  private func runHere(_ name: String) throws {
    try withSubject(name, run)
  }

  private func run(_ subject: FuzzSubject) throws {
    guard let input else {
      return FuzzWorker(subject: subject, seed: seed, memory: memory).run(
        from: from, seconds: seconds)
    }
    let made = subject.mutator.input(input, seed: seed)
    if let keep { try FileBytes.write(made.bytes, to: keep) }
    let isRead = try subject.reads(made.bytes, made.sample)
    StandardStream.output(
      "sample \(made.sample), \(made.bytes.count) bytes: \(isRead ? "read" : "refused")\n")
  }
}

/// The table that a run prints, in Markdown.
enum FuzzReport {
  static let header = """
    | reader | inputs | read | refused or repaired | findings | peak MB | longest ms |
    |---|--:|--:|--:|--:|--:|--:|

    """

  static func row(_ result: FuzzResult) -> String {
    "| \(result.reader) | \(result.inputs) | \(result.read) | \(result.refused) | \(result.findings.count) "
      + "| \(result.peakKilobytes / 1_024) "
      + "| \(BenchReport.decimals(Double(result.slowestMicroseconds) / 1_000, 0)) |\n"
  }
}
