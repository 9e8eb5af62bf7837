// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveText

/// Says what a unit that the index has found is worth for a text: its state, the penalties, the context.
final class MatchJudge {
  let rows: MatchRows
  private let text: [UInt8]
  private let request: MemoryRequest
  private var tokenizer = MatchTokenizer()
  /// Units that were looked at; the best of them are asked for again.
  private var known: [Int: MatchRows.Unit] = [:]
  private var knownPenalties: [Int: (tag: String, penalties: [MatchPenalty])] = [:]
  private static let mostKnown = 64

  init(_ text: String, _ request: MemoryRequest, _ rows: MatchRows) {
    self.text = Array(text.utf8)
    self.request = request
    self.rows = rows
  }

  /// The rate of a candidate less its penalties; nil to leave it out.
  func rate(of candidate: MatchCandidate, _ tag: String) throws -> MatchRate? {
    let id = Int(candidate.unit)
    guard let unit = try unit(id), request.states.contains(unit.state) else { return nil }
    if request.metric == .plain { return candidate.rate }
    return candidate.rate.less(try penalties(id, tag))
  }

  /// A unit with its texts; nil if it is not there.
  func unit(_ id: Int) throws -> MatchRows.Unit? {
    if let unit = known[id] { return unit }
    guard let unit = try rows.unit(id) else { return nil }
    if known.count < Self.mostKnown { known[id] = unit }
    return unit
  }

  /// What is taken off the rate of a unit.
  func penalties(_ id: Int, _ tag: String) throws -> [MatchPenalty] {
    if request.metric == .plain { return [] }
    if let known = knownPenalties[id], known.tag == tag { return known.penalties }
    let penalties = try countedPenalties(id, tag)
    if knownPenalties.count < Self.mostKnown { knownPenalties[id] = (tag, penalties) }
    return penalties
  }

  private func countedPenalties(_ id: Int, _ tag: String) throws -> [MatchPenalty] {
    guard let variant = try unit(id)?.variant(tag) else { return [] }
    let tagsDiffer = request.tags.map { !Self.areAlike($0, variant.tags) } ?? false
    let unit = Array(variant.text.utf8)
    if unit == text, !tagsDiffer { return [] }
    return TokenDifference(unit: unit, query: text, &tokenizer).penalties(tagsDiffer: tagsDiffer)
  }

  /// Whether the tags of two texts do the same in the same order, wherever they stand.
  private static func areAlike(_ one: [InlineTag], _ other: [InlineTag]) -> Bool {
    one.elementsEqual(other) { $0.kind == $1.kind && $0.code == $1.code }
  }

  // MARK: Context

  /// Whether exact matches can be in context.
  var hasContext: Bool {
    request.metric == .normalized && (request.previous != nil || request.next != nil)
  }

  /// Whether a unit knows a segment before or after it, and those it knows stand beside the text.
  func isInContext(_ id: Int) throws -> Bool {
    let known = try rows.neighbours(of: id)
    guard known.previous != nil || known.next != nil else { return false }
    return isSame(known.previous, request.previous) && isSame(known.next, request.next)
  }

  private func isSame(_ known: String?, _ wanted: String?) -> Bool {
    guard let known else { return true }
    guard let wanted else { return false }
    return known == wanted
      || TokenDifference(unit: Array(known.utf8), query: Array(wanted.utf8), &tokenizer).distance
        == 0
  }
}
