// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveMemory

/// The forms of files that units come from and go to.
enum MemoryFileFormat: String, CaseIterable, ExpressibleByArgument {
  case tmx, tsv, csv

  /// What a name asks for, `.gz` and `.xz` passed over; a table with tabs if it asks for nothing.
  init(name: String) {
    var name = name.lowercased()
    for ending in [".gz", ".xz"] where name.hasSuffix(ending) { name.removeLast(3) }
    self = Self.allCases.first { name.hasSuffix("." + $0.rawValue) } ?? .tsv
  }
}

/// The units of a file, one after the other.
enum UnitSource {
  case tmx(TMXReader)
  case table(UnitTableReader)

  init(
    _ path: String, _ format: MemoryFileFormat, source: Language, target: Language,
    keepsGoing: Bool
  ) throws(LoadingError) {
    switch format {
    case .tmx: self = .tmx(try TMXReader(contentsOf: path, keepsGoing: keepsGoing))
    case .tsv, .csv:
      self = .table(
        try UnitTableReader(
          contentsOf: path, separator: format == .tsv ? .tab : .comma, source: source,
          target: target, keepsGoing: keepsGoing))
    }
  }

  func next() throws(LoadingError) -> TranslationUnit? {
    switch self {
    case .tmx(let reader): try reader.next()
    case .table(let reader): try reader.next()
    }
  }

  var report: ReadingReport {
    switch self {
    case .tmx(let reader): reader.report
    case .table(let reader): reader.report
    }
  }
}
