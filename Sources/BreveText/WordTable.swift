// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Values by the keys of words.
///
/// A key is a hash already, so that a look-up is one array access or two.
package struct WordTable<Value: Sendable>: Sendable {
  /// A power of two of places, at most half of them taken: a key, 0 in a free place, and where in ``values`` its value
  /// stands.
  private var places: [(key: UInt64, index: UInt32)]
  private var values: [Value] = []

  package init() { self.init(capacity: 8) }

  /// A table that holds `capacity` values before it has to grow.
  package init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    places = Array(repeating: (0, 0), count: size)
  }

  package var count: Int { values.count }

  package var isEmpty: Bool { values.isEmpty }

  package subscript(key: WordKey) -> Value? {
    get {
      let entry = places[place(of: key.value)]
      return entry.key == 0 ? nil : values[Int(entry.index)]
    }
    set {
      guard let newValue else { preconditionFailure("a word is never taken out of a table") }
      let place = place(of: key.value)
      let entry = places[place]
      if entry.key != 0 {
        values[Int(entry.index)] = newValue
        return
      }
      places[place] = (key.value, UInt32(values.count))
      values.append(newValue)
      if values.count * 2 > places.count { grow() }
    }
  }

  private func place(of key: UInt64) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while places[place].key != key, places[place].key != 0 { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = places
    places = Array(repeating: (0, 0), count: old.count * 2)
    for entry in old where entry.key != 0 { places[place(of: entry.key)] = entry }
  }
}

/// A set of words.
package struct WordSet: Sendable {
  /// A power of two of places, at most half of them taken; 0 is a free place.
  private var places = [UInt64](repeating: 0, count: 16)
  package private(set) var count = 0

  package init() {}

  package init(_ keys: some Sequence<WordKey>) { insert(keys) }

  package var isEmpty: Bool { count == 0 }

  package mutating func insert(_ keys: some Sequence<WordKey>) {
    for key in keys { insert(key) }
  }

  package mutating func insert(_ key: WordKey) {
    let place = place(of: key.value)
    guard places[place] == 0 else { return }
    places[place] = key.value
    count += 1
    if count * 2 > places.count { grow() }
  }

  package func contains(_ key: WordKey) -> Bool { places[place(of: key.value)] != 0 }

  private func place(of key: UInt64) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while places[place] != key, places[place] != 0 { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = places
    places = [UInt64](repeating: 0, count: old.count * 2)
    for key in old where key != 0 { places[place(of: key)] = key }
  }
}
