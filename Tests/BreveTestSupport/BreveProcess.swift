// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// One run of the `breve` that was built beside the tests.
package struct BreveProcess: Sendable {
  package let status: Int32
  /// Whether a signal ended it; ``status`` is its number then.
  package let isSignalled: Bool
  package let outputBytes: [UInt8]
  package let errors: String

  package var output: String { String(decoding: outputBytes, as: UTF8.self) }

  /// The folder of the binaries that were built.
  package static let products = Bundle.main.bundleURL.path(percentEncoded: false)

  /// The binary itself.
  package static var binary: String {
    URL(filePath: products).appending(path: "breve").path(percentEncoded: false)
  }

  /// Runs `breve` with `arguments` in `folder`, which is the checkout if none is given.
  package static func run(
    _ arguments: [String], input: [UInt8] = [], in folder: String = Repository.root
  ) async throws -> BreveProcess {
    try await run(program: binary, arguments, input: input, in: folder)
  }

  /// Runs a line of a shell in which `breve` is found.
  package static func shell(_ line: String, in folder: String) async throws -> BreveProcess {
    try await run(program: "/bin/sh", ["-c", line], input: [], in: folder)
  }

  /// Runs `breve` with a standard output that nobody reads any more.
  package static func runIntoClosedPipe(
    _ arguments: [String], input: [UInt8] = []
  ) async throws -> BreveProcess {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    return try await run(
      program: binary, arguments, input: input, in: Repository.root,
      output: pipe.fileHandleForWriting)
  }

  private static func run(
    program: String, _ arguments: [String], input: [UInt8], in folder: String,
    output: FileHandle? = nil
  ) async throws -> BreveProcess {
    // Files and not pipes: nothing has to be read while the program runs.
    let files = try TemporaryFolder()
    try files.write(input, to: "in")
    try files.write([], to: "out")
    try files.write([], to: "err")
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    var environment = ProcessInfo.processInfo.environment
    environment["COLUMNS"] = "80"
    environment["PATH"] = products + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    process.environment = environment
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: files.path("in")))
    process.standardOutput =
      try output ?? FileHandle(forWritingTo: URL(filePath: files.path("out")))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: files.path("err")))
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
    return BreveProcess(
      status: process.terminationStatus,
      isSignalled: process.terminationReason == .uncaughtSignal,
      outputBytes: Array(try files.text("out").utf8), errors: try files.text("err"))
  }
}
