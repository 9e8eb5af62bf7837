// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Values by the keys of words.
///
/// A key is a hash already, so that a look-up is one array access or two.
package struct WordTable<Value: Sendable>: Sendable {
  /// A power of two of places, at most half of them taken; 0 is a free place.
  private var places: [UInt64]
  /// For each place, where in ``values`` its value stands.
  private var indices: [UInt32]
  private var values: [Value] = []

  package init() { self.init(capacity: 8) }

  /// A table that holds `capacity` values before it has to grow.
  package init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    places = [UInt64](repeating: 0, count: size)
    indices = [UInt32](repeating: 0, count: size)
  }

  package var count: Int { values.count }

  package var isEmpty: Bool { values.isEmpty }

  package subscript(key: WordKey) -> Value? {
    get {
      let place = place(of: key.value)
      return places[place] == 0 ? nil : values[Int(indices[place])]
    }
    set {
      guard let newValue else { preconditionFailure("a word is never taken out of a table") }
      let place = place(of: key.value)
      if places[place] != 0 {
        values[Int(indices[place])] = newValue
        return
      }
      places[place] = key.value
      indices[place] = UInt32(values.count)
      values.append(newValue)
      if values.count * 2 > places.count { grow() }
    }
  }

  private func place(of key: UInt64) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while places[place] != key, places[place] != 0 { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = (places, indices)
    places = [UInt64](repeating: 0, count: old.0.count * 2)
    indices = [UInt32](repeating: 0, count: old.0.count * 2)
    for (key, index) in zip(old.0, old.1) where key != 0 {
      let place = place(of: key)
      places[place] = key
      indices[place] = index
    }
  }
}

/// A set of words.
package struct WordSet: Sendable {
  /// A power of two of places, at most half of them taken; 0 is a free place.
  private var places = [UInt64](repeating: 0, count: 16)
  private var count = 0

  package init() {}

  package init(_ keys: some Sequence<WordKey>) { insert(keys) }

  package var isEmpty: Bool { count == 0 }

  package mutating func insert(_ keys: some Sequence<WordKey>) {
    for key in keys {
      let place = place(of: key.value)
      if places[place] == 0 {
        places[place] = key.value
        count += 1
        if count * 2 > places.count { grow() }
      }
    }
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
