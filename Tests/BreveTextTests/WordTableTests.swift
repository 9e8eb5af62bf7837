// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveTestSupport
internal import BreveText
internal import Testing

@Test("A table of words holds what a dictionary holds", arguments: [1, 2, 3] as [UInt64])
func tableEqualsDictionary(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  var table = WordTable<Int>()
  var set = WordSet()
  var dictionary: [String: Int] = [:]
  for step in 0..<2_000 {
    let word = "mot\(Int.random(in: 0..<700, using: &random))"
    table[WordKey(word)] = step
    set.insert([WordKey(word)])
    dictionary[word] = step
  }
  #expect(table.count == dictionary.count)
  for number in 0..<800 {
    let word = "mot\(number)"
    #expect(table[WordKey(word)] == dictionary[word], "seed \(seed): \(word)")
    #expect(set.contains(WordKey(word)) == (dictionary[word] != nil), "seed \(seed): \(word)")
  }
}

@Test("The units of a text are those of the standard library", arguments: [4, 5, 6] as [UInt64])
func unitsOfText(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  let scalars: [Unicode.Scalar] = [
    "a", "\u{0}", "\u{7F}", "é", "\u{7FF}", "\u{800}", "€", "\u{FFFF}", "\u{10000}", "😀",
    "\u{10FFFF}",
  ]
  for _ in 0..<200 {
    var text = ""
    for _ in 0..<Int.random(in: 0..<40, using: &random) {
      text.unicodeScalars.append(scalars[Int.random(in: 0..<scalars.count, using: &random)])
    }
    #expect([UInt16](utf16: text) == Array(text.utf16), "seed \(seed): \(text)")
  }
}

@Test(
  "Words, characters, names and years are read in the pass that numbers the words",
  arguments: [
    ("Le 3 mars 2022, M. Diop a dit : « Non ! »", 9, 41, 5, 2022),
    ("— … !", 0, 5, 0, nil),
    ("l’Azawad d'Ag-Ghaly en 1991 et 19915, 2012b", 7, 43, 6, 2012),
    ("😀 deux 𝒜mis", 2, 11, 0, nil),
  ] as [(String, Int, Int, Int, Int?)])
func surfaceOfSentence(text: String, words: Int, characters: Int, names: Int, year: Int?) {
  var vocabulary = Vocabulary(stopWords: StopWords(for: .french))
  var tokens: [TokenID] = []
  let units = Array(text.utf16)
  let surface = vocabulary.appendTokens(of: units, in: 0..<units.count, to: &tokens)
  #expect(surface.words == Segment.wordCount(of: text))
  #expect(surface.words == words)
  #expect(surface.characters == characters)
  #expect(surface.names == names)
  #expect(surface.latestYear == year)
}

/// Few letters, so that plurals, words that only look like one, and stop words meet.
@Test(
  "Words have the numbers that a table of words and one of their singulars give",
  arguments: [7, 8, 9] as [UInt64])
func numbersOfWords(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  let stopWords = StopWords(for: .french)
  let stops = ["dans", "sans", "nous", "leurs", "deux", "le", "a"]
  var vocabulary = Vocabulary(stopWords: stopWords)
  var numbers: [String: Int] = [:]
  var isStopWord: [Bool] = []
  for _ in 0..<2_000 {
    let made = String(
      (0..<Int.random(in: 1...6, using: &random)).map { _ in
        ["o", "l", "s", "x"].randomElement(using: &random) ?? "o"
      }.joined())
    let word =
      Int.random(in: 0..<8, using: &random) == 0
      ? stops.randomElement(using: &random) ?? "le" : made
    let isStop = stopWords.contains(WordKey(word))
    let isPlural = word.utf16.count > 3 && (word.hasSuffix("s") || word.hasSuffix("x"))
    let base = isPlural && !isStop ? String(word.dropLast()) : word
    if numbers[base] == nil {
      numbers[base] = isStopWord.count
      isStopWord.append(isStop || word.utf16.count == 1)
    }
    var tokens: [TokenID] = []
    let units = Array(word.uppercased().utf16)
    vocabulary.appendTokens(of: units, in: 0..<units.count, to: &tokens)
    #expect(tokens.map(Int.init) == [numbers[base]], "seed \(seed): \(word)")
  }
  #expect(vocabulary.isStopWord == isStopWord, "seed \(seed)")
}
