// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveMemory

/// The forms of files that units come from and go to.
enum MemoryFileFormat: String, CaseIterable, ExpressibleByArgument {
  case tmx, tsv, csv, xliff, xliff12

  /// What a name asks for, `.gz` and `.xz` passed over; a table with tabs if it asks for nothing.
  init(name: String) {
    var name = name.lowercased()
    for ending in [".gz", ".xz"] where name.hasSuffix(ending) { name.removeLast(3) }
    let isXLIFF = name.hasSuffix(".xlf")
    self = isXLIFF ? .xliff : Self.allCases.first { name.hasSuffix("." + $0.rawValue) } ?? .tsv
  }

  /// What the first bytes of a file show; nil if they show nothing.
  init?(content: [UInt8]) {
    let start = String(decoding: content.prefix(4096).filter { $0 != 0 }, as: UTF8.self)
    if start.contains("<xliff") || start.contains(":xliff ") {
      self = .xliff
    } else if start.contains("<tmx") {
      self = .tmx
    } else {
      return nil
    }
  }
}

/// The units of a file, one after the other.
enum UnitSource {
  case tmx(TMXReader)
  case xliff(XLIFFReader)
  case table(UnitTableReader)

  /// - Parameters:
  ///   - path: The file; `-` is standard input.
  ///   - format: Its form; nil to tell it by the content, and then by the name.
  ///   - source: The language of a table's first column.
  ///   - target: The language of its second.
  ///   - keepsGoing: Whether to go on after damage.
  /// - Throws: ``LoadingError`` if it cannot be read.
  init(
    _ path: String, _ format: MemoryFileFormat?, source: Language, target: Language,
    keepsGoing: Bool
  ) throws(LoadingError) {
    var stream = try FileStream(path: path)
    let first = stream.next()
    stream = FileStream(stream, first: first)
    let form = format ?? MemoryFileFormat(content: first) ?? MemoryFileFormat(name: path)
    switch form {
    case .tmx: self = .tmx(TMXReader(stream, keepsGoing: keepsGoing))
    case .xliff, .xliff12:
      let reader = try XLIFFReader(stream, keepsGoing: keepsGoing)
      reader.skipsUntranslated = true
      self = .xliff(reader)
    case .tsv, .csv:
      self = .table(
        UnitTableReader(
          stream, separator: form == .csv ? .comma : .tab, source: source,
          target: target, keepsGoing: keepsGoing))
    }
  }

  func next() throws(LoadingError) -> TranslationUnit? {
    switch self {
    case .tmx(let reader): try reader.next()
    case .xliff(let reader): reader.next()
    case .table(let reader): try reader.next()
    }
  }

  var report: ReadingReport {
    switch self {
    case .tmx(let reader): reader.report
    case .xliff(let reader): reader.report
    case .table(let reader): reader.report
    }
  }
}
