// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveData

/// The number of a word in a ``Vocabulary``.
package typealias TokenID = UInt32

/// Numbers words: equal words, case and a final plural mark aside, have one number.
package struct Vocabulary: Sendable {
  /// By the word as it stands, so that a word that comes again costs one look-up; one in the plural has ``pluralMark`` at
  /// its end, as the number by the word itself is that of another.
  private var forms: WordTable<Form>
  /// Whether each word is a stop word, by number.
  package private(set) var isStopWord: [Bool] = []
  private let stopWords: StopWords
  private let personalWords: WordSet

  private struct Form {
    let number: TokenID
    let isPersonal: Bool
  }

  /// A vocabulary with room for `capacity` words before it has to grow.
  package init(
    stopWords: StopWords, personalWords: WordSet = WordSet(), capacity: Int = 64
  ) {
    self.stopWords = stopWords
    self.personalWords = personalWords
    forms = WordTable(capacity: capacity)
  }

  package var count: Int { isStopWord.count }

  /// Appends the words of `range` to `tokens`: runs of letters and digits; each ideograph or kana is a word.
  ///
  /// - Returns: What the letters and digits that were read tell beside.
  @discardableResult
  package mutating func appendTokens(
    of units: [UInt16], in range: Range<Int>, to tokens: inout [TokenID]
  ) -> SentenceSurface {
    let table = UnitTraits.table
    let traits = table.span
    let units = units.span
    var surface = SentenceSurface()
    var index = range.lowerBound
    var isFirst = true
    var isInRun = false
    while index < range.upperBound {
      var unit = units[index]
      var own = traits[Int(unit)]
      guard own.kind.isWordPart else {
        surface.read(unit, own.kind)
        isInRun = false
        index += 1
        continue
      }
      surface.readWordPart(own.kind, startsName: !isInRun && !isFirst)
      isFirst = false
      isInRun = true
      var key = WordKey()
      var previous = key
      var last: UInt16 = 0
      var kinds: UInt32 = 0
      let start = index
      let isIdeograph = Self.isUnspaced(unit)
      repeat {
        kinds |= own.kind.bit
        last = own.fold
        previous = key
        key.append(last)
        index += 1
        if index == range.upperBound { break }
        unit = units[index]
        own = traits[Int(unit)]
      } while !isIdeograph && own.kind.isWordPart && !Self.isUnspaced(unit)
      surface.readWord(units, start..<index, kinds)
      // A final s or x is a plural mark more often than not.
      let form =
        index - start > 3 && (last == 0x73 || last == 0x78)
        ? plural(key, singular: previous) : form(key, isLetter: index - start == 1 && !isIdeograph)
      if form.isPersonal { surface.isPersonal = true }
      tokens.append(form.number)
    }
    return surface
  }

  private mutating func form(_ key: WordKey, isLetter: Bool = false) -> Form {
    forms[key] ?? newForm(key, isStop: isLetter || stopWords.contains(key))
  }

  private mutating func plural(_ key: WordKey, singular: WordKey) -> Form {
    var marked = key
    marked.append(Self.pluralMark)
    if let known = forms[marked] { return known }
    let isStop = stopWords.contains(key)
    let base = isStop ? key : singular
    let number = (forms[base] ?? newForm(base, isStop: isStop)).number
    let form = Form(number: number, isPersonal: personalWords.contains(key))
    forms[marked] = form
    return form
  }

  private mutating func newForm(_ key: WordKey, isStop: Bool) -> Form {
    let form = Form(number: TokenID(isStopWord.count), isPersonal: personalWords.contains(key))
    forms[key] = form
    isStopWord.append(isStop)
    return form
  }

  /// Stands in no word.
  private static let pluralMark: UInt16 = 0

  /// Han, kana, Thai, Lao, Khmer, Burmese: scripts without spaces between words.
  fileprivate static func isUnspaced(_ unit: UInt16) -> Bool {
    guard unit >= 0x0E00 else { return false }
    return switch unit {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x0E00...0x0EFF, 0x1000...0x109F,
      0x1780...0x17FF:
      true
    default: false
    }
  }
}

/// The words of a language that say nothing of a text's subject.
package struct StopWords: Sendable {
  private let keys: WordSet
  /// Those that may stand inside a phrase: `groupe de soutien à l'islam`.
  private let connectors: WordSet

  /// The list linked in for `language` (`Languages/<language>.stopwords.txt`); empty if there is none.
  package init(for language: Language) {
    guard let bytes = LinkedData.bytes(of: language.primary + ".stopwords.txt") else {
      (keys, connectors) = (WordSet(), WordSet())
      return
    }
    let list = SectionedList(String(decoding: bytes, as: UTF8.self))
    keys = WordSet(list.entries.flatMap(\.words).map { WordKey(folding: $0) })
    connectors = WordSet(list.words(in: "inside phrases").map { WordKey(folding: $0) })
  }

  var isEmpty: Bool { keys.isEmpty }

  package func contains(_ key: WordKey) -> Bool { keys.contains(key) }

  package func mayStandInside(_ key: WordKey) -> Bool { connectors.contains(key) }

  /// How many words stand in `range`, and how many of them are stop words or single letters.
  func counts(in units: [UInt16], range: Range<Int>) -> (words: Int, stopWords: Int) {
    let classes = CharacterClass.table
    let folds = WordKey.folds
    var counts = (words: 0, stopWords: 0)
    var index = range.lowerBound
    while index < range.upperBound {
      guard classes[Int(units[index])].isWordPart else {
        index += 1
        continue
      }
      let start = index
      var key = WordKey()
      let isIdeograph = Vocabulary.isUnspaced(units[index])
      repeat {
        key.append(folds[Int(units[index])])
        index += 1
      } while index < range.upperBound && !isIdeograph && classes[Int(units[index])].isWordPart
        && !Vocabulary.isUnspaced(units[index])
      counts.words += 1
      if contains(key) || (index - start == 1 && !isIdeograph) { counts.stopWords += 1 }
    }
    return counts
  }
}
