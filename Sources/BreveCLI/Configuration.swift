// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveFormats
import BreveSystem

/// The `breve.toml` of the nearest folder upward that has one, or that has a `Glossary/`.
struct Configuration {
  let file: ConfigurationFile
  private let folder: String

  /// The file that is found; nil if there is none.
  ///
  /// - Returns: What it says.
  /// - Throws: ``LoadingError`` if something in it is wrong, or others may change it.
  static func nearest() throws(LoadingError) -> Configuration? {
    var here = SystemFacts.currentFolder ?? "/"
    var folder = ""
    while true {
      let path = folder + "breve.toml"
      if SystemFile.kind(path) == .regular {
        let bytes = try FileBytes.read(path)
        let ownership = SystemFile.ownership(path)
        let file = try ConfigurationFile(bytes, path: path, isPrivate: ownership.isPrivate)
        // An engine may be a command: nobody else decides what is run.
        if !ownership.isOwn, !file.engines.isEmpty || !file.named.isEmpty {
          throw LoadingError(
            .notWellFormed(
              "it names engines and is not yours alone to change; run chmod go-w on it, or copy it",
              shown: ""), at: SourceLocation(path: path))
        }
        return Configuration(file: file, folder: folder)
      }
      if SystemFile.kind(folder + "Glossary") == .folder { return nil }
      guard here != "/", !here.isEmpty else { return nil }
      here = here.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(here[..<$0]) } ?? ""
      folder = "../" + folder
    }
  }

  var glossary: String? { file.glossary.map(path) }
  var memories: [String] { file.memories.map(path) }

  /// The engines by what `--engine` takes; names of `[engines.NAME]` are replaced.
  func engines(_ names: [String]) -> [String] { names.map { file.named[$0]?.use ?? $0 } }

  /// The model of the engines that are named.
  func model(_ names: [String]) -> String? {
    names.lazy.compactMap { file.named[$0]?.model }.first
  }

  /// The key of the engine that a variable of the environment would have it for.
  func key(_ variable: String, _ names: [String]) -> String? {
    let kind = variable.dropFirst("BREVE_".count).dropLast("_KEY".count).lowercased()
    return names.lazy.compactMap { file.named[$0] }.first { $0.use.hasPrefix(kind) }?.key
  }

  private func path(_ written: String) -> String {
    written.hasPrefix("/") ? written : folder + written
  }
}
