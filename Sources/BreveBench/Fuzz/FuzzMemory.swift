// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveFormats
import BreveIndex
import BreveMemory
import BreveStore
import BreveSystem
import BreveText
import Foundation

/// A small memory, or one of its indexes, whose files are damaged one at a time and then opened and searched.
final class FuzzMemory {
  private let isStore: Bool
  /// Where the files lie that are opened.
  private let folder: String
  private let names: [String]
  let samples: [[UInt8]]

  private static let queries = [
    "Le ministre a signé un accord de paix.", "Un accord 7", "virus", "", "Le le le le le le le",
  ]

  init(isStore: Bool, folder: String) throws {
    self.isStore = isStore
    self.folder = folder + "/damaged"
    let made = folder + "/made"
    guard SystemFolder.make(made), SystemFolder.make(self.folder) else {
      throw FuzzFault("\(folder) cannot be written")
    }
    try Self.fill(made + "/m.memory")
    let root = isStore ? made : made + "/m.memory.index/fr"
    let all = try FileManager.default.subpathsOfDirectory(atPath: root).sorted()
    names = all.filter { SystemFile.kind(root + "/" + $0) == .regular && !$0.hasSuffix("lock") }
    samples = try names.map { try FileBytes.read(root + "/" + $0) }
  }

  /// Units of two languages, a few of them changed and taken out after the index was written.
  private static func fill(_ path: String) throws {
    let stamp = Stamp(user: "fuzz")
    let memory = try SearchableMemory(path: path, .create)
    try memory.importUnits(by: stamp, file: "fuzz.tmx") { session in
      for number in 0..<60 {
        var unit = TranslationUnit([
          Variant(.french, "Le ministre a signé un accord \(number % 9), dit \(number)."),
          Variant(.english, "The minister signed agreement \(number % 9), says \(number)."),
        ])
        unit.notes = [UnitNote("note \(number)")]
        unit.properties = [UnitProperty("x", "\(number)")]
        _ = try session.add(unit)
      }
    }
    for number in 1...5 {
      let unit = TranslationUnit([Variant(.french, "Autre phrase \(number)")])
      _ = try memory.store.add(unit, by: stamp)
    }
    try memory.store.remove(3, by: stamp)
    try memory.updateIndexes()
  }

  /// Puts the files back, `bytes` in the place of one of them, and reads all there is.
  func reads(_ bytes: [UInt8], _ sample: Int) throws -> Bool {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
    for (number, name) in names.enumerated() {
      let path = folder + "/" + name
      guard SystemFolder.make(SystemFolder.parent(of: path)) else { continue }
      // Not durable, unlike what Breve writes: thousands a second.
      try Data(number == sample ? bytes : samples[number]).write(to: URL(filePath: path))
    }
    return isStore ? try readsStore() : readsIndex()
  }

  private func readsIndex() -> Bool {
    guard let opened = try? TokenIndexFolder(folder) else { return false }
    let isIntact = opened.isIntact
    var matcher = TokenMatcher()
    var concordance = ConcordanceSearch()
    for text in Self.queries {
      let request = MatchRequest(minimum: MatchRate(percent: 30), limit: 10)
      _ = matcher.matches(for: Array(text.utf8).span, in: opened.index, request)
      _ = matcher.exactMatches(for: Array(text.utf8).span, in: opened.index)
      let query = ConcordanceQuery(text, isPhrase: text.utf8.count % 2 == 0)
      _ = concordance.units(with: query, in: opened.index)
    }
    return isIntact
  }

  private func readsStore() throws -> Bool {
    let path = folder + "/m.memory"
    do throws(StoreError) {
      let memory = try SearchableMemory(path: path)
      let faults = try memory.store.faults()
      _ = try memory.store.statistics()
      _ = try memory.store.units(after: 0, limit: 100)
      _ = try memory.store.history(of: 61)
      _ = try memory.store.changes(after: 0, limit: 100)
      let searcher = MemorySearcher(memory)
      for text in Self.queries {
        _ = try searcher.matches(for: text, MemoryRequest(minimum: MatchRate(percent: 30)))
        _ = try searcher.concordance(ConcordanceRequest(words: text))
      }
      return faults.isEmpty
    } catch {
      return false
    }
  }
}
