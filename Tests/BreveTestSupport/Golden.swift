// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// A file beside a test that holds what a program is known to print.
///
/// `BREVE_RECORD=1 swift test` writes the files anew; their difference is then reviewed.
package struct Golden: Sendable {
  private let path: String

  /// Whether what is printed now is taken for right.
  package static var isRecording: Bool {
    ProcessInfo.processInfo.environment["BREVE_RECORD"] == "1"
  }

  /// - Parameters:
  ///   - name: The name of the file in the folder `Golden` beside the test.
  ///   - testFile: The test's `#filePath`.
  package init(_ name: String, besides testFile: String = #filePath) {
    path =
      URL(filePath: testFile).deletingLastPathComponent().appending(path: "Golden/\(name)")
      .path(percentEncoded: false)
  }

  /// A file of the checkout, as a report.
  ///
  /// - Parameter path: As `Reports/quality/xliff.md`.
  package init(ofCheckout path: String) { self.path = Repository.path(path) }

  /// What is different in `text`, as the first line that differs; nil if nothing is.
  package func difference(from text: String) throws -> String? {
    let url = URL(filePath: path)
    if Self.isRecording {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
      return nil
    }
    guard let data = try? Data(contentsOf: url) else {
      return "\(path) is missing; record it with BREVE_RECORD=1 swift test"
    }
    return Self.difference(between: String(decoding: data, as: UTF8.self), and: text).map {
      "\(path):\($0)"
    }
  }

  /// The first line in which two texts differ; nil if they are the same bytes.
  package static func difference(between expected: String, and text: String) -> String? {
    if expected.utf8.elementsEqual(text.utf8) { return nil }
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    for number in 0..<max(old.count, new.count) {
      let before = number < old.count ? String(old[number]) : "(no line)"
      let after = number < new.count ? String(new[number]) : "(no line)"
      if !before.utf8.elementsEqual(after.utf8) {
        return "\(number + 1): expected ‹\(before)›, got ‹\(after)›"
      }
    }
    return "the bytes differ"
  }
}
