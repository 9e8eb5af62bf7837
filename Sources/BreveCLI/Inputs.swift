// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import Breve
import BreveFormats
import BreveSystem
import FoundationEssentials

/// The articles that the arguments name, in their order.
struct Inputs {
  /// One article to be read.
  struct Item: Sendable {
    let path: String
    let facts: SourceFacts
    /// As `SOURCES.tsv` has it.
    let sha256: String?
  }

  private(set) var items: [Item] = []
  let diagnostics: Diagnostics
  private var tables: [String: SourcesTable] = [:]

  init(_ paths: [String], facts: SourceFacts, diagnostics: Diagnostics) {
    self.diagnostics = diagnostics
    for path in paths {
      var isFolder = false
      if path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder
      {
        addFolder(path, facts)
      } else {
        add(path, facts)
      }
    }
  }

  private mutating func add(_ path: String, _ facts: SourceFacts) {
    if items.isEmpty, let command = Self.misspelt(path) {
      diagnostics.note("'\(path)' is taken for a file; the command is written '\(command)'")
    }
    let row = path == "-" ? nil : sources(of: Self.folder(of: path))?.rows[Self.name(of: path)]
    items.append(
      Item(
        path: path, facts: row.map { facts.completed(by: $0.facts) } ?? facts, sha256: row?.sha256))
  }

  /// The command that a first word was perhaps meant for, if there is no such file.
  private static func misspelt(_ word: String) -> String? {
    guard !word.contains("/"), !word.contains("."), !FileManager.default.fileExists(atPath: word)
    else { return nil }
    let letters = word.utf8.sorted()
    for name in ["brief", "segment", "glossary", "schema", "languages", "eval", "help"] {
      let other = name.utf8.sorted()
      let isNear =
        letters == other
        || word.utf8.first == name.utf8.first && abs(letters.count - other.count) <= 1
          && Set(letters).symmetricDifference(other).count <= 1
      if isNear { return name }
    }
    return nil
  }

  /// The `*.txt` files of a folder and its subfolders, in byte order of their paths.
  private mutating func addFolder(_ path: String, _ facts: SourceFacts) {
    let root = path.hasSuffix("/") ? String(path.dropLast()) : path
    var texts: [String] = []
    var others = 0
    var folders = [""]
    while let folder = folders.popLast() {
      let here = folder.isEmpty ? root : root + "/" + folder
      let names: [String]
      do {
        names = try FileManager.default.contentsOfDirectory(atPath: here.isEmpty ? "/" : here)
      } catch {
        diagnostics.failure("\(here): the folder cannot be read; check its permissions")
        continue
      }
      for name in names {
        let inner = folder.isEmpty ? name : folder + "/" + name
        var isFolder = false
        guard FileManager.default.fileExists(atPath: root + "/" + inner, isDirectory: &isFolder)
        else { continue }
        if isFolder {
          if !Self.isLink(root + "/" + inner) { folders.append(inner) }
        } else if name.hasSuffix(".txt"), SystemFile.kind(root + "/" + inner) == .regular {
          texts.append(inner)
        } else if name != "SOURCES.tsv" {
          others += 1
        }
      }
    }
    texts.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for text in texts { add(root + "/" + text, facts) }
    if others > 0 {
      diagnostics.note(
        "\(path): \(others) file\(others == 1 ? "" : "s") not ending in .txt left aside")
    }
    if texts.isEmpty {
      diagnostics.failure("\(path): no *.txt file in this folder; name the files themselves")
    }
  }

  private static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }

  /// The `SOURCES.tsv` of a folder, read once; its faults are said once.
  private mutating func sources(of folder: String) -> SourcesTable? {
    if let known = tables[folder] { return known }
    let path = folder.isEmpty ? "SOURCES.tsv" : folder + "/SOURCES.tsv"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      let location = SourceLocation(path: path)
      let source = try TextDecoder().text(try FileBytes.read(path), at: location)
      let table = try SourcesTable(source.text(in: 0..<source.utf16.count), at: location)
      for warning in table.warnings { diagnostics.failure(warning) }
      tables[folder] = table
      return table
    } catch {
      diagnostics.failure(error)
      tables[folder] = .empty
      return nil
    }
  }

  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

extension Inputs.Item {
  /// The bytes of the file, or of standard input.
  func bytes() throws(LoadingError) -> [UInt8] {
    path == "-"
      ? StandardStream.input(limit: TextDecoder.largestText) : try FileBytes.read(path)
  }

  /// Reads the article.
  func article(by reader: inout ArticleReader, language: Language?) throws(LoadingError) -> Article
  {
    let article = try reader.article(try bytes(), path: path, language: language, facts: facts)
    guard let sha256, sha256 != article.sha256 else { return article }
    return article.noting(
      Note(
        kind: .content,
        text: "the file is not the one that SOURCES.tsv describes (its sha256 differs)"))
  }
}
