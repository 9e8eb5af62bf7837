// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Takes units one by one and writes a segment.
///
/// It keeps the token ids of all units, some 1.4 bytes each, and the vocabulary: about a third of the text.
package struct SegmentBuilder: Sendable {
  // By id, in the order the tokens were first seen.
  var keys: [UInt64] = []
  var commonKeys: [UInt64] = []
  var frequencies: [UInt32] = []
  var spellingOffsets: [UInt32] = [0]
  var spellings: [UInt8] = []
  private var slots = [Slot](repeating: Slot(), count: 1024)

  /// A key beside its id, so that a look-up touches one place of memory.
  private struct Slot {
    var key: UInt64 = 0
    /// The id and one more; 0 if the slot is free.
    var id: UInt32 = 0
  }

  // By unit, in the order they came.
  var unitNumbers: [UInt32] = []
  var lengths: [UInt32] = []
  var offsets: [UInt32] = []
  var stream: [UInt8] = []
  var tokenCount = 0
  /// Units that are no longer valid in older segments, and how many units this one had when that was said.
  var removed: [(unit: UInt32, count: UInt32)] = []

  private var tokenizer = MatchTokenizer()
  private var tokens: [MatchToken] = []

  package init() {}

  /// The units that were added and have tokens.
  package var count: Int { unitNumbers.count }

  /// Whether there is nothing to write.
  package var isEmpty: Bool { unitNumbers.isEmpty && removed.isEmpty }

  /// Whether it is time to finish this segment and to begin another: 100 MB of token ids, or two million units.
  package var isFull: Bool { stream.count > 100_000_000 || unitNumbers.count >= 1 << 21 }

  /// Adds the text of a unit; a text without a token leaves nothing to find.
  ///
  /// - Parameters:
  ///   - unit: Its number.
  ///   - text: UTF-8.
  package mutating func append(unit: UInt32, text: Span<UInt8>) {
    tokenizer.tokens(of: text, into: &tokens)
    guard !tokens.isEmpty else { return }
    begin(unit: unit, length: tokens.count)
    for token in tokens {
      let place = place(of: token.key)
      let known = slots[place].id
      if known == 0 {
        let spelling = tokenizer.spelling(of: token.range, in: text)
        add(key: token.key, common: token.commonKey, spelling: Array(spelling.utf8).span, at: place)
        append(id: UInt32(keys.count - 1))
      } else {
        append(id: known - 1)
      }
    }
  }

  /// Notes that `unit` is no longer valid, neither in older segments nor as far as it was added before.
  package mutating func remove(unit: UInt32) { removed.append((unit, UInt32(unitNumbers.count))) }

  /// Which units were added and then taken away or added again; nil if none was.
  func replacedUnits() -> [Bool]? {
    // Most come once, in order, and are not touched again.
    var isAscending = true
    for index in unitNumbers.indices.dropFirst() where unitNumbers[index - 1] >= unitNumbers[index]
    {
      isAscending = false
      break
    }
    if isAscending, !removed.contains(where: { place(ofUnit: $0.unit) < Int($0.count) }) {
      return nil
    }
    var lastPlace: [UInt32: Int] = [:]
    for (place, unit) in unitNumbers.enumerated() { lastPlace[unit] = place }
    var lastRemoval: [UInt32: Int] = [:]
    for (unit, count) in removed { lastRemoval[unit] = Int(count) }
    return unitNumbers.enumerated().map { place, unit in
      lastPlace[unit] != place || lastRemoval[unit, default: 0] > place
    }
  }

  /// Where `unit` stands among ascending numbers; their count if it does not.
  private func place(ofUnit unit: UInt32) -> Int {
    var low = 0
    var high = unitNumbers.count
    while low < high {
      let middle = (low + high) / 2
      if unitNumbers[middle] < unit { low = middle + 1 } else { high = middle }
    }
    return low < unitNumbers.count && unitNumbers[low] == unit ? low : unitNumbers.count
  }

  mutating func begin(unit: UInt32, length: Int) {
    unitNumbers.append(unit)
    lengths.append(UInt32(length))
    offsets.append(UInt32(stream.count))
  }

  mutating func append(id: UInt32) {
    frequencies[Int(id)] &+= 1
    tokenCount += 1
    TokenCode.append(id, to: &stream)
  }

  /// The id of a token that another segment has.
  mutating func id(key: UInt64, common: UInt64, spelling: Span<UInt8>) -> UInt32 {
    let place = place(of: key)
    if slots[place].id != 0 { return slots[place].id - 1 }
    add(key: key, common: common, spelling: spelling, at: place)
    return UInt32(keys.count - 1)
  }

  private mutating func add(key: UInt64, common: UInt64, spelling: Span<UInt8>, at place: Int) {
    keys.append(key)
    commonKeys.append(common)
    frequencies.append(0)
    for index in spelling.indices { spellings.append(spelling[index]) }
    spellingOffsets.append(UInt32(spellings.count))
    slots[place] = Slot(key: key, id: UInt32(keys.count))
    if keys.count * 2 > slots.count { grow() }
  }

  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: key) & mask
    while slots[place].id != 0, slots[place].key != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    for (id, key) in keys.enumerated() {
      slots[place(of: key)] = Slot(key: key, id: UInt32(id + 1))
    }
  }
}
