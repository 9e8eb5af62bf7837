// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveDigest
internal import BreveSystem
package import BreveText

/// A glossary on the disk that several people and processes change.
///
/// A change takes the lock, reads the file anew, writes the record of the change to the history, and replaces the file
/// whole. A process that is killed leaves the old file or the new one, and the next change finds out which.
package struct GlossaryFile: Sendable {
  /// Who changes it, and when.
  package struct Author: Sendable {
    package let name: String
    /// Date and time in UTC, as `2026-11-21T10:56:04Z`.
    package let when: String

    package init(name: String, when: String) {
      self.name = name
      self.when = when
    }

    /// The day, as `2026-11-21`.
    package var day: String { String(when.prefix(10)) }
  }

  package let path: String
  private let target: String
  /// The languages that it gets where it is made.
  private let languages: (source: Language, target: Language)

  /// The glossary at `path`, which need not be there yet; then it is made from one language to the other.
  package init(
    _ path: String, from source: Language = .french, to targetLanguage: Language = .english
  ) {
    self.path = path
    languages = (source, targetLanguage)
    target = SystemFile.resolved(path) ?? path
  }

  /// Where its history is.
  package var historyPath: String { GlossaryHistory.path(of: target) }

  /// The file as lines; a missing or empty one is a header.
  package func lines() throws(GlossaryError) -> GlossaryLines {
    let bytes = try bytes() ?? []
    do throws(LoadingError) {
      return try made(bytes)
    } catch { throw GlossaryError(error) }
  }

  private func made(_ bytes: [UInt8]) throws(LoadingError) -> GlossaryLines {
    try GlossaryLines(bytes, path: path, from: languages.source, to: languages.target)
  }

  /// SHA-256 of the file; nil if there is none.
  package func digest() throws(GlossaryError) -> String? { try bytes().map(Self.digest) }

  /// Makes one change, or none at all.
  ///
  /// - Parameters:
  ///   - action: What the record calls it.
  ///   - undoes: The record that it takes back.
  ///   - author: Who and when.
  ///   - change: Says what is to be changed in the file as it is under the lock; it may be called once only.
  /// - Returns: The record; nil if there was nothing to change.
  /// - Throws: ``GlossaryError``; then the file is as it was.
  package func edit(
    _ action: GlossaryRecord.Action, undoes: String? = nil, by author: Author,
    _ change: (GlossaryLines, String?) throws(GlossaryError) -> GlossaryChange
  ) throws(GlossaryError) -> GlossaryRecord? {
    let result = try FileLock.withLock(on: historyPath) {
      (lock: borrowing FileLock) throws(GlossaryError) in
      try edit(action, undoes: undoes, by: author, under: lock, change)
    }
    guard let result else {
      throw GlossaryError(LoadingError(.notWritable, at: SourceLocation(path: historyPath)))
    }
    return result
  }

  private func edit(
    _ action: GlossaryRecord.Action, undoes: String?, by author: Author,
    under lock: borrowing FileLock,
    _ change: (GlossaryLines, String?) throws(GlossaryError) -> GlossaryChange
  ) throws(GlossaryError) -> GlossaryRecord? {
    let recorded = lock.tail(0).start
    var isKept = recorded > 0
    defer { if !isKept { SystemFile.remove(historyPath) } }
    let old = try bytes()
    let before = old.map(Self.digest)
    let lines: GlossaryLines
    do throws(LoadingError) {
      lines = try made(old ?? [])
    } catch { throw GlossaryError(error) }
    let (new, edits) = lines.applying(try change(lines, before))
    if edits.removed.isEmpty && edits.added.isEmpty || new == old { return nil }
    let record = GlossaryRecord(
      when: author.when, who: author.name, action: action, edits: edits, before: before,
      after: Self.digest(new), undoes: undoes, place: recorded)
    let (last, end) = Self.last(in: lock, recorded)
    var news: [UInt8] = end.needsLineEnd ? [0x0A] : []
    if let catchingUp = Self.catchUp(last, before, author, recorded) { news += catchingUp.line }
    if end.offset < recorded, !lock.truncate(to: end.offset) {
      throw GlossaryError(LoadingError(.notWritable, at: SourceLocation(path: historyPath)))
    }
    // The record first: what the file holds is then always told by the history or seen to differ from it.
    isKept = true
    guard lock.append(news + record.line), SystemFile.replace(target, with: new) else {
      _ = lock.truncate(to: end.offset)
      isKept = recorded > 0
      throw GlossaryError(LoadingError(.notWritable, at: SourceLocation(path: path)))
    }
    return record
  }

  /// Its bytes; nil if there is no file.
  private func bytes() throws(GlossaryError) -> [UInt8]? {
    if SystemFile.kind(target) == .missing { return nil }
    do {
      let bytes = try FileBytes.read(target)
      return bytes
    } catch { throw GlossaryError(LoadingError(error.kind, at: SourceLocation(path: path))) }
  }

  private static func digest(_ bytes: [UInt8]) -> String { SHA256.hexadecimal(bytes.span) }

  /// What has to be recorded before the next change, because the file is not what the last record left.
  private static func catchUp(
    _ last: GlossaryRecord?, _ digest: String?, _ author: Author, _ place: Int
  ) -> GlossaryRecord? {
    guard let last, let digest, last.after != digest else { return nil }
    if last.before == digest {
      return GlossaryRecord(
        when: author.when, who: author.name, action: .lost, before: digest, after: digest,
        undoes: last.id, place: place)
    }
    return GlossaryRecord(
      when: author.when, who: author.name, action: .outside, before: last.after, after: digest,
      place: place)
  }

  /// The last record, and where the next one goes: a record that was cut off in the middle never counted.
  private static func last(
    in lock: borrowing FileLock, _ count: Int
  ) -> (record: GlossaryRecord?, end: (offset: Int, needsLineEnd: Bool)) {
    var limit = 1 << 16
    while true {
      let (bytes, start) = lock.tail(limit)
      var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      // Without the line that began before the bytes that were read.
      if start > 0 { lines.removeFirst() }
      if start > 0, lines.allSatisfy(\.isEmpty) {
        limit *= 8
        continue
      }
      let rest = lines.last ?? []
      if !rest.isEmpty {
        if let record = GlossaryHistory.record(rest) { return (record, (count, true)) }
        lines.removeLast()
      }
      let record = lines.reversed().lazy.compactMap { GlossaryHistory.record($0) }.first
      if record == nil, start > 0 {
        limit *= 8
        continue
      }
      return (record, (count - rest.count, false))
    }
  }
}
