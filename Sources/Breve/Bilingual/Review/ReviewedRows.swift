// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveFormats
internal import BreveText

/// The rows of a bilingual brief that a person worked on in another program.
public struct ReviewedRows: Sendable {
  let rows: [ExchangeRow]

  /// Reads a document of Word, XLIFF, TMX or a table; what it is is told by its bytes.
  ///
  /// - Parameter path: A file that `breve bilingual` made and another program changed.
  /// - Throws: ``LoadingError`` if it cannot be read or is none of these.
  public init(contentsOf path: String) throws(LoadingError) {
    let bytes = try FileBytes.read(path)
    if DOCXReader.isArchive(bytes) {
      rows = try DOCXReader.rows(bytes, path: path)
      return
    }
    // The first element tells; UTF-16 has a zero beside each letter.
    let head = String(decoding: bytes.prefix(4096).filter { $0 != 0 }, as: UTF8.self)
    if head.contains("<xliff") {
      rows = try RowUnits.rows(xliff: bytes, path: path)
    } else if head.contains("<tmx") {
      rows = try RowUnits.rows(tmx: bytes, path: path)
    } else {
      rows = try RowTable.rows(bytes, path: path)
    }
  }
}
