// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveStore
import BreveSystem
import FoundationEssentials

/// The memories that English is taken from.
struct BilingualMemories {
  /// Their files, in the order in which they are asked.
  private(set) var files: [String]

  /// The memories that are named, or else those beside the glossary: `breve.memory` and the TMX files of `memory/`.
  init(named: [String], _ glossary: GlossaryArguments) {
    files = named
    guard named.isEmpty, glossary.glossary == nil, let path = glossary.path else { return }
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
    if SystemFile.kind(folder + "../breve.memory") == .regular {
      files.append(folder + "../breve.memory")
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "memory")) ?? []
    files += names.filter { $0.hasSuffix(".tmx") || $0.hasSuffix(".tmx.gz") }.sorted()
      .map { folder + "memory/" + $0 }
  }

  /// Passes over a memory that is to be made.
  mutating func leaveOut(missing path: String) {
    files.removeAll { $0 == path && SystemFile.kind(path) == .missing }
  }

  /// Opens them; what cannot be used is said.
  ///
  /// - Parameters:
  ///   - diagnostics: Where it is said.
  ///   - hasEngine: Whether English may come from an engine as well.
  /// - Returns: What all threads share.
  /// - Throws: Exit status 2.
  func open(_ diagnostics: Diagnostics, hasEngine: Bool = false) throws -> Opened {
    var exchange = SegmentMemory()
    var stores: [String] = []
    for file in files {
      do {
        if Self.isStore(file) {
          // Look-ups of several threads find the indexes as they should be.
          let memory = try SearchableMemory(path: file)
          memory.updateIndexesIfPossible()
          stores.append(file)
        } else {
          try exchange.add(contentsOf: file)
        }
      } catch {
        diagnostics.failure("\(error)")
        throw ExitCode(2)
      }
    }
    if exchange.isEmpty, stores.isEmpty, !hasEngine {
      diagnostics.note("there is no translation memory; no sentence has English")
    }
    exchange.prepare()
    return Opened(exchange: exchange, paths: stores, diagnostics: diagnostics)
  }

  /// The memories as threads share them.
  struct Opened: Sendable {
    /// The units of exchange files together.
    let exchange: SegmentMemory
    let paths: [String]
    let diagnostics: Diagnostics

    /// The durable memories, for one thread.
    var stores: [StoredSegments] {
      paths.compactMap { path in
        do { return try StoredSegments(path: path) } catch {
          diagnostics.failure(error)
          return nil
        }
      }
    }
  }

  /// Whether a memory is durable, or is not there and may become so.
  static func isDurable(_ path: String) -> Bool {
    isStore(path) || SystemFile.kind(path) == .missing && !path.contains(".tmx")
  }

  /// Whether a file is a database of SQLite, by its first bytes.
  static func isStore(_ path: String) -> Bool {
    (SystemFile.read(path, limit: 15) ?? []).prefix(15).elementsEqual("SQLite format 3".utf8)
  }
}
