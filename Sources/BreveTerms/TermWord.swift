// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMorphology
internal import BreveText

/// What contexts ask of a word of a text, found out once for each spelling.
struct TermWord: Sendable {
  /// What the spelling tells.
  struct Traits: OptionSet, Sendable {
    let rawValue: Int32

    static let determiner = Traits(rawValue: 1)
    static let ambiguous = Traits(rawValue: 1 << 1)
    static let feminine = Traits(rawValue: 1 << 2)
    static let masculine = Traits(rawValue: 1 << 3)
    static let ofTwoGenders = Traits(rawValue: 1 << 4)
    static let plural = Traits(rawValue: 1 << 5)
    static let preposition = Traits(rawValue: 1 << 6)
    static let preverbal = Traits(rawValue: 1 << 7)
    static let auxiliary = Traits(rawValue: 1 << 8)
    static let adverb = Traits(rawValue: 1 << 9)
    static let inverted = Traits(rawValue: 1 << 10)
    static let prefix = Traits(rawValue: 1 << 11)
    static let locative = Traits(rawValue: 1 << 12)
    static let placeWord = Traits(rawValue: 1 << 13)
    static let languageWord = Traits(rawValue: 1 << 14)
    static let capitalized = Traits(rawValue: 1 << 15)
    static let allCapitals = Traits(rawValue: 1 << 16)
    /// One figure or two.
    static let shortNumber = Traits(rawValue: 1 << 17)
  }

  /// What the dictionary tells.
  struct Grammar: OptionSet, Sendable {
    let rawValue: Int32

    /// It has been asked.
    static let isRead = Grammar(rawValue: 1)
    static let isKnown = Grammar(rawValue: 1 << 1)
    /// An adjective that is no participle.
    static let adjective = Grammar(rawValue: 1 << 2)
    /// A noun that is no participle.
    static let noun = Grammar(rawValue: 1 << 3)
    static let finite = Grammar(rawValue: 1 << 4)
    static let participle = Grammar(rawValue: 1 << 5)
    static let nounOrName = Grammar(rawValue: 1 << 6)
    /// An adjective, a participle, an adverb, an article and the like.
    static let otherThanNoun = Grammar(rawValue: 1 << 7)
    /// A verb, an adverb, an article and the like.
    static let otherThanName = Grammar(rawValue: 1 << 8)
    /// A name with a capital.
    static let name = Grammar(rawValue: 1 << 9)
    static let personName = Grammar(rawValue: 1 << 10)
    /// A noun without a capital.
    static let smallNoun = Grammar(rawValue: 1 << 11)
    /// A noun, and a form of another one too.
    static let twoNouns = Grammar(rawValue: 1 << 12)
    /// That form is a plural.
    static let pluralOfOther = Grammar(rawValue: 1 << 13)
    static let maybePlural = Grammar(rawValue: 1 << 14)
    /// A noun that takes a feminine article.
    static let feminine = Grammar(rawValue: 1 << 15)
    static let masculine = Grammar(rawValue: 1 << 16)
  }

  /// Its class for ``TermStates``.
  let number: Int32
  let traits: Traits
  var grammar: Grammar = []
}

extension TermWord.Traits {
  init(_ word: FoldedWord) {
    let known = FunctionWords.traits[WordKey(units: word.folded).value]
    self.init(rawValue: known < 0 ? 0 : known)
    if word.isCapitalized { insert(.capitalized) }
    if word.isAllCapitals { insert(.allCapitals) }
    if word.folded.suffix(4).elementsEqual("ment".utf16) { insert(.adverb) }
    if word.folded.count < 3, word.folded.allSatisfy({ CharacterClass.table[Int($0)] == .digit }) {
      insert(.shortNumber)
    }
  }
}

extension TermWord.Grammar {
  /// - Parameters:
  ///   - word: A word of a text.
  ///   - readings: What it can be.
  init(_ word: FoldedWord, _ readings: [TermReading]) {
    self = .isRead
    let own = WordKey(units: word.folded)
    if !readings.isEmpty { insert(.isKnown) }
    var hasOwnNoun = false
    var other: TermReading?
    var hasMarks = false
    for reading in readings {
      let kind = reading.kind
      let isVerb = !kind.isDisjoint(with: .verb)
      let isNoun = kind.contains(.noun)
      if kind.contains(.finite) { insert(.finite) }
      if kind.contains(.pastParticiple) { insert(.participle) }
      if kind.contains(.personName) { insert(.personName) }
      if kind.contains(.adjective), !isVerb { insert(.adjective) }
      if !kind.isDisjoint(with: [.noun, .name, .personName]) { insert(.nounOrName) }
      if !kind.isDisjoint(with: [.adjective, .pastParticiple, .adverb, .grammatical]) {
        insert(.otherThanNoun)
      }
      if !kind.isDisjoint(with: [.finite, .otherVerb, .pastParticiple, .grammatical, .adverb]) {
        insert(.otherThanName)
      }
      if reading.isCapitalized, !kind.isDisjoint(with: [.name, .personName]) { insert(.name) }
      if isNoun, !reading.isCapitalized { insert(.smallNoun) }
      if isNoun, !isVerb {
        insert(.noun)
        if reading.folded == own { hasOwnNoun = true } else if other == nil { other = reading }
      }
      if isNoun {
        let isOther = reading.folded != own
        if reading.marks.contains([.masculine, .feminine]) { formUnion([.feminine, .masculine]) }
        if isOther, reading.marks.contains(.feminine) { insert(.feminine) }
        if isOther, reading.marks.contains(.masculine) { insert(.masculine) }
      }
      if !kind.isDisjoint(with: [.noun, .adjective, .pastParticiple]) {
        hasMarks = true
        if reading.marks.contains(.plural) || reading.marks.isDisjoint(with: [.singular, .plural]) {
          insert(.maybePlural)
        }
      }
    }
    if !hasMarks, word.folded.last == 0x73 || word.folded.last == 0x78 { insert(.maybePlural) }
    if hasOwnNoun, let other {
      insert(.twoNouns)
      if other.marks.contains(.plural), !other.marks.contains(.singular) { insert(.pluralOfOther) }
    }
  }
}

/// The words that one worker has met in texts.
struct TermVocabulary: Sendable {
  private var numbers = NumberTable()
  private(set) var words: [TermWord] = []
  var morphology: TermMorphology
  /// Whether what stands around a word tells what it is.
  let isFrench: Bool

  init(morphology: TermMorphology, isFrench: Bool) {
    self.morphology = morphology
    self.isFrench = isFrench
  }

  /// The number of the word with `key`; negative if it is new.
  func number(_ key: WordKey) -> Int32 { numbers[key.value] }

  mutating func add(_ word: TermWord, _ key: WordKey) -> Int32 {
    let number = Int32(words.count)
    numbers[key.value] = number
    words.append(word)
    return number
  }

  func traits(_ number: Int32) -> TermWord.Traits { words[Int(number)].traits }

  /// What the dictionary tells of word `number`, which stands at `token`.
  mutating func grammar(of token: TermToken, in units: Span<UInt16>) -> TermWord.Grammar {
    let place = Int(token.word)
    if words[place].grammar.contains(.isRead) { return words[place].grammar }
    let word = TermTokenizer.spelling(of: token, in: units)
    let grammar = TermWord.Grammar(word, morphology.readings(of: word))
    words[place].grammar = grammar
    return grammar
  }
}
