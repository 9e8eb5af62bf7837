// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// The words for numbers of a language.
struct NumberWords: Sendable {
  /// How a word says its number; two of which one is missing on either side are one mistake only if they go together.
  enum Kind: String, Sendable, CaseIterable {
    case cardinals, ordinals, collectives, vague, fractions, multiples
    /// May be no number at all: `un`, `couple`.
    case loose
    /// May be none, or an ordinal of the other language that was changed: `second`.
    case looseOrdinals = "loose ordinals"

    var isLoose: Bool { self == .loose || self == .looseOrdinals }
  }

  struct Word: Sendable {
    let value: NumberMention.Value
    let kind: Kind
    /// What it is in other words: a dozen is also `une dizaine`.
    var others: [NumberMention.Value] = []
  }

  private let words: [String: Word]
  /// Words that may stand between two parts: `et`, `and`.
  let joints: Set<String>
  /// What a word after digits multiplies by, as a power of ten.
  let scales: [String: Int]
  /// The same, right behind the digits: `3bn`.
  let joinedScales: [String: Int]
  /// What makes digits an ordinal: `2nd`.
  let endings: Set<String>
  /// Words after which another is no number: `pour cent`.
  let noNumbersAfter: Set<String>
  /// `et demi`: half as much again of the last part.
  let halves: [[String]]

  init(_ list: SectionedList) {
    func folded(_ section: String) -> Set<String> {
      Set(list.words(in: section).map(PlainWord.folded))
    }
    var words: [String: Word] = [:]
    for entry in list.entries {
      guard let kind = Kind(rawValue: entry.section),
        let value = NumberMention.Value(text: entry.words[0])
      else { continue }
      for word in entry.words.dropFirst() where words[PlainWord.folded(word)] == nil {
        words[PlainWord.folded(word)] = Word(value: value, kind: kind)
      }
    }
    for entry in list.entries where entry.section == "also" {
      let word = PlainWord.folded(entry.words[0])
      words[word]?.others += entry.words.dropFirst().compactMap(NumberMention.Value.init(text:))
    }
    self.words = words
    joints = folded("joints")
    scales = Self.powers(list, "scales")
    joinedScales = Self.powers(list, "joined scales")
    endings = folded("ordinal endings")
    noNumbersAfter = folded("no numbers after")
    halves = list.entries.filter { $0.section == "halves after" }.map {
      $0.words.map(PlainWord.folded)
    }
  }

  private static func powers(_ list: SectionedList, _ section: String) -> [String: Int] {
    var powers: [String: Int] = [:]
    for entry in list.entries where entry.section == section {
      for word in entry.words.dropFirst() {
        powers[PlainWord.folded(word)] = Int(entry.words[0])
      }
    }
    return powers
  }

  subscript(folded: String) -> Word? { words[folded] }

  /// The value of a word that may be a part of a longer number; fractions and multiples are none.
  func part(_ folded: String) -> UInt64? {
    guard let word = words[folded], word.kind != .fractions, word.kind != .multiples else {
      return nil
    }
    return word.value.large
  }

  /// A number in words while it is read: units and tens add up, hundreds and thousands multiply what came before.
  struct Sum {
    private(set) var total: UInt64 = 0
    private var part: UInt64 = 0
    private var last: UInt64 = 0

    init(_ value: UInt64) { add(value) }

    mutating func add(_ value: UInt64) {
      if value >= 1_000_000, last == 1000 {
        total *= value
      } else if value >= 1000 {
        total = total - part + max(part, 1) * value
        part = 0
      } else {
        let grown =
          multiplies(value) ? part - part % 100 + max(part % 100, 1) * value : part + value
        total = total - part + grown
        part = grown
      }
      last = value
    }

    /// Whether `value` goes on with the number: `vingt deux`, not `deux vingt`; `quatre vingt` multiplies.
    func canAdd(_ value: UInt64) -> Bool {
      guard total < 1_000_000_000_000 else { return false }
      // `mille milliards`.
      if value >= 1_000_000, last == 1000 { return total < 1_000_000 && value < 1_000_000_000_000 }
      if value >= 1000 { return part > 0 && part < 1000 }
      if value == 100 { return part % 100 > 0 && part % 100 < 10 && part < 100 }
      if last >= 100 { return value < 100 }
      if last == 4, value == 20 { return true }
      if last == 10, (7...9).contains(value) { return true }
      if last == 20 || last == 60 || last == 80 { return value < 20 }
      return last >= 20 && last < 100 && value < 10
    }

    private func multiplies(_ value: UInt64) -> Bool {
      value == 100 && part > 0 || value == 20 && last == 4 && part % 10 == 4
    }
  }
}

/// `XXIe`, `XIX`: the number of a century or a ruler.
struct RomanNumeral {
  let value: Int

  /// Nil unless `text` is a numeral in capitals of two letters or more, or one with an ordinal's ending.
  init?(ordinal text: String) {
    let letters = text.prefix { "IVXLC".contains($0) }
    let ending = text.dropFirst(letters.count)
    guard !letters.isEmpty,
      ["", "e", "er", "ème", "th", "st", "nd", "rd"].contains(String(ending)),
      letters.count > 1 || !ending.isEmpty
    else { return nil }
    let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100]
    var sum = 0
    var before = 0
    for letter in letters.reversed() {
      let value = values[letter] ?? 0
      sum += value < before ? -value : value
      before = max(before, value)
    }
    self.value = sum
  }
}
