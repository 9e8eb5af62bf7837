// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Numbers by keys of 64 bits, for what is asked at every word of a text.
///
/// Keys need not be spread out: they are multiplied first (Knuth, TAOCP 3, 6.4).
struct NumberTable: Sendable {
  /// A power of two of places, at most half of them taken; a negative number is a free place.
  private var places: [(key: UInt64, number: Int32)]
  private var shift: UInt64
  private(set) var count = 0

  init() {
    places = Array(repeating: (0, -1), count: 16)
    shift = 60
  }

  /// The number of `key`; negative if it has none.
  ///
  /// - Complexity: O(1).
  subscript(key: UInt64) -> Int32 {
    get { places[place(of: key)].number }
    set {
      precondition(newValue >= 0, "a key is never taken out of a table")
      let place = place(of: key)
      if places[place].number < 0 { count += 1 }
      places[place] = (key, newValue)
      if count * 2 > places.count { grow() }
    }
  }

  private func place(of key: UInt64) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    while places[place].number >= 0, places[place].key != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = places
    places = Array(repeating: (0, -1), count: old.count * 2)
    shift -= 1
    for (key, number) in old where number >= 0 { places[place(of: key)] = (key, number) }
  }
}
