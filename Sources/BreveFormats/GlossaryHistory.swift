// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveSystem
internal import FoundationEssentials

/// The changes of a glossary, oldest first: `fr-en.history.jsonl` beside `fr-en.tsv`.
///
/// The file only grows. A record is on the disk before the glossary is replaced, and holds the digests of the glossary
/// before and after, so that the two never disagree unnoticed: if the glossary has the digest from before the last
/// record, that change never reached it; if it has neither, something else has changed it.
package struct GlossaryHistory: Sendable {
  /// What became of a change.
  package enum Standing: Hashable, Sendable { case stands, undone, lost }

  package let records: [GlossaryRecord]
  /// Lines that are no records.
  package let warnings: [LoadingError]

  /// Where the history of the glossary at `path` is.
  package static func path(of path: String) -> String {
    (path.hasSuffix(".tsv") ? String(path.dropLast(4)) : path) + ".history.jsonl"
  }

  /// Reads the history at `path`; one that is not there has no records.
  ///
  /// - Throws: ``LoadingError`` if there is a file that cannot be read.
  package init(contentsOf path: String) throws(LoadingError) {
    let bytes = SystemFile.kind(path) == .missing ? [] : try FileBytes.read(path)
    self.init(bytes, path: path)
  }

  package init(_ bytes: [UInt8], path: String) {
    var records: [GlossaryRecord] = []
    var warnings: [LoadingError] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      if let record = Self.record(line) {
        records.append(record)
      } else {
        warnings.append(
          LoadingError(
            .malformed("the line is no record of a change, so it is passed over"),
            at: SourceLocation(path: path, line: index + 1)))
      }
    }
    self.records = records
    self.warnings = warnings
  }

  static func record(_ line: some Collection<UInt8>) -> GlossaryRecord? {
    try? JSONDecoder().decode(GlossaryRecord.self, from: Data(line))
  }

  /// What became of each record, in order, if the glossary has the digest `digest` now.
  package func standings(digest: String?) -> [Standing] {
    var standings = records.map { _ in Standing.stands }
    var places: [String: Int] = [:]
    for (index, record) in records.enumerated() { places[record.id] = index }
    for (index, record) in records.enumerated() {
      guard record.action == .lost, let place = record.undoes.flatMap({ places[$0] }) else {
        continue
      }
      standings[place] = .lost
      standings[index] = .stands
    }
    if let last = records.indices.last, let digest, records[last].action != .lost,
      records[last].after != digest, (records[last].before ?? "") == digest
    {
      standings[last] = .lost
    }
    // The last word counts: an undo that was undone itself leaves the first change standing.
    for index in records.indices.reversed()
    where records[index].action == .undo && standings[index] == .stands {
      if let place = records[index].undoes.flatMap({ places[$0] }), standings[place] == .stands {
        standings[place] = .undone
      }
    }
    return standings
  }
}
