// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The words of a hunspell dictionary as the file has them, found by their bytes.
///
/// A line is `word/flags description`. Flags and descriptions are read when they are asked for.
struct RootWords: Sendable {
  struct Entry: Sendable {
    let start: Int32
    let length: UInt16
    /// Whether it is one of ``others``.
    var isOther = false
    /// The next word with the same letters; negative if there is none.
    var next: Int32 = -1
  }

  /// Where flags and description are that do not follow the word.
  private struct Other: Sendable {
    let entry: Int32
    /// Where the flags begin, at their slash, if there are any.
    var flags: Int
    /// Where flags and description begin.
    let rest: Int
    /// Whether the word is not in the file: one of capitals as it is written with a single one.
    var isHidden: Bool
  }

  private(set) var bytes: [UInt8]
  private(set) var entries: [Entry] = []
  /// In the order of their entries.
  private var others: [Other] = []
  /// A part of the hash and the number of the entry plus one; 0 is free.
  private var slots: [UInt32] = []
  private var shift: UInt64 = 0
  /// The bits of a slot that hold the number.
  private var numberMask: UInt32 = 0
  private let end: Int

  /// - Parameters:
  ///   - bytes: The file of words.
  ///   - forbidden: The flag of words that are none.
  init?(_ bytes: [UInt8], forbidden: AffixRules.Flag) {
    self.bytes = bytes
    end = bytes.count
    guard bytes.count < 1 << 30, var start = bytes.firstIndex(of: 0x0A),
      let count = Int(String(decoding: bytes[..<start], as: UTF8.self).filter { $0 != "\r" }),
      count > 0, count < 1 << 24
    else { return nil }
    entries.reserveCapacity(count + count / 16)
    makeSlots(count + count / 16)
    start += 1
    while start < end {
      var index = start
      var hash = WordHash()
      var hasCapital = false
      while index < end {
        let byte = bytes[index]
        if byte == 0x0A { break }
        if byte == 0x2F, index > start { break }
        if byte == 0x20, isDescription(index) { break }
        // Nothing that the French dictionary has.
        if byte == 0x5C || byte == 0x09 || byte == 0x0D { return nil }
        // A capital at the beginning alone hides nothing.
        if index > start,
          byte < 0x80
            ? byte >= 0x41 && byte <= 0x5A : byte >= 0xC3 && Self.maybeCapital(bytes, index)
        {
          hasCapital = true
        }
        hash.append(byte)
        index += 1
      }
      if index > start {
        guard index - start < 1 << 15 else { return nil }
        add(hash, start..<index, rest: index)
        if hasCapital { addHidden(start..<index, rest: index, forbidden) }
      }
      start = (lineEnd(index)) + 1
    }
  }

