// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// A program that a test asks about what Breve writes, where it is installed.
package struct ExternalTool: Sendable {
  private let path: String

  /// The program called `name` in the search path; nil if there is none.
  package init?(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let paths = folders.map { $0 + "/" + name }
    guard let path = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      return nil
    }
    self.path = path
  }

  /// A Python that has the module `module`, the one that `BREVE_PYTHON` names first; nil if there is none.
  package static func python(with module: String) -> ExternalTool? {
    let named = ProcessInfo.processInfo.environment["BREVE_PYTHON"].map { ExternalTool(path: $0) }
    let all = [named, ExternalTool("python3")].compactMap { $0 }
    return all.first { (try? $0.run(["-c", "import \(module)"]))?.status == 0 }
  }

  private init(path: String) { self.path = path }

  /// Runs it to its end.
  ///
  /// - Returns: The exit status, and what it wrote to standard output and error.
  package func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
