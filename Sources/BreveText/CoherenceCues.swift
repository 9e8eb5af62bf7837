// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveData

/// How a sentence leans on what stands before it.
package enum Dependence: UInt8, Sendable, Comparable {
  /// It can stand alone.
  case none
  /// It begins with a connective that looks back, but can be understood.
  case leansBack
  /// It begins with a pronoun, a demonstrative or a connective that says nothing without what stands before.
  case needsAntecedent

  package static func < (one: Dependence, other: Dependence) -> Bool {
    one.rawValue < other.rawValue
  }
}

/// The beginnings by which a language's sentences lean on what stands before them, read from
/// `Languages/<language>.coherence.txt`.
package struct CoherenceCues: Sendable {
  private let beginnings: WordTable<Dependence>
  /// In words.
  private let longest: Int
  /// Words of the first and second person, without apostrophes.
  package let personalWords: WordSet
  private let pronouns: WordSet

  package init(for language: Language) {
    guard let bytes = LinkedData.bytes(of: language.primary + ".coherence.txt") else {
      beginnings = WordTable()
      longest = 0
      personalWords = WordSet()
      pronouns = WordSet()
      return
    }
    let list = SectionedList(String(decoding: bytes, as: UTF8.self))
    var table = WordTable<Dependence>()
    var longest = 0
    for (section, value) in [
      ("needs antecedent", Dependence.needsAntecedent), ("leans back", .leansBack),
      ("stands alone", .none),
    ] {
      for line in list.lines(in: section) {
        table[WordKey(folding: line)] = value
        longest = max(longest, line.utf8.count { $0 == 0x20 } + 1)
      }
    }
    beginnings = table
    self.longest = longest
    pronouns = WordSet(list.words(in: "pronouns").map { WordKey(folding: $0) })
    personalWords = WordSet(
      list.words(in: "first and second person").map { word in
        WordKey(folding: word.hasSuffix("'") ? word.dropLast() : word[...])
      })
  }

  /// How the sentence in `range` begins; the longest beginning that is listed decides.
  ///
  /// An elided word keeps its apostrophe and is a word by itself (`l' un`); a hyphen is part of a word.
  package func dependence(of units: [UInt16], in range: Range<Int>) -> Dependence {
    let opening = beginning(of: units, in: range)
    if opening.dependence == .needsAntecedent { return .needsAntecedent }
    var found = opening.dependence
    // Mais, ils …: what follows the connective may lean more.
    if found == .leansBack, opening.end < range.upperBound {
      found = max(found, beginning(of: units, in: opening.end..<range.upperBound).dependence)
    }
    // En 2019, il …: a pronoun after a first clause that names nobody.
    if found != .needsAntecedent, let comma = clauseEnd(of: units, in: range),
      isPronoun(units, in: comma + 1..<range.upperBound)
    {
      found = .needsAntecedent
    }
    return found
  }

  /// What the longest listed beginning says, and where it ends.
  private func beginning(
    of units: [UInt16], in range: Range<Int>
  ) -> (dependence: Dependence, end: Int) {
    var found = (dependence: Dependence.none, end: range.lowerBound)
    var key = WordKey()
    var words = 0
    var isInWord = false
    let classes = CharacterClass.table
    let folds = WordKey.folds
    var index = range.lowerBound
    while index < range.upperBound, words < longest {
      let unit = units[index]
      let isPart = classes[Int(unit)].isWordPart || (unit == 0x2D && isInWord)
      if isPart {
        if !isInWord, words > 0 { key.append(0x20) }
        key.append(folds[Int(unit)])
      } else if isInWord {
        if unit == 0x27 || unit == 0x2019 { key.append(0x27) }
        words += 1
        if let value = beginnings[key] { found = (value, index) }
      } else if words > 0, !CharacterClass.isWhite(unit) {
        break  // a mark ends the beginning
      }
      isInWord = isPart
      index += 1
    }
    if isInWord, words < longest, let value = beginnings[key] { found = (value, index) }
    return found
  }

  /// The first comma, if it comes soon and no name stands before it.
  private func clauseEnd(of units: [UInt16], in range: Range<Int>) -> Int? {
    let end = min(range.upperBound, range.lowerBound + 80)
    let classes = CharacterClass.table
    for index in range.lowerBound..<end {
      if units[index] == 0x2C { return index }
      let isCapital = classes[Int(units[index])] == .upper
      if isCapital, index > range.lowerBound + 1 { return nil }
    }
    return nil
  }

  /// Whether a text begins with a personal pronoun that needs someone to stand for.
  private func isPronoun(_ units: [UInt16], in range: Range<Int>) -> Bool {
    guard beginning(of: units, in: range).dependence == .needsAntecedent else { return false }
    var key = WordKey()
    var index = range.lowerBound
    while index < range.upperBound, CharacterClass.isWhite(units[index]) { index += 1 }
    while index < range.upperBound, CharacterClass.table[Int(units[index])].isWordPart {
      key.append(WordKey.folds[Int(units[index])])
      index += 1
    }
    return pronouns.contains(key)
  }
}
