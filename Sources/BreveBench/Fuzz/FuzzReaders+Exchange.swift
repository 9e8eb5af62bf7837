// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveFormats
import BreveMemory

/// Files that come back from another program, and what people write by hand.
extension FuzzReaders {
  /// What a strict reader reads, one that keeps going reads too, and it is what the rules have nothing against.
  static func xliff(_ bytes: [UInt8], _ sample: Int) throws -> Bool {
    func units(keepsGoing: Bool) throws(LoadingError) -> [TranslationUnit] {
      let reader = try XLIFFReader(bytes, path: "fuzz.xlf", keepsGoing: keepsGoing)
      var units: [TranslationUnit] = []
      while let unit = reader.next() { units.append(unit) }
      return units
    }
    let strict = try? units(keepsGoing: false)
    let kept = try? units(keepsGoing: true)
    _ = try? RowUnits.rows(xliff: bytes, path: "fuzz.xlf")
    _ = try? XLIFFEditor(bytes, path: "fuzz.xlf")
    let faults = try? XLIFFReader.faults(in: bytes, path: "fuzz.xlf")
    if let strict {
      guard strict == kept else { throw FuzzFault("a reader that keeps going reads other units") }
      guard let faults, faults.isEmpty else { throw FuzzFault("what is read has faults") }
    }
    return strict != nil
  }

  /// Every file of an archive is refused or no longer than the archive may make it.
  static func archive(_ bytes: [UInt8], _ sample: Int) throws -> Bool {
    guard let archive = try? ZipReader(bytes, path: "fuzz.zip") else { return false }
    var isRead = true
    var total = 0
    for name in archive.names {
      let content = try? archive.content(name)
      isRead = isRead && content != nil
      total += content?.count ?? 0
    }
    guard total <= ZipReader.largestTotal else { throw FuzzFault("\(total) bytes are unpacked") }
    _ = try? DOCXReader.rows(bytes, path: "fuzz.docx")
    return isRead
  }

  /// What is read of a table is the same when it was written.
  static func rows(_ bytes: [UInt8], _ sample: Int) throws -> Bool {
    let rows: [ExchangeRow]
    do throws(LoadingError) {
      rows = try RowTable.rows(bytes, path: "fuzz.tsv").rows
    } catch {
      return false
    }
    func plain(_ row: ExchangeRow) -> [String?] {
      [
        row.mark?.text, row.source, row.english, row.state?.rawValue, row.document, row.previous,
        row.next,
      ]
    }
    var table = RowTable.line([
      "number", "row", "source", "target", "state", "file", "previous", "next",
    ])
    for (number, row) in rows.enumerated() {
      let fields = plain(row).map { $0 ?? "" }
      let file = row.document.map { $0 + ".txt" } ?? ""
      table += RowTable.line([String(number)] + fields[..<4] + [file] + fields[5...])
    }
    let again: [ExchangeRow]
    do throws(LoadingError) {
      again = try RowTable.rows(Array(table.utf8), path: "again.tsv").rows
    } catch {
      // A few control characters among many letters are text; with fewer letters they are none.
      if error.kind == .binary { return true }
      throw FuzzFault("what was written is not read: \(error)")
    }
    try compare(again.map(plain), rows.map(plain))
    return true
  }

  static func compare(_ again: [[String?]], _ rows: [[String?]]) throws {
    guard again.count == rows.count else {
      throw FuzzFault("\(rows.count) rows become \(again.count) when written")
    }
    if let place = rows.indices.first(where: { again[$0] != rows[$0] }) {
      throw FuzzFault(
        "a row is another when it was written: \(FuzzFault.difference(rows[place], again[place]))")
    }
  }

  /// Keys stand in private files only, and a remark changes nothing.
  static func configuration(_ bytes: [UInt8], _ sample: Int) throws -> Bool {
    func file(_ bytes: [UInt8], isPrivate: Bool) -> ConfigurationFile? {
      try? ConfigurationFile(bytes, path: "fuzz.toml", isPrivate: isPrivate)
    }
    let own = file(bytes, isPrivate: true)
    if let open = file(bytes, isPrivate: false) {
      guard open.named.values.allSatisfy({ $0.key == nil }) else {
        throw FuzzFault("a key is taken from a file that others may read")
      }
      guard open == own else { throw FuzzFault("what others may read is not what the owner reads") }
    }
    guard let own else { return false }
    guard file(bytes + Array("\n# a remark\n".utf8), isPrivate: true) == own else {
      throw FuzzFault("a remark changes what is read")
    }
    guard own.minimumRate.map({ $0 > 0 && $0 <= 100 }) ?? true else {
      throw FuzzFault("a rate of \(own.minimumRate ?? 0) %")
    }
    guard own.named.values.allSatisfy({ !$0.use.isEmpty }) else {
      throw FuzzFault("an engine without a name")
    }
    return true
  }
}
