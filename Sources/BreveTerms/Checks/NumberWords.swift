// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The words for numbers of a language.
struct NumberWords: Sendable {
  private let values: [String: UInt64]
  /// Words that may stand between two parts: `et`, `and`.
  let joints: Set<String>
  /// What a word after digits multiplies by, as a power of ten.
  let scales: [String: Int]
  /// Whether a scale may stand right behind the digits: `3bn`.
  let joinsScales: Bool
  /// What makes digits an ordinal: `2nd`.
  let endings: Set<String>

  func value(of folded: String) -> UInt64? { values[folded] }

  /// A number in words while it is read: units and tens add up, hundreds and thousands multiply what came before.
  struct Sum {
    private(set) var total: UInt64 = 0
    private var part: UInt64 = 0
    private var last: UInt64 = 0

    mutating func add(_ value: UInt64) {
      if value >= 1000 {
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

  /// A language whose words are not known.
  static let none = NumberWords(
    values: [:], joints: [], scales: [:], joinsScales: false, endings: [])

  static let french = NumberWords(
    values: numbered(
      [
        "zero", "un une premier premiere", "deux deuxieme second seconde", "trois troisieme",
        "quatre quatrieme", "cinq cinquieme", "six sixieme", "sept septieme", "huit huitieme",
        "neuf neuvieme", "dix dixieme dizaine", "onze onzieme", "douze douzieme douzaine", "treize",
        "quatorze", "quinze quinzaine quinzieme", "seize",
      ],
      and: [
        "vingt": 20, "vingts": 20, "vingtaine": 20, "vingtieme": 20, "trente": 30, "trentaine": 30,
        "quarante": 40, "quarantaine": 40, "cinquante": 50, "cinquantaine": 50, "soixante": 60,
        "soixantaine": 60, "septante": 70, "huitante": 80, "nonante": 90, "cent": 100, "cents": 100,
        "centaine": 100, "centaines": 100, "mille": 1000, "millier": 1000, "milliers": 1000,
        "million": 1_000_000, "millions": 1_000_000, "milliard": 1_000_000_000,
        "milliards": 1_000_000_000,
      ]),
    joints: ["et", "de"],
    scales: [
      "mille": 3, "millier": 3, "milliers": 3, "million": 6, "millions": 6, "milliard": 9,
      "milliards": 9,
    ], joinsScales: false,
    endings: ["er", "ere", "ère", "e", "eme", "ème", "nd", "nde", "es", "h", "s"])

  static let english = NumberWords(
    values: numbered(
      [
        "zero", "one first once", "two second twice both couple", "three third", "four fourth",
        "five fifth",
        "six sixth", "seven seventh", "eight eighth", "nine ninth", "ten tenth", "eleven eleventh",
        "twelve twelfth dozen", "thirteen thirteenth", "fourteen fourteenth", "fifteen fifteenth",
        "sixteen sixteenth", "seventeen seventeenth", "eighteen eighteenth", "nineteen nineteenth",
      ],
      and: [
        "twenty": 20, "twentieth": 20, "thirty": 30, "thirtieth": 30, "forty": 40, "fifty": 50,
        "fiftieth": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
        "hundreds": 100, "hundredth": 100, "thousand": 1000, "thousands": 1000,
        "million": 1_000_000,
        "millions": 1_000_000, "billion": 1_000_000_000, "billions": 1_000_000_000,
        "trillion": 1_000_000_000_000,
      ]),
    joints: ["and", "a"],
    scales: [
      "thousand": 3, "k": 3, "million": 6, "m": 6, "mn": 6, "mln": 6, "billion": 9, "bn": 9,
      "bln": 9,
      "trillion": 12, "tn": 12,
    ], joinsScales: true, endings: ["st", "nd", "rd", "th", "s", "am", "pm"])

  private static func numbered(_ names: [String], and others: [String: UInt64]) -> [String: UInt64]
  {
    var values = others
    for (value, group) in names.enumerated() {
      for name in group.split(separator: " ") { values[String(name)] = UInt64(value) }
    }
    return values
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
