// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The units that were added after the newest segment was written; a few hundred.
package struct RecentUnits: Sendable {
  /// Their numbers, in the order they came.
  package private(set) var units: [UInt32] = []
  /// The tokens of each.
  package private(set) var tokens: [[MatchToken]] = []
  /// The text of each, UTF-8.
  package private(set) var texts: [[UInt8]] = []
  /// The units that are no longer valid in segments: those taken away and those added again.
  package private(set) var removed: Set<UInt32> = []
  private var tokenizer = MatchTokenizer()

  package init() {}

  /// Does what a log says.
  package mutating func apply(_ changes: [IndexLog.Change]) {
    for change in changes {
      switch change {
      case .put(let unit, let text): put(unit: unit, text: text.span)
      case .remove(let unit): remove(unit: unit)
      case .commit: break
      }
    }
  }

  /// Adds a unit, or puts it in the place of what had its number.
  package mutating func put(unit: UInt32, text: Span<UInt8>) {
    remove(unit: unit)
    var list: [MatchToken] = []
    tokenizer.tokens(of: text, into: &list)
    guard !list.isEmpty else { return }
    units.append(unit)
    tokens.append(list)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for index in text.indices { bytes.append(text[index]) }
    texts.append(bytes)
  }

  /// Takes a unit away, here and in the segments.
  package mutating func remove(unit: UInt32) {
    if removed.contains(unit), let index = units.firstIndex(of: unit) {
      units.remove(at: index)
      tokens.remove(at: index)
      texts.remove(at: index)
    }
    removed.insert(unit)
  }
}
