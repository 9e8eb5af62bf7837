// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Values by the keys of words.
///
/// A key is a hash already, so that a look-up is one array access or two.
package struct WordTable<Value: Sendable>: Sendable {
  /// A power of two of places, at most half of them taken; 0 is a free place.
  private var keys: [UInt64]
  private var values: [Value?]
  package private(set) var count = 0

  package init() {
    keys = [UInt64](repeating: 0, count: 16)
    values = [Value?](repeating: nil, count: 16)
  }

  package var isEmpty: Bool { count == 0 }

  package subscript(key: WordKey) -> Value? {
    get { values[place(of: key.value)] }
    set {
      let place = place(of: key.value)
      if keys[place] == 0 {
        keys[place] = key.value
        count += 1
      }
      values[place] = newValue
      if count * 2 > keys.count { grow() }
    }
  }

  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while keys[place] != key, keys[place] != 0 { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = (keys, values)
    keys = [UInt64](repeating: 0, count: old.0.count * 2)
    values = [Value?](repeating: nil, count: old.0.count * 2)
    for (key, value) in zip(old.0, old.1) where key != 0 {
      let place = place(of: key)
      keys[place] = key
      values[place] = value
    }
  }
}

/// A set of words.
package struct WordSet: Sendable {
  private var table = WordTable<Bool>()

  package init() {}

  package init(_ keys: some Sequence<WordKey>) { insert(keys) }

  package var isEmpty: Bool { table.isEmpty }

  package mutating func insert(_ keys: some Sequence<WordKey>) {
    for key in keys { table[key] = true }
  }

  package func contains(_ key: WordKey) -> Bool { table[key] != nil }
}