  /// The first entry with the letters of `word` and then those of `ending`; negative if there is none.
  func first(
    _ hash: WordHash, _ word: [UInt8], _ range: Range<Int>, _ endings: [UInt8], _ ending: Range<Int>
  ) -> Int32 {
    let tag = UInt32(truncatingIfNeeded: hash.value >> 32) & ~numberMask
    var slot = place(hash)
    while slots[slot] != 0 {
      if slots[slot] & ~numberMask == tag {
        let number = Int32(slots[slot] & numberMask) - 1
        let entry = entries[Int(number)]
        if Int(entry.length) == range.count + ending.count,
          isEqual(Int(entry.start), word, range),
          isEqual(Int(entry.start) + range.count, endings, ending)
        {
          return number
        }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  func range(_ number: Int32) -> Range<Int> {
    let entry = entries[Int(number)]
    return Int(entry.start)..<Int(entry.start) + Int(entry.length)
  }

  func has(_ flag: AffixRules.Flag, _ number: Int32) -> Bool {
    let entry = entries[Int(number)]
    let index =
      entry.isOther ? others[other(number)].flags : Int(entry.start) + Int(entry.length)
    return hasFlag(flag, at: index)
  }

  private func hasFlag(_ flag: AffixRules.Flag, at slash: Int) -> Bool {
    guard slash < end, bytes[slash] == 0x2F else { return false }
    let (high, low) = (UInt8(flag >> 8), UInt8(flag & 0xFF))
    var index = slash + 1
    while index + 1 < end, bytes[index] != 0x0A, bytes[index] != 0x20 {
      if bytes[index] == high, bytes[index + 1] == low { return true }
      index += 2
    }
    return false
  }

  /// What the dictionary says of a word, as `po:nom is:mas`.
  func description(_ number: Int32) -> Range<Int> {
    let entry = entries[Int(number)]
    var start = entry.isOther ? others[other(number)].rest : Int(entry.start) + Int(entry.length)
    if start < end, bytes[start] == 0x2F {
      while start < end, bytes[start] != 0x0A, !(bytes[start] == 0x20 && isDescription(start)) {
        start += 1
      }
    }
    while start < end, bytes[start] == 0x20 { start += 1 }
    return start..<max(start, lineEnd(start))
  }

  private func isEqual(_ place: Int, _ other: [UInt8], _ range: Range<Int>) -> Bool {
    var place = place
    for index in range {
      if bytes[place] != other[index] { return false }
      place += 1
    }
    return true
  }

  private func lineEnd(_ index: Int) -> Int {
    var index = index
    while index < end, bytes[index] != 0x0A { index += 1 }
    return index
  }

  /// Whether a description begins after the blank at `index`.
  private func isDescription(_ index: Int) -> Bool { index + 3 < end && bytes[index + 3] == 0x3A }

  private static func maybeCapital(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard bytes[index] == 0xC3, index + 1 < bytes.count else { return true }
    return bytes[index + 1] < 0x9F
  }

  private mutating func makeSlots(_ count: Int) {
    let bits = max(8, Int.bitWidth - (count * 2 - 1).leadingZeroBitCount)
    slots = [UInt32](repeating: 0, count: 1 << bits)
    shift = UInt64(64 - bits)
    // At most half of the places are taken, though homonyms have numbers too.
    numberMask = 1 << UInt32(bits) - 1
  }

  private func place(_ hash: WordHash) -> Int {
    Int(truncatingIfNeeded: (hash.value &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  /// The place among ``others`` of an entry that is there.
  private func other(_ number: Int32) -> Int {
    var (low, high) = (0, others.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if others[middle].entry <= number { low = middle } else { high = middle }
    }
    return low
  }

  private mutating func add(_ hash: WordHash, _ word: Range<Int>, rest: Int) {
    let first = first(hash, bytes, word, bytes, 0..<0)
    guard first >= 0 else { return put(hash, append(word)) }
    let last = last(first)
    // The library lets the word have the flags and leaves the description.
    if entries[Int(last)].isOther, others[other(last)].isHidden {
      others[other(last)].flags = rest
      others[other(last)].isHidden = false
    } else {
      entries[Int(last)].next = append(word)
    }
  }

  private func last(_ first: Int32) -> Int32 {
    var last = first
    while entries[Int(last)].next >= 0 { last = entries[Int(last)].next }
    return last
  }

  private mutating func append(_ word: Range<Int>) -> Int32 {
    entries.append(Entry(start: Int32(word.lowerBound), length: UInt16(word.count)))
    return Int32(entries.count - 1)
  }

  private mutating func put(_ hash: WordHash, _ number: Int32) {
    if entries.count * 2 > slots.count { growSlots() }
    var slot = place(hash)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] =
      UInt32(truncatingIfNeeded: hash.value >> 32) & ~numberMask | UInt32(number + 1)
  }

  private mutating func growSlots() {
    let numbers = slots.filter { $0 != 0 }.map { Int32($0 & numberMask) - 1 }
    makeSlots(slots.count)
    for number in numbers {
      var hash = WordHash()
      for index in range(number) { hash.append(bytes[index]) }
      put(hash, number)
    }
  }

  /// A word of capitals, or of both, is found with one capital too.
  private mutating func addHidden(_ word: Range<Int>, rest: Int, _ forbidden: AffixRules.Flag) {
    var scalars: [UInt32] = []
    UTF8Scalars.append(bytes, word, to: &scalars)
    let hasFlags = rest < end && bytes[rest] == 0x2F
    switch LetterCase(scalars) {
    case .small, .capitalized: return
    case .capitals: if !hasFlags { return }
    case .mixed: break
    }
    if forbidden != 0, hasFlags, hasFlag(forbidden, at: rest) { return }
    let start = bytes.count
    for (place, scalar) in scalars.enumerated() {
      let lower = LetterCase.lower(scalar)
      UTF8Scalars.append(place == 0 ? LetterCase.upper(lower) : lower, to: &bytes)
    }
    var hash = WordHash()
    for index in start..<bytes.count { hash.append(bytes[index]) }
    guard first(hash, bytes, start..<bytes.count, bytes, 0..<0) < 0 else { return }
    let number = append(start..<bytes.count)
    entries[Int(number)].isOther = true
    others.append(Other(entry: number, flags: rest, rest: rest, isHidden: true))
    put(hash, number)
  }
}

/// A hash over bytes that can be taken further, by a byte or by the hash of more of them.
struct WordHash: Sendable {
  private(set) var value: UInt64 = 0
  private(set) var power: UInt64 = 1

  private static let base: UInt64 = 0x5851_F42D_4C95_7F2D

  mutating func append(_ byte: UInt8) {
    value = value &* Self.base &+ UInt64(byte) &+ 1
    power = power &* Self.base
  }

  mutating func append(_ other: WordHash) {
    value = value &* other.power &+ other.value
    power = power &* other.power
  }
}
