// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveFormats
import BreveMemory
import BreveTerms
import BreveText

extension FuzzReaders {
  /// One table read as everything a table can be: a glossary of any tool, the project's own glossary, its history, units,
  /// facts of sources.
  static func tables(_ bytes: [UInt8], _ sample: Int) throws -> Bool {
    let path = "fuzz.tsv"
    _ = GlossaryHistory(bytes, path: path).standings(digest: nil)
    let location = SourceLocation(path: path)
    if let text = try? TextDecoder().text(bytes, at: location) {
      _ = try? SourcesTable(text.text(in: 0..<text.utf16.count), at: location)
    }
    try units(bytes, path: path, sample)
    try ownTable(bytes, at: location)
    return try foreignTable(bytes, path: path)
  }

  /// No line of the project's own form is lost.
  private static func ownTable(_ bytes: [UInt8], at location: SourceLocation) throws {
    guard let table = try? GlossaryTable(bytes, at: location) else { return }
    let again = GlossaryTable(table.text, path: location.path)
    guard again.rows.map(\.text) == table.rows.map(\.text) else {
      throw FuzzFault("lines of a glossary are lost when it is written")
    }
    guard table.glossary.pairs.count <= table.rows.count else {
      throw FuzzFault("more pairs than lines")
    }
  }

  /// What the file of another tool holds comes back from a table of ours.
  private static func foreignTable(_ bytes: [UInt8], path: String) throws -> Bool {
    let reading: GlossaryReading
    do throws(LoadingError) {
      reading = try GlossaryFileReader().read(bytes, path: path)
    } catch {
      return false
    }
    guard reading.glossary.pairs.count == reading.lines.count else {
      throw FuzzFault("pairs without a line")
    }
    for form in GlossaryForm.allCases {
      let file = GlossaryFileWriter.file(of: reading.glossary, as: form)
      guard file.written + file.report.skipped == reading.glossary.pairs.count else {
        throw FuzzFault("\(form.rawValue) loses pairs without a word")
      }
    }
    return true
  }

  /// Each line is a unit or told.
  private static func units(_ bytes: [UInt8], path: String, _ sample: Int) throws {
    let reader = UnitTableReader(
      bytes, path: path, separator: sample % 2 == 0 ? .tab : .comma, source: .french,
      target: .english, keepsGoing: true)
    var count = 0
    do throws(LoadingError) {
      while try reader.next() != nil { count += 1 }
    } catch {
      return
    }
    let report = reader.report
    guard count + report.skipped == report.read else {
      throw FuzzFault("\(report.read) lines, \(count) units, \(report.skipped) passed over")
    }
  }
}
