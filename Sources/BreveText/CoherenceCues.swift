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
  private let beginnings: Beginnings<Dependence>
  /// Words of the first and second person, without apostrophes.
  package let personalWords: WordSet
  /// Personal pronouns of the third person.
  let pronouns: WordSet
  private let possessives: WordSet
  private let definiteArticles: WordSet
  private let indefiniteArticles: WordSet
  /// Words of labels, whatever stands after the colon.
  private let labels: WordSet
  /// Verbs that only say that something is said, in their dictionary form.
  private let speechVerbs: WordSet
  /// Beginnings that tell of a state of things, and no news.
  private let newsless: Beginnings<Bool>

  package init(for language: Language) {
    guard let bytes = LinkedData.bytes(of: language.primary + ".coherence.txt") else {
      beginnings = Beginnings()
      personalWords = WordSet()
      pronouns = WordSet()
      possessives = WordSet()
      definiteArticles = WordSet()
      indefiniteArticles = WordSet()
      labels = WordSet()
      speechVerbs = WordSet()
      newsless = Beginnings()
      return
    }
    let list = SectionedList(String(decoding: bytes, as: UTF8.self))
    var beginnings = Beginnings<Dependence>()
    for (section, value) in [
      ("needs antecedent", Dependence.needsAntecedent), ("leans back", .leansBack),
      ("stands alone", .none),
    ] {
      for line in list.lines(in: section) { beginnings.insert(line, value) }
    }
    self.beginnings = beginnings
    var newsless = Beginnings<Bool>()
    for line in list.lines(in: "no news") { newsless.insert(line, true) }
    self.newsless = newsless
    func words(_ section: String) -> WordSet {
      WordSet(list.words(in: section).map { WordKey(folding: $0) })
    }
    possessives = words("possessives")
    definiteArticles = words("definite articles")
    indefiniteArticles = words("indefinite articles")
    labels = words("labels")
    speechVerbs = words("speech verbs")
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
    let opening = beginnings.longest(of: units.span, in: range)
    if opening?.value == .needsAntecedent || isLabel(units, in: range) { return .needsAntecedent }
    var found = opening?.value ?? .none
    // Mais, ils …: what follows the connective may lean more.
    if found == .leansBack, let opening, opening.end < range.upperBound {
      let next = beginnings.longest(of: units.span, in: opening.end..<range.upperBound)
      found = max(found, next?.value ?? .none)
    }
    if found != .needsAntecedent, let comma = clauseEnd(of: units, in: range),
      leans(units, in: comma + 1..<range.upperBound, after: range.lowerBound..<comma)
    {
      found = .needsAntecedent
    }
    return found
  }

  /// Whether the sentence in `range` begins as one that tells of a state of things: `Ces dernières années`.
  package func opensWithoutNews(_ units: [UInt16], in range: Range<Int>) -> Bool {
    newsless.longest(of: units.span, in: range) != nil
  }

  /// Whether a word, in its dictionary form, is a verb that only says that something is said: `indiquer`.
  package func isSpeechVerb(_ word: String) -> Bool { speechVerbs.contains(WordKey(folding: word)) }

  /// Whether a sentence opens with what the one before it has brought up: `L'accord prévoyait …` after `un accord`.
  package func takesUp(
    _ units: [UInt16], in range: Range<Int>, after before: Range<Int>
  ) -> Bool {
    let units = units.span
    guard let article = word(of: units, in: range), definiteArticles.contains(article.key),
      let noun = word(of: units, in: article.end..<range.upperBound),
      noun.end - noun.start >= Self.shortestNoun,
      CharacterClass.table[Int(units[noun.start])] == .lower
    else { return false }
    var previous: WordKey?
    var index = before.lowerBound
    while index < before.upperBound, let next = word(of: units, in: index..<before.upperBound) {
      if next.key == noun.key, let previous, indefiniteArticles.contains(previous) { return true }
      previous = next.key
      index = next.end
    }
    return false
  }

  private static let shortestNoun = 4

  /// The first word in `range`, over whatever stands before it.
  private func word(
    of units: Span<UInt16>, in range: Range<Int>
  ) -> (key: WordKey, start: Int, end: Int)? {
    let table = UnitTraits.table
    let traits = table.span
    var start = range.lowerBound
    while start < range.upperBound, !traits[Int(units[start])].kind.isWordPart { start += 1 }
    guard start < range.upperBound else { return nil }
    var key = WordKey()
    var end = start
    while end < range.upperBound, traits[Int(units[end])].kind.isWordPart {
      key.append(traits[Int(units[end])].fold)
      end += 1
    }
    return (key, start, end)
  }

  /// `En 2019, il …`: a pronoun after a first clause that names nobody.
  ///
  /// `Au programme de son séjour, il sera question …` names nobody either, whoever `il` is.
  private func leans(_ units: [UInt16], in range: Range<Int>, after clause: Range<Int>) -> Bool {
    let units = units.span
    guard let first = word(of: units, in: range), pronouns.contains(first.key) else { return false }
    return beginnings.longest(of: units, in: range)?.value == .needsAntecedent
      || holdsPossessive(units, in: clause)
  }

  /// `Coût estimé : 2,3 milliards`: three words at most, none of them a verb as a rule, and a few that they stand for; more
  /// only after a word of labels, as `Mali : la junte a suspendu tous les partis` can stand alone.
  private func isLabel(_ units: [UInt16], in range: Range<Int>) -> Bool {
    guard !beginnings.isEmpty else { return false }
    let classes = CharacterClass.table
    var words = 0
    var isListed = false
    var key = WordKey()
    var index = range.lowerBound
    while index < range.upperBound {
      let unit = units[index]
      let kind = classes[Int(unit)]
      if kind.isLetter {
        if key == WordKey() {
          words += 1
          if words > Self.labelWords || words > 1 && kind == .upper { return false }
        }
        key.append(WordKey.folds[Int(unit)])
        index += 1
        continue
      }
      isListed = isListed || labels.contains(key)
      key = WordKey()
      if unit == 0x3A {
        return words > 0 && index + 1 < range.upperBound
          && CharacterClass.isBlank(units[index + 1])
          && (isListed || isShort(units, in: index + 1..<range.upperBound))
      }
      // An apostrophe is that of an article; further on, `s'inquiète`, it is that of a verb.
      let isElision = words == 1 && (unit == 0x27 || unit == 0x2019)
      guard CharacterClass.isBlank(unit) || isElision else { return false }
      index += 1
    }
    return false
  }

  private static let labelWords = 3

  private func isShort(_ units: [UInt16], in range: Range<Int>) -> Bool {
    let units = units.span
    var words = 0
    var index = range.lowerBound
    while let next = word(of: units, in: index..<range.upperBound) {
      words += 1
      if words > Self.valueWords { return false }
      index = next.end
    }
    return true
  }

  private static let valueWords = 4

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

  private func holdsPossessive(_ units: Span<UInt16>, in range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while let next = word(of: units, in: index..<range.upperBound) {
      if possessives.contains(next.key) { return true }
      index = next.end
    }
    return false
  }
}
