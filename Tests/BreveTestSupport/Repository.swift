// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// Where things are in the checkout that is tested.
package enum Repository {
  /// The folder of `Package.swift`.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .path(percentEncoded: false).withoutFinalSlash

  /// The path of something in the checkout, as `seeds`.
  package static func path(_ relative: String) -> String { root + "/" + relative }

  package static func bytes(_ relative: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path(relative))))
  }

  package static func text(_ relative: String) throws -> String {
    String(decoding: try bytes(relative), as: UTF8.self)
  }

  package static func text(atPath path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  package static func exists(_ relative: String) -> Bool {
    FileManager.default.fileExists(atPath: path(relative))
  }

  /// The path of data that lies in a folder `shared` beside the checkout; nil where it is not there.
  package static func shared(_ relative: String) -> String? {
    let path = root + "/../shared/" + relative
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// The files below a folder whose names end with `ending`, as paths in the checkout, sorted.
  package static func files(below folder: String, ending: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path(folder))
      .filter { $0.hasSuffix(ending) }.sorted().map { folder + "/" + $0 }
  }

  /// The names of what a folder holds, sorted.
  package static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
  }

  /// The five articles the project began with, as paths in the checkout.
  package static let seeds = [
    "seeds/000_158fd111ea828091.txt", "seeds/001_e367b9ea9e36908a.txt",
    "seeds/002_30b1524291eb29fc.txt", "seeds/003_28ce84b18523a562.txt",
    "seeds/004_e2e9d8274ffd42f5.txt",
  ]
}

extension String {
  fileprivate var withoutFinalSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
