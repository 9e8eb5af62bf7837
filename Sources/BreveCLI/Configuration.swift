// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveFormats
import BreveSystem

/// The `breve.toml` of the nearest folder upward that has one, or that has a `Glossary/`.
struct Configuration {
  let file: ConfigurationFile
  private let folder: String
  /// Whether nobody else may change it.
  private let isOwn: Bool

  /// The file that is found; nil if there is none.
  ///
  /// - Returns: What it says.
  /// - Throws: ``LoadingError`` if something in it is wrong.
  static func nearest() throws(LoadingError) -> Configuration? {
    let name = "breve.toml"
    let folder = FolderUpward.nearest {
      $0.kind(name) == .regular || $0.kind("Glossary") == .folder
    }
    guard let folder, folder.kind(name) == .regular else { return nil }
    let path = folder.prefix + name
    let bytes = try FileBytes.read(path)
    let ownership = SystemFile.ownership(path)
    let file = try ConfigurationFile(bytes, path: path, isPrivate: ownership.isPrivate)
    return Configuration(file: file, folder: folder.prefix, isOwn: ownership.isOwn)
  }

  var glossary: String? { file.glossary.map(path) }
  var memories: [String] { file.memories.map(path) }

  /// The first memory that is durable, or may be made; exchange files are none.
  var store: String? { memories.first(where: BilingualMemories.isDurable) }

  /// Makes sure that nobody else decides what is run: an engine may be a command.
  ///
  /// - Throws: ``LoadingError`` if others may change the file.
  func checkForEngines() throws(LoadingError) {
    guard !isOwn else { return }
    throw LoadingError(
      .notWellFormed(
        "it names engines and is not yours alone to change; run chmod go-w on it, or copy it",
        shown: ""), at: SourceLocation(path: folder + "breve.toml"))
  }

  private func path(_ written: String) -> String {
    written.hasPrefix("/") ? written : folder + written
  }
}
