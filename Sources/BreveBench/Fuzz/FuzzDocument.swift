// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveFormats
import BreveText

/// The parts of a document of Word that are read; one of them is damaged, the others stand around it.
struct FuzzDocument {
  /// The text as it was written, the list of its rows, and the text as a person left it.
  let samples: [[UInt8]]

  private static let names = ["word/document.xml", "customXml/item1.xml", "word/document.xml"]

  /// - Throws: ``FuzzFault`` if there are not three samples, in the order of ``samples``.
  init(_ samples: [[UInt8]]) throws {
    guard samples.count == Self.names.count else {
      throw FuzzFault("\(samples.count) parts of a document, not \(Self.names.count)")
    }
    self.samples = samples
  }

  /// Whole documents.
  var archives: [[UInt8]] { samples.indices.map { archive(samples[$0], $0) } }

  /// A document with `bytes` in the place of a sample.
  private func archive(_ bytes: [UInt8], _ sample: Int) -> [UInt8] {
    var writer = ZipWriter()
    writer.add(Self.names[sample], bytes)
    let other = sample == 1 ? 2 : 1
    writer.add(Self.names[other], samples[other])
    return writer.finish()
  }

  /// What is read is the same when it was written.
  func reads(_ bytes: [UInt8], _ sample: Int) throws -> Bool {
    let rows: [ExchangeRow]
    do throws(LoadingError) {
      rows = try DOCXReader.rows(archive(bytes, sample), path: "fuzz.docx").rows
    } catch {
      return false
    }
    guard rows.allSatisfy({ $0.source == $0.source.words && $0.english == $0.english.words }) else {
      throw FuzzFault("a row has other white space than single blanks")
    }
    // Rows that stand there twice, or as nobody knows which, are not written.
    var known: Set<RowMark> = []
    let kept = rows.filter { row in row.mark.map { known.insert($0).inserted } ?? false }
    guard !kept.isEmpty else { return true }
    var brief = DOCXBrief(
      heading: "", headingLanguage: .french, source: .french, target: .english)
    brief.rows = kept.map { DOCXRow($0, details: []) }
    let again: [ExchangeRow]
    do throws(LoadingError) {
      again = try DOCXReader.rows(DOCXWriter.document([brief]), path: "again.docx").rows
    } catch {
      throw FuzzFault("what was written is not read: \(error)")
    }
    try FuzzReaders.compare(again.map(Self.plain), kept.map(Self.plain))
    return true
  }

  /// Without the state of a row that has no English, for which there is no place.
  private static func plain(_ row: ExchangeRow) -> [String?] {
    let state = row.english.isEmpty ? nil : row.state
    return [
      row.mark?.text, row.source, row.english, state?.rawValue, row.document, row.previous,
      row.next,
    ]
  }
}
