// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveData

/// How a sentence leans on what stands before it.
package enum Dependence: UInt8, Sendable {
  /// It can stand alone.
  case none
  /// It begins with a connective that looks back, but can be understood.
  case leansBack
  /// It begins with a pronoun, a demonstrative or a connective that says nothing without what stands before.
  case needsAntecedent
}

/// The beginnings by which a language's sentences lean on what stands before them, read from
/// `Languages/<language>.coherence.txt`.
package struct CoherenceCues: Sendable {
  private let beginnings: WordTable<Dependence>
  /// In words.
  private let longest: Int
  /// Words of the first and second person, without apostrophes.
  package let personalWords: WordSet

  package init(for language: Language) {
    guard let bytes = LinkedData.bytes(of: language.primary + ".coherence.txt") else {
      beginnings = WordTable()
      longest = 0
      personalWords = WordSet()
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
    personalWords = WordSet(
      list.words(in: "first and second person").map { word in
        WordKey(folding: word.hasSuffix("'") ? word.dropLast() : word[...])
      })
  }

  /// How the sentence in `range` begins; the longest beginning that is listed decides.
  ///
  /// An elided word keeps its apostrophe and is a word by itself (`l' un`); a hyphen is part of a word.
  package func dependence(of units: [UInt16], in range: Range<Int>) -> Dependence {
    var found = Dependence.none
    var key = WordKey()
    var words = 0
    var isInWord = false
    var index = range.lowerBound
    while index < range.upperBound, words < longest {
      let unit = units[index]
      let isPart = CharacterClass.table[Int(unit)].isWordPart || (unit == 0x2D && isInWord)
      if isPart {
        if !isInWord, words > 0 { key.append(0x20) }
        key.append(WordKey.folds[Int(unit)])
      } else if isInWord {
        if unit == 0x27 || unit == 0x2019 { key.append(0x27) }
        words += 1
        if let value = beginnings[key] { found = value }
      }
      isInWord = isPart
      index += 1
    }
    if isInWord, words < longest, let value = beginnings[key] { found = value }
    return found
  }
}
