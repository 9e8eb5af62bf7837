// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Foundation

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// One run of the `breve` that was built beside the tests.
package struct BreveProcess: Sendable {
  package let status: Int32
  /// Whether a signal ended it; ``status`` is its number then.
  package let isSignalled: Bool
  package let outputBytes: [UInt8]
  package let errors: String
  /// How long it ran, without the wait for a place among the programs that run.
  package let seconds: Double

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
    let folder = try TemporaryFolder()
    let path = folder.path("pipe")
    guard unsafe mkfifo(path, 0o600) == 0 else { throw POSIXError(.EIO) }
    // Both ends, so that neither waits for the other, then the one that writes alone.
    let both = unsafe open(path, O_RDWR | O_CLOEXEC)
    let end = unsafe open(path, O_WRONLY | O_CLOEXEC)
    close(both)
    defer { close(end) }
    return try await run(
      program: binary, arguments, input: input, in: Repository.root, output: end)
  }

  private static func run(
    program: String, _ arguments: [String], input: [UInt8], in folder: String,
    output: Int32? = nil
  ) async throws -> BreveProcess {
    // Files and not pipes: nothing has to be read while the program runs.
    let files = try TemporaryFolder()
    try files.write(input, to: "in")
    try files.write([], to: "out")
    try files.write([], to: "err")
    var environment = ProcessInfo.processInfo.environment
    environment["COLUMNS"] = "80"
    environment["PATH"] = products + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    let program = SpawnedProgram(
      path: program, arguments: arguments, environment: environment, folder: folder,
      input: files.path("in"), output: files.path("out"), errors: files.path("err"),
      outputDescriptor: output)
    let end = try await program.run()
    return BreveProcess(
      status: end.status, isSignalled: end.isSignalled,
      outputBytes: Array(try files.text("out").utf8), errors: try files.text("err"),
      seconds: end.seconds)
  }
}
