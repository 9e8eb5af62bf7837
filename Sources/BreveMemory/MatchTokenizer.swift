// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveText

/// One token of a text, as matching sees it.
package struct MatchToken: Equatable, Sendable {
  /// The hash of the lower-cased token in NFC; equal tokens have equal keys.
  package let key: UInt64
  /// The same with apostrophes and quotation marks made equal.
  package let commonKey: UInt64
  /// Where it stands in the text, in UTF-8 bytes.
  package let range: Range<Int>
  package let kind: Kind

  package enum Kind: UInt8, Sendable { case word, number, mark }
}

/// Cuts a text into the tokens that match rates count: digit runs, letter runs, single other marks, lower-cased.
///
/// Marks that combine belong to the letters before them, and a token is brought into NFC. A value keeps its buffers; use
/// one a thread.
///
/// - Source: the definition of the word metric in the evaluation data of translation memories.
package struct MatchTokenizer: Sendable {
  private var folded: [UInt16] = []

  package init() {}

  /// Replaces `tokens` by the tokens of `text`, which is UTF-8; what is not UTF-8 counts as U+FFFD.
  ///
  /// - Complexity: O(*n*).
  package mutating func tokens(of text: Span<UInt8>, into tokens: inout [MatchToken]) {
    tokens.removeAll(keepingCapacity: true)
    var index = 0
    while index < text.count {
      let start = index
      let scalar = Self.scalar(in: text, at: &index)
      let kind = MatchScalars.kind(scalar)
      switch kind {
      case .space: continue
      case .digit:
        var key = WordKey()
        Self.append(scalar, to: &key)
        while index < text.count {
          var next = index
          let scalar = Self.scalar(in: text, at: &next)
          guard MatchScalars.kind(scalar) == .digit else { break }
          Self.append(scalar, to: &key)
          index = next
        }
        tokens.append(
          MatchToken(
            key: key.spread, commonKey: key.spread, range: start..<index, kind: .number))
      case .letter:
        let key = word(from: scalar, in: text, at: &index, start: start)
        tokens.append(MatchToken(key: key, commonKey: key, range: start..<index, kind: .word))
      case .mark, .combining:
        tokens.append(Self.mark(scalar, range: start..<index))
      }
    }
  }

  /// The lower-cased text of a token in NFC, as the vocabulary of an index keeps it.
  package mutating func spelling(of range: Range<Int>, in text: Span<UInt8>) -> String {
    folded.removeAll(keepingCapacity: true)
    var index = range.lowerBound
    while index < range.upperBound { Self.append(Self.scalar(in: text, at: &index), to: &folded) }
    let composed = Self.composed(folded)
    return String(utf16: composed.span)
  }

  /// Reads the rest of a run of letters that begins with `first`.
  private mutating func word(
    from first: UInt32, in text: Span<UInt8>, at index: inout Int, start: Int
  ) -> UInt64 {
    var key = WordKey()
    Self.append(first, to: &key)
    var mayChange = MatchScalars.mayCompose(first)
    while index < text.count {
      var next = index
      let byte = text[index]
      if byte < 0x80 {
        guard MatchScalars.isASCIILetter(byte) else { break }
        key.append(UInt16(byte | 0x20))
        index += 1
        continue
      }
      let scalar = Self.scalar(in: text, at: &next)
      let kind = MatchScalars.kind(scalar)
      guard kind == .letter || kind == .combining else { break }
      mayChange = mayChange || MatchScalars.mayCompose(scalar)
      Self.append(scalar, to: &key)
      index = next
    }
    guard mayChange else { return key.spread }
    return composedKey(of: text, from: start, to: index)
  }

  private mutating func composedKey(of text: Span<UInt8>, from start: Int, to end: Int) -> UInt64 {
    folded.removeAll(keepingCapacity: true)
    var index = start
    while index < end { Self.append(Self.scalar(in: text, at: &index), to: &folded) }
    var key = WordKey()
    for unit in Self.composed(folded) { key.append(unit) }
    return key.spread
  }

  /// `units` in NFC and lower case.
  private static func composed(_ units: [UInt16]) -> [UInt16] {
    guard let composed = try? Normalization.normalized(units.span) else { return units }
    return composed.map { WordKey.folds[Int($0)] }
  }

  private static func mark(_ scalar: UInt32, range: Range<Int>) -> MatchToken {
    var key = WordKey()
    append(scalar, to: &key)
    let common = MatchScalars.common(scalar)
    guard common != scalar else {
      return MatchToken(key: key.spread, commonKey: key.spread, range: range, kind: .mark)
    }
    var commonKey = WordKey()
    append(common, to: &commonKey)
    return MatchToken(key: key.spread, commonKey: commonKey.spread, range: range, kind: .mark)
  }

  private static func append(_ scalar: UInt32, to key: inout WordKey) {
    if scalar < 0x10000 {
      key.append(WordKey.folds[Int(scalar)])
    } else {
      key.append(UInt16(truncatingIfNeeded: 0xD800 + (scalar - 0x10000) >> 10))
      key.append(UInt16(truncatingIfNeeded: 0xDC00 + scalar & 0x3FF))
    }
  }

  private static func append(_ scalar: UInt32, to units: inout [UInt16]) {
    if scalar < 0x10000 {
      units.append(UInt16(truncatingIfNeeded: scalar))
    } else {
      units.append(UInt16(truncatingIfNeeded: 0xD800 + (scalar - 0x10000) >> 10))
      units.append(UInt16(truncatingIfNeeded: 0xDC00 + scalar & 0x3FF))
    }
  }

  /// The scalar at `index`, which is moved past it; U+FFFD and one byte where it is no UTF-8.
  @inline(__always)
  static func scalar(in text: Span<UInt8>, at index: inout Int) -> UInt32 {
    let first = UInt32(text[index])
    index += 1
    if first < 0x80 { return first }
    let length = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
    guard first >= 0xC2, first < 0xF5, index + length <= text.count else { return 0xFFFD }
    var scalar = first & (0x3F >> UInt32(length))
    for offset in 0..<length {
      let next = UInt32(text[index + offset])
      guard next & 0xC0 == 0x80 else { return 0xFFFD }
      scalar = scalar << 6 | (next & 0x3F)
    }
    guard scalar < 0xD800 || scalar > 0xDFFF, scalar < 0x110000 else { return 0xFFFD }
    index += length
    return scalar
  }
}

extension WordKey {
  /// The key with its bits spread, so that any of them can be used as a hash; never 0.
  ///
  /// - Source: the finalizer of SplitMix64 (Steele, Lea and Flood 2014).
  var spread: UInt64 {
    var word = value
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    word ^= word >> 31
    return word == 0 ? 1 : word
  }
}

extension MatchTokenizer {
  /// The key of a mark that is a token of its own.
  static func key(of scalar: UInt32) -> UInt64 {
    var key = WordKey()
    append(scalar, to: &key)
    return key.spread
  }
}
