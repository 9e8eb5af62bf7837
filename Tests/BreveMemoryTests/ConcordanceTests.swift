// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveIndex
internal import BreveMemory
internal import BreveTestSupport
internal import Testing

private func units(_ words: String, isPhrase: Bool, in texts: [String]) throws -> [UInt32] {
  let index = TokenIndex(segments: [try segment(texts.enumerated().map { (UInt32($0), $1) })])
  var search = ConcordanceSearch()
  return search.units(with: ConcordanceQuery(words, isPhrase: isPhrase), in: index)
}

@Test(
  "Words and phrases, whatever their case and accents",
  arguments: [
    ("mise en demeure", true, [0, 1]), ("demeure mise", true, []),
    ("demeure mise", false, [0, 1, 2]),
    ("EAU", false, [3]), ("l'eau", true, [3]), ("eleve", false, [4]), ("élève", false, [4]),
    ("oeuvre", false, [5]), ("demeur*", false, [0, 1, 2, 4]), ("l’e*", true, [3, 4]),
    ("en  Demeure", true, [0, 1]),
    ("", false, []), ("*", false, []), ("absent", false, []), ("demeure absente", false, []),
    ("2021", false, [1]),
    ("demeure.", true, [0]),
  ] as [(String, Bool, [UInt32])])
func wordsAndPhrases(words: String, isPhrase: Bool, expected: [UInt32]) throws {
  let texts = [
    "Mise en demeure.", "La mise en Demeure de 2021", "sa demeure, une mise", "L’eau",
    "L’élève demeurait",
    "une œuvre", "",
  ]
  #expect(try units(words, isPhrase: isPhrase, in: texts) == expected)
}

@Test("Other forms of a word count as it")
func otherForms() throws {
  let texts = ["le cheval", "les chevaux", "la chevelure"]
  let index = TokenIndex(segments: [try segment(texts.enumerated().map { (UInt32($0), $1) })])
  var search = ConcordanceSearch()
  let query = ConcordanceQuery("cheval", isPhrase: true) { $0 == "cheval" ? ["chevaux"] : [] }
  #expect(search.units(with: query, in: index) == [0, 1])
}

/// With more units than lists are kept for, so that frequent words go by their slices.
@Test("A concordance is what reading every unit gives", arguments: 0..<6)
func concordanceIsComplete(seed: UInt64) throws {
  var source = MemoryText(seed: seed &+ 70, size: 25)
  let texts = (0..<1500).map { _ in source.text(words: source.generator.number(in: 1..<14)) }
  let old = texts.enumerated().map { (unit: UInt32($0), text: $1) }
  var recent = RecentUnits()
  for unit in 0..<30 as Range<UInt32> {
    recent.put(unit: unit * 3, text: Array(texts[Int(unit)].utf8).span)
  }
  let index = TokenIndex(segments: [try segment(old)], recent: recent)
  func text(_ unit: UInt32) -> String {
    unit < 90 && unit % 3 == 0 ? texts[Int(unit) / 3] : texts[Int(unit)]
  }
  func words(_ text: String) -> [String] {
    text.split(separator: " ").map { fold(String($0)) }
  }
  var search = ConcordanceSearch()
  for _ in 0..<12 {
    let wanted = (0..<source.generator.number(in: 1..<4)).map { _ in
      source.words[min(source.generator.number(in: 0..<25), source.generator.number(in: 0..<25))]
    }
    for isPhrase in [true, false] {
      let query = ConcordanceQuery(words: wanted.map { [.init($0)] }, isPhrase: isPhrase)
      let folded = wanted.map(fold)
      let expected = (0..<UInt32(texts.count)).filter { unit in
        let list = words(text(unit))
        if !isPhrase { return folded.allSatisfy(list.contains) }
        guard list.count >= folded.count else { return false }
        return (0...list.count - folded.count).contains {
          Array(list[$0..<$0 + folded.count]) == folded
        }
      }
      #expect(search.units(with: query, in: index) == expected, "\(wanted) \(isPhrase)")
    }
  }
}

private func fold(_ word: String) -> String {
  String(decoding: FoldedSpelling.units(of: word), as: UTF16.self)
}

@Test(
  "The shortest units come first, however the index is cut, and none after enough", arguments: 0..<4
)
func concordanceOrder(seed: UInt64) throws {
  var source = MemoryText(seed: seed &+ 500, size: 8)
  let texts = (0..<600).map { _ in source.text(words: source.generator.number(in: 1..<9)) }
  let units = texts.enumerated().map { (unit: UInt32($0), text: $1) }
  var recent = RecentUnits()
  for (unit, text) in units.suffix(40) { recent.put(unit: unit, text: Array(text.utf8).span) }
  let indexes = [
    TokenIndex(segments: [try segment(units)]),
    TokenIndex(
      segments: [try segment(Array(units[..<200])), try segment(Array(units[200..<560]))],
      recent: recent),
  ]
  var search = ConcordanceSearch()
  for _ in 0..<8 {
    let words = source.text(words: 2)
    let query = ConcordanceQuery(words, isPhrase: source.generator.isOne(in: 2))
    for index in indexes {
      let all = search.units(with: query, in: index)
      let expected = all.sorted {
        let (one, other) = (length(texts[Int($0)]), length(texts[Int($1)]))
        return one != other ? one < other : $0 < $1
      }
      for limit in [1, 5, Int.max] {
        var found: [UInt32] = []
        search.forEachUnit(with: query, in: index) {
          found.append($0)
          return found.count < limit
        }
        #expect(found == Array(expected.prefix(limit)), "seed \(seed), '\(words)', \(limit)")
      }
    }
  }
}

private func length(_ text: String) -> Int {
  TokenDifference(unit: text, query: "").length
}
