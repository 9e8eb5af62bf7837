// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem
import FoundationEssentials

/// Where briefs go: standard output, one file, or a file an input in a folder.
struct OutputTarget {
  private enum Kind { case standard, file(String), folder(String) }

  private let kind: Kind
  let format: BriefFormat
  /// Why nothing can be written, if so: two inputs would get one file.
  let clash: String?

  init(path: String?, format: BriefFormat, inputs: [String], index: Bool) {
    self.format = format
    guard let path else {
      kind = .standard
      clash = nil
      return
    }
    var isFolder = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if path.hasSuffix("/") || (exists && isFolder)
      || (!exists && inputs.count > 1 && !Inputs.name(of: path).contains("."))
    {
      let folder = path.hasSuffix("/") && path.utf8.count > 1 ? String(path.dropLast()) : path
      kind = .folder(folder)
      clash =
        Self.clash(among: inputs, format, index: index)
        ?? Self.overwritten(
          inputs,
          by: inputs.map { folder + "/" + Self.fileName($0, format) }
            + (index ? [folder + "/index.md"] : []))
    } else {
      kind = .file(path)
      clash = Self.overwritten(inputs, by: [path])
    }
  }

  var isFolder: Bool { if case .folder = kind { true } else { false } }

  private static func clash(among inputs: [String], _ format: BriefFormat, index: Bool) -> String? {
    var seen = index ? ["index.md": "--index"] : [:]
    for input in inputs {
      let name = fileName(input, format)
      if let other = seen[name] {
        return "\(other) and \(input) would both be written to \(name); give them separate folders"
      }
      seen[name] = input
    }
    return nil
  }

  /// Why nothing can be written, if so: a brief would take the place of an article.
  private static func overwritten(_ inputs: [String], by targets: [String]) -> String? {
    let tables = inputs.map { input in
      input.split(separator: "/", omittingEmptySubsequences: false).dropLast().map { $0 + "/" }
        .joined()
        + "SOURCES.tsv"
    }
    let sources = Set((inputs + tables).compactMap(SystemFile.resolved))
    for target in targets {
      if let resolved = SystemFile.resolved(target), sources.contains(resolved) {
        return "the article \(target) would be overwritten by a brief; name another folder or file"
      }
    }
    return nil
  }

  /// What the ending of a file's name asks for; text if it asks for nothing.
  static func format(of path: String?) -> BriefFormat {
    guard let path, let dot = path.lastIndex(of: ".") else { return .text }
    let ending = path[path.index(after: dot)...].lowercased()
    return BriefFormat.allCases.first { $0.fileExtension == ending } ?? .text
  }

  /// Says that a file's name ends as no format does; a name without an ending, or a folder, is not refused.
  static func refuseEnding(of path: String, _ endings: [String]) throws {
    let name = Inputs.name(of: path)
    guard !path.hasSuffix("/"), let dot = name.lastIndex(of: "."), dot != name.startIndex,
      SystemFile.kind(path) != .folder, SystemFile.kind(path) != .special
    else { return }
    throw ValidationError(
      "nothing is written as '\(name[dot...])': end the name in one of "
        + endings.map { "." + $0 }.joined(separator: ", ") + ", or give --format")
  }

  static func fileName(_ input: String, _ format: BriefFormat) -> String {
    (input == "-" ? "stdin" : Brief.stem(input)) + "." + format.fileExtension
  }

  func write(_ briefs: [Brief], explains: Bool, index: Bool, _ diagnostics: Diagnostics) {
    switch kind {
    case .standard:
      if !briefs.isEmpty || format == .json { StandardStream.output(document(briefs, explains)) }
    case .file(let path):
      if !briefs.isEmpty { write(document(briefs, explains), to: path, diagnostics) }
    case .folder(let folder):
      write(briefs, into: folder, explains: explains, index: index, diagnostics)
    }
  }

  private func write(
    _ briefs: [Brief], into folder: String, explains: Bool, index: Bool, _ diagnostics: Diagnostics
  ) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      return diagnostics.failure(LoadingError(.notWritable, at: SourceLocation(path: folder)))
    }
    var entries: [(brief: Brief, file: String)] = []
    for brief in briefs {
      let name = Self.fileName(brief.article.path ?? "-", format)
      let text = Array(brief.formatted(format, explains: explains).utf8)
      if write(text, to: folder + "/" + name, diagnostics) { entries.append((brief, name)) }
    }
    let table = BriefIndex(entries)
    if index { write(Array(table.markdown.utf8), to: folder + "/index.md", diagnostics) }
    StandardStream.output(table.text)
  }

  @discardableResult
  private func write(_ bytes: [UInt8], to path: String, _ diagnostics: Diagnostics) -> Bool {
    do {
      try FileBytes.write(bytes, to: path)
      return true
    } catch {
      diagnostics.failure(error)
      return false
    }
  }

  /// All briefs as one document.
  private func document(_ briefs: [Brief], _ explains: Bool) -> [UInt8] {
    switch format {
    case .json: BriefJSON.document(briefs)
    case .html: Array(HTMLBrief(briefs: briefs, explains: explains).document.utf8)
    case .text, .markdown:
      Array(briefs.map { $0.formatted(format, explains: explains) }.joined(separator: "\n").utf8)
    }
  }
}
