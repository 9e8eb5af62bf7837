// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveMemory
public import BreveStore
internal import BreveText

/// Takes what a reviewer changed in another program into a memory, as ``ReviewSession`` does what they decide in Breve.
///
/// A row with English is taken if its English is not the one that was offered, or if the file calls it reviewed or final.
/// A row that is in doubt is not taken, and its ``Entry/reason`` says why.
public struct ReviewImport {
  /// What became of a row.
  public enum Outcome: String, Sendable, CaseIterable {
    /// Its English was changed, and the new one is taken.
    case edited
    /// Its English was called reviewed as it was.
    case accepted
    /// The memory has it as reviewed already.
    case known
    /// Nothing was changed, and nobody called it reviewed.
    case unchanged
    /// There is no English.
    case untranslated
    /// It was written and is not in the file any more; nothing is changed for it.
    case leftOut = "left out"
    /// It cannot be taken without someone deciding.
    case conflict
  }

  /// A row, and what became of it.
  public struct Entry: Sendable {
    /// Where it stands in the file, as `row 3` or `line 12`.
    public let place: String
    /// Nil where the file no longer says it.
    public let id: String?
    public let outcome: Outcome
    /// Why it is a conflict, or what left out means.
    public let reason: String?
    /// The unit of the memory; nil if none was written.
    public let unit: Int?
    public let source: String
    public let english: String
  }

  private let rows: ReviewedRows
  private let memory: ReviewedMemory
  private let isTrial: Bool

  /// An import.
  ///
  /// - Parameters:
  ///   - rows: What is taken.
  ///   - memory: Where it goes.
  ///   - isTrial: Whether nothing is written.
  public init(_ rows: ReviewedRows, into memory: ReviewedMemory, isTrial: Bool = false) {
    self.rows = rows
    self.memory = memory
    self.isTrial = isTrial
  }

  /// Takes the rows, one after the other.
  ///
  /// - Returns: An entry a row, in the order of the file, and then those of rows that were left out of it.
  /// - Throws: ``StoreError`` if the memory cannot be used; rows before are in it.
  public func run() throws(StoreError) -> [Entry] {
    var english: [String: Set<String>] = [:]
    for row in rows.rows {
      if let id = row.mark?.id { english[id, default: []].insert(row.english) }
    }
    var entries: [Entry] = []
    for row in rows.rows {
      let versions = row.mark.flatMap { english[$0.id]?.count } ?? 1
      entries.append(try take(row, versions))
    }
    let isUnmarked = rows.rows.contains { $0.mark == nil }
    entries += rows.missing.map { id in
      Entry(
        place: "row \(id)", id: id, outcome: .leftOut,
        reason: isUnmarked
          ? "it is not in the file, or its id is gone; nothing changed"
          : "left out by the reviewer; nothing changed", unit: nil, source: "", english: "")
    }
    if !isTrial, entries.contains(where: { $0.unit != nil }) { memory.finish() }
    return entries
  }

  private func take(_ row: ExchangeRow, _ versions: Int) throws(StoreError) -> Entry {
    guard let mark = row.mark else {
      return entry(row, .conflict, "it has no id of a row that breve bilingual wrote")
    }
    // A row whose deletion is tracked.
    if row.english.isEmpty, row.source.isEmpty {
      return entry(row, .leftOut, "left out by the reviewer; nothing changed")
    }
    let isReviewed = row.state == .reviewed || row.state == .approved
    let isEdited = !mark.offered(row.english)
    if row.english.isEmpty, !isEdited { return entry(row, .untranslated) }
    guard isEdited || isReviewed else { return entry(row, .unchanged) }
    if let reason = fault(row, mark, versions) { return entry(row, .conflict, reason) }
    var item = item(row, mark)
    let known = try memory.known(for: item)
    let wanted = SegmentKey(row.english)
    var offered: TranslationUnit?
    for unit in known where unit.isAtPlace(of: item) {
      let text = unit.variant(.english)?.text ?? ""
      let isSettled = unit.state == .reviewed || unit.state == .approved
      if SegmentKey(text) == wanted, text.words == row.english {
        if isSettled { return entry(row, .known, unit: unit.id) }
      } else if mark.offered(text) {
        if unit.state != .rejected { offered = offered ?? unit }
      } else if isSettled {
        return entry(row, .conflict, "the memory has other reviewed English by now: \(text)")
      }
    }
    // Wherever the sentence stands in which it was rejected.
    let isRejected = known.contains {
      $0.state == .rejected && $0.variant(.english).map { SegmentKey($0.text) } == wanted
    }
    if isRejected { return entry(row, .conflict, "the memory has this English as rejected") }
    if let offered {
      item = self.item(
        row, mark, english: offered.variant(.english)?.text, unit: memory.reference(to: offered))
    }
    let outcome: Outcome = isEdited ? .edited : .accepted
    if isTrial { return entry(row, outcome) }
    return entry(row, outcome, unit: try memory.accept(row.english, for: item).unit)
  }

  private func fault(_ row: ExchangeRow, _ mark: RowMark, _ versions: Int) -> String? {
    if row.source.isEmpty { return "its French is gone from the file" }
    if !mark.isOf(row.source) {
      return "its French was changed; it is another sentence than the English was made for"
    }
    if row.english.isEmpty { return "its English was deleted; breve review can reject it" }
    return versions > 1 ? "it stands there \(versions) times, with different English" : nil
  }

  private func item(
    _ row: ExchangeRow, _ mark: RowMark, english: String? = nil, unit: UnitReference? = nil
  ) -> ReviewItem {
    ReviewItem(
      source: row.source, language: row.language, document: row.document, range: mark.range,
      previous: row.previous, next: row.next, english: english, label: .memoryExact,
      labelInWords: "", unit: unit, state: nil, suggestion: nil, known: [], findings: [],
      reasons: [])
  }

  private func entry(
    _ row: ExchangeRow, _ outcome: Outcome, _ reason: String? = nil, unit: Int? = nil
  ) -> Entry {
    Entry(
      place: row.place, id: row.mark?.id, outcome: outcome, reason: reason, unit: unit,
      source: row.source, english: row.english)
  }
}
