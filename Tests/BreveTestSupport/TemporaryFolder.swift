// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// A folder of its own for one test, taken away with the value.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "breve-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path(percentEncoded: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  package func path(_ name: String) -> String { path + "/" + name }

  /// Writes a file, the folders above it included, and returns its path.
  @discardableResult
  package func write(_ bytes: [UInt8], to name: String) throws -> String {
    let url = URL(filePath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return path(name)
  }

  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  package func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
  }

  /// Everything in it, subfolders included, sorted.
  package func names() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
  }

  /// Copies something of the checkout into it, under the same name.
  package func copy(_ relative: String) throws {
    try FileManager.default.copyItem(atPath: Repository.path(relative), toPath: path(relative))
  }

  /// Takes a file, or a folder with what is in it, away.
  package func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path(name))
  }

  /// Gives a file a second name.
  package func link(_ name: String, as other: String) throws {
    try FileManager.default.linkItem(atPath: path(name), toPath: path(other))
  }
}
