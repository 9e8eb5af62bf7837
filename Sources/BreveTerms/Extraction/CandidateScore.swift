// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// How good candidates are.
///
/// The mean, over the content words, of the logarithm of how much more often a word stands in the texts than in general
/// French, at most ``largestRatio``; ``countWeight`` times the logarithm of the count; less ``wordCost`` for each word
/// after the first, an article within `du`, `des`, `au`, `aux` counted; and less for what is seldom a term:
/// an adjective or participle alone, a phrase that stands once, a noun right after a noun, a participle at the
/// end, a stretch that a longer one has within it as often.
///
/// The first three weights were set before anything was measured; the others are whole or half steps that name a fact of
/// the language. `Reports/quality/extraction.md` has the figures.
enum CandidateScore {
  static let largestRatio = 7.0
  /// The share of a word that the list of general French does not have: half an occurrence in its smaller source.
  static let smallestShare = 2e-7
  /// The texts are taken for so many words of general French with what they have themselves: a short text says little of
  /// how frequent a word is.
  static let priorWords = 10_000.0
  static let countWeight = 0.5
  static let wordCost = 0.6
  static let loneAdjectiveCost = 1.0
  static let loneParticipleCost = 2.0
  static let singlePhraseCost = 0.5
  static let finalParticipleCost = 0.5
  static let adjacentNounCost = 0.5
  static let nestedCost = 1.0

  /// What is known of the words of the texts, by their numbers.
  struct Frame {
    let roles: [CandidateWord.Role]
    /// nil for what cannot be part of a term.
    let kinds: [CandidateWord.Kind?]
    /// How they are written.
    let forms: [[UInt16]]
    /// The logarithm of how much more often they stand here than elsewhere, at most ``largestRatio``.
    let ratios: [Double]
    /// Whether they are a preposition and an article in one.
    let areContracted: [Bool]

    init(words: [CandidateWord], total: Int, lexicon: inout CandidateLexicon) {
      roles = words.map(\.role)
      areContracted = words.map { CandidateScore.contracted.contains(WordKey(units: $0.folded)) }
      var kinds: [CandidateWord.Kind?] = []
      var forms: [[UInt16]] = []
      var ratios: [Double] = []
      for word in words {
        let readings = word.role == .content ? lexicon.readings(of: word) : []
        let kind = word.role == .content ? word.kind(lexicon.hasDictionary ? readings : nil) : nil
        kinds.append(kind)
        // A capital that only begins sentences says nothing, unless the word is a name.
        let isCommon = readings.contains { $0.kind.isDisjoint(with: [.name, .personName]) }
        forms.append(word.onlyOpensSentences && isCommon ? word.folded : word.form)
        let general = max(smallestShare, lexicon.share(of: word.folded))
        let share =
          (Double(word.count) + priorWords * general) / (Double(total) + priorWords)
        ratios.append(kind == nil ? 0 : min(largestRatio, Logarithm.of(share / general)))
      }
      self.kinds = kinds
      self.forms = forms
      self.ratios = ratios
    }
  }

  /// A score for each stretch; nil for those that are no candidates.
  static func scores(
    of stretches: [TermExtractor.Stretch], numbers: WordTable<Int32>, in frame: Frame
  ) -> [Double?] {
    let wider = widest(stretches, numbers, frame)
    return stretches.indices.map { index in
      score(stretches[index], frame).map {
        wider[index] >= stretches[index].count ? $0 - nestedCost : $0
      }
    }
  }

  private static func score(_ stretch: TermExtractor.Stretch, _ frame: Frame) -> Double? {
    var kinds: [CandidateWord.Kind] = []
    var ratio = 0.0
    var cost = 0.0
    for (place, word) in stretch.words.enumerated() {
      let word = Int(word)
      if place > 0 { cost += frame.areContracted[word] ? 2 * wordCost : wordCost }
      guard frame.roles[word] == .content else { continue }
      guard let kind = frame.kinds[word] else { return nil }
      if place > 0, kind == .noun(isAdjective: false),
        frame.roles[Int(stretch.words[place - 1])] == .content
      {
        cost += adjacentNounCost
      }
      kinds.append(kind)
      ratio += frame.ratios[word]
    }
    if kinds.count == 1 {
      if kinds[0] == .adjective { cost += loneAdjectiveCost }
      if kinds[0] == .participle { cost += loneParticipleCost }
    } else {
      guard kinds[0].isHead else { return nil }
      if kinds.last == .participle { cost += finalParticipleCost }
      if stretch.count == 1 { cost += singlePhraseCost }
    }
    return ratio / Double(kinds.count) + countWeight * Logarithm.of(Double(stretch.count)) - cost
  }

  /// For each stretch, how often the most frequent stretch stands that has it within.
  private static func widest(
    _ stretches: [TermExtractor.Stretch], _ numbers: WordTable<Int32>, _ frame: Frame
  ) -> [Int] {
    var widest = [Int](repeating: 0, count: stretches.count)
    for stretch in stretches where stretch.words.count > 1 {
      let words = stretch.words
      for start in words.indices where frame.roles[Int(words[start])] == .content {
        var key = WordKey()
        for end in start..<words.count where end - start + 1 < words.count {
          key.append(number: words[end])
          guard frame.roles[Int(words[end])] == .content, let inner = numbers[key] else { continue }
          widest[Int(inner)] = max(widest[Int(inner)], stretch.count)
        }
      }
    }
    return widest
  }

  private static let contracted = WordSet(["du", "des", "au", "aux"].map { WordKey($0) })
}
