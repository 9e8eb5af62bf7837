// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A text that is looked for, prepared for any segment.
struct MatchQuery: Sendable {
  /// A token that may stand in a segment, and what it is to the query.
  struct Member {
    let key: UInt64
    /// The number of its common key among the query's.
    let common: Int
    /// Its slot in the pattern; 0 if it matches no token of the query by itself.
    let slot: UInt32
  }

  /// All tokens that match one of the query's, or share a slice with one.
  private(set) var members: [Member] = []
  /// The common keys of the query, each once.
  private(set) var commonKeys: [UInt64] = []
  /// For each token, the number of its common key and how many equal ones stand before it.
  private(set) var pairs: [(common: Int, occurrence: Int)] = []
  /// For each token, its slot.
  private(set) var slots: [UInt32] = []
  /// How many tokens have each slot; 0 for slot 0.
  private(set) var slotCounts: [UInt32] = [0]

  private var commons = SmallTable(count: 0)
  private var raws = SmallTable(count: 0)
  private var metric = MatchMetric.normalized

  var length: Int { pairs.count }

  /// The slot that a token of a unit has; 0 if it matches none of the query's.
  func slot(of token: MatchToken) -> UInt32 {
    let number = metric == .plain ? raws.known(token.key) : commons.known(token.commonKey)
    return number.map { UInt32($0 + 1) } ?? 0
  }

  init() {}

  init(_ tokens: [MatchToken], metric: MatchMetric) {
    pairs.reserveCapacity(tokens.count)
    slots.reserveCapacity(tokens.count)
    self.metric = metric
    commons = SmallTable(count: tokens.count)
    raws = SmallTable(count: tokens.count)
    var occurrences: [Int] = []
    for token in tokens {
      let common = commons.number(of: token.commonKey)
      if common == commonKeys.count {
        commonKeys.append(token.commonKey)
        occurrences.append(0)
      }
      pairs.append((common, occurrences[common]))
      occurrences[common] += 1
      let slot = metric == .plain ? raws.number(of: token.key) + 1 : common + 1
      if slot == slotCounts.count { slotCounts.append(0) }
      slotCounts[slot] += 1
      slots.append(UInt32(slot))
    }
    for (common, key) in commonKeys.enumerated() {
      guard let equals = EqualMarks.keys(common: key) else {
        members.append(
          Member(
            key: key, common: common,
            slot: UInt32(metric == .plain ? (raws.known(key) ?? 0) + 1 : common + 1)))
        continue
      }
      for equal in equals {
        let slot =
          metric == .plain ? (raws.known(equal).map { $0 + 1 } ?? 0) : common + 1
        members.append(Member(key: equal, common: common, slot: UInt32(slot)))
      }
    }
  }

  /// The pattern that distances are measured to.
  func pattern(into pattern: inout EditPattern) {
    pattern.begin(length: length)
    for slot in slots { pattern.append(slot: Int(slot)) }
  }
}

/// The marks that are made equal, by their keys.
enum EqualMarks {
  private static let sets: [(common: UInt64, keys: [UInt64])] = [UInt32(0x27), 0x22].map { scalar in
    let keys = MatchScalars.equivalents(of: scalar).map(MatchTokenizer.key(of:))
    return (MatchTokenizer.key(of: scalar), keys)
  }

  /// The common key of the token with `key`.
  static func common(of key: UInt64) -> UInt64 {
    sets.first { $0.keys.contains(key) }?.common ?? key
  }

  /// The keys of all marks whose common key is `common`; nil if it is only its own.
  static func keys(common: UInt64) -> [UInt64]? { sets.first { $0.common == common }?.keys }
}

/// Numbers keys that are hashes already, in the order they come.
struct SmallTable: Sendable {
  private var places: [UInt64]
  private var numbers: [UInt32]
  private(set) var count = 0

  init(count: Int) {
    var size = 16
    while size < count * 2 + 2 { size *= 2 }
    places = [UInt64](repeating: 0, count: size)
    numbers = [UInt32](repeating: 0, count: size)
  }

  /// The number of `key`; the next one if it is new.
  mutating func number(of key: UInt64) -> Int {
    let place = place(of: key)
    if places[place] == 0 {
      places[place] = key
      numbers[place] = UInt32(count)
      count += 1
    }
    return Int(numbers[place])
  }

  /// The number of `key` if it has one.
  func known(_ key: UInt64) -> Int? {
    let place = place(of: key)
    return places[place] == 0 ? nil : Int(numbers[place])
  }

  private func place(of key: UInt64) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: key >> 20) & mask
    while places[place] != 0, places[place] != key { place = (place + 1) & mask }
    return place
  }
}
