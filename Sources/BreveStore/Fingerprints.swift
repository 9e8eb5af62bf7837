// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveText

/// Where a unit with given variants may be: a table from hashes of 64 bits to ids, for the time of an import.
///
/// A hash only says where to look; the texts are compared. Of one hash at most ``most`` ids are kept, so that a segment
/// that thousands of units share costs no more than another.
struct Fingerprints {
  static let most = 8

  private var keys: [UInt64]
  private var ids: [UInt32]
  private var count = 0

  init() {
    keys = Array(repeating: 0, count: 1 << 10)
    ids = Array(repeating: 0, count: 1 << 10)
  }

  /// The ids that were put in with a hash, in that order.
  func ids(of key: UInt64) -> [Int] {
    var found: [Int] = []
    var place = slot(key)
    while ids[place] != 0 {
      if keys[place] == key { found.append(Int(ids[place])) }
      place = (place + 1) & (ids.count - 1)
    }
    return found
  }

  mutating func insert(_ key: UInt64, _ id: Int) {
    if count * 3 > ids.count * 2 { grow() }
    guard let id = UInt32(exactly: id) else { return }
    put(key, id)
  }

  /// Enters a unit: as a whole, and, if it has several variants, under each of them.
  mutating func insert(unit id: Int, variants hashes: [UInt64]) {
    insert(Self.unit(hashes), id)
    if hashes.count > 1 { for hash in hashes { insert(hash, id) } }
  }

  /// The hash of a variant's language and text.
  ///
  /// - Source: Fowler, Noll and Vo, FNV-1a.
  static func variant(_ language: String, _ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in language.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    let bytes = text.utf8Span.span
    for place in bytes.indices { hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01B3 }
    return hash
  }

  /// The hash of a unit, whatever the order of its variants.
  static func unit(_ hashes: [UInt64]) -> UInt64 {
    var sum = UInt64(hashes.count)
    for hash in hashes { sum &+= mixed(hash) }
    return mixed(sum)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var word = value &+ 0x9E37_79B9_7F4A_7C15
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key ^ (key >> 32)) &* 0x9E37_79B9_7F4A_7C15 >> 20) & (ids.count - 1)
  }

  private mutating func put(_ key: UInt64, _ id: UInt32) {
    var place = slot(key)
    var same = 0
    while ids[place] != 0 {
      if keys[place] == key {
        same += 1
        if same == Self.most { return }
      }
      place = (place + 1) & (ids.count - 1)
    }
    keys[place] = key
    ids[place] = id
    count += 1
  }

  private mutating func grow() {
    let (oldKeys, oldIDs) = (keys, ids)
    keys = Array(repeating: 0, count: oldIDs.count * 2)
    ids = Array(repeating: 0, count: oldIDs.count * 2)
    count = 0
    // Begins behind a gap: those of one hash keep their order.
    let start = oldIDs.firstIndex(of: 0) ?? 0
    for step in oldIDs.indices {
      let place = (start + step) & (oldIDs.count - 1)
      if oldIDs[place] != 0 { put(oldKeys[place], oldIDs[place]) }
    }
  }
}
