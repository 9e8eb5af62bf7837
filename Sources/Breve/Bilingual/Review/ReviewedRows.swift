// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveFormats
internal import BreveText

/// The rows of a bilingual brief that a person worked on in another program.
public struct ReviewedRows: Sendable {
  let rows: [ExchangeRow]
  /// The ids of rows that were written and are not in the file any more, in the order of the brief.
  let missing: [String]

  /// Reads a document of Word, XLIFF, TMX or a table; what it is is told by its bytes.
  ///
  /// - Parameter path: A file that `breve bilingual` made and another program changed.
  /// - Throws: ``LoadingError`` if it cannot be read or is none of these.
  public init(contentsOf path: String) throws(LoadingError) {
    let bytes = try FileBytes.read(path)
    // The first element tells; UTF-16 has a zero beside each letter.
    let head = String(decoding: bytes.prefix(4096).filter { $0 != 0 }, as: UTF8.self)
    let file: ExchangeRows
    if DOCXReader.isArchive(bytes) {
      file = try DOCXReader.rows(bytes, path: path)
    } else if head.contains("<xliff") {
      file = try RowUnits.rows(xliff: bytes, path: path)
    } else if head.contains("<tmx") {
      file = try RowUnits.rows(tmx: bytes, path: path)
    } else {
      file = try RowTable.rows(bytes, path: path)
    }
    rows = file.rows
    let there = Set(rows.compactMap(\.mark?.id))
    missing = file.written.filter { !there.contains($0) }
  }
}
