// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Compares whether a French sentence and its English deny something.
///
/// A denial of one side has to stand on the other as one, or lie in the sense of a word (`n'a pas pu`, `was unable`).
/// `ne … que`, `not only` and the `ne` of `avant qu'il ne vienne` deny nothing.
struct NegationCheck: Sendable {
  private let french = CheckWords.of(.french).negation
  private let english = CheckWords.of(.english).negation

  func issues(source: String, target: String) -> [ConsistencyIssue] {
    let ones = PlainWord.words(of: source)
    let others = PlainWord.words(of: target)
    let denials = frenchDenials(ones)
    let negations = englishDenials(others)
    if denials.isEmpty && negations.isEmpty { return [] }
    var weak = others.count(where: english.mayBeNegative) + undone(others)
    // `Don't stand or sit`: one denial of two things.
    if !negations.isEmpty { weak += others.count { english.joins.contains($0.folded) } }
    if denials.count > negations.count + weak {
      weak += denials.count { denial in
        ones.firstIndex { $0.range == denial.range }.map {
          french.isSaid(ones[max(0, $0 - 2)..<min(ones.count, $0 + 7)], in: others)
        } ?? false
      }
    }
    if denials.count > negations.count + weak {
      return [Self.issue(denials, of: "French", negations.count + weak, of: "English")]
    }
    let own = ones.count(where: isNegative)
    if negations.count > max(denials.count, own) {
      return [Self.issue(negations, of: "English", max(denials.count, own), of: "French")]
    }
    return []
  }

  /// What is to be read of denials of which the other side has fewer.
  private static func issue(
    _ denials: [PlainWord], of language: String, _ others: Int, of other: String
  ) -> ConsistencyIssue {
    let quoted = denials.map { "'\($0.text)'" }.joined(separator: ", ")
    let message =
      others == 0
      ? "the \(language) is negated (\(quoted)), the \(other) is not"
      : "the \(language) has \(denials.count) negations (\(quoted)), the \(other) fewer"
    let range = denials[0].range
    return language == "French"
      ? ConsistencyIssue(.negation, message, source: range)
      : ConsistencyIssue(.negation, message, target: range)
  }

  private func isNegative(_ word: PlainWord) -> Bool {
    french.negatives.contains(word.folded) || french.mayBeNegative(word) || word.folded == "ne"
      || word.folded == "n" && !word.followsApostrophe
  }

  // MARK: French

  /// What denies, in order, as `pas` of `ne … pas`; a denial of a denial (`pas impossible`) is none.
  private func frenchDenials(_ words: [PlainWord]) -> [PlainWord] {
    var denials: [PlainWord] = []
    let free = places(of: french.phrases, in: words)
    for index in words.indices where !free.contains(index) {
      let word = words[index]
      if word.folded == "ne" || word.folded == "n" {
        // `Aucun … ne` is one denial.
        if let denial = denial(ofNe: index, words, free),
          !denials.contains(where: { $0.range == denial.range })
        {
          denials.append(denial)
        }
      } else if word.isFirst, let denial = opening(at: index, words),
        !denials.contains(where: { $0.range == denial.range })
      {
        denials.append(denial)
      }
    }
    return denials
  }

  private func denial(ofNe index: Int, _ words: [PlainWord], _ free: Set<Int>) -> PlainWord? {
    guard index + 1 < words.count, !french.undenying.contains(words[index + 1].folded) else {
      return nil
    }
    let isExpletive = isExpletive(index, words)
    var place = index + 1
    while place < words.count, place <= index + 7 {
      let word = words[place]
      if french.restriction.contains(word.folded) { return nil }
      if word.folded == "ne" || word.folded == "n" { break }
      if french.negators.contains(word.folded), !isNoun(place, words), !free.contains(place) {
        if isExpletive, word.folded == "plus" || word.folded == "personne" { return nil }
        return isUndone(place, words) ? nil : word
      }
      // `Il n'ignore pas`: he knows.
      if french.isNegativeInSense(word) { return nil }
      place += 1
    }
    if isExpletive { return nil }
    place = index - 1
    while place >= 0, place >= index - 15 {
      let word = words[place]
      if french.negatorsBefore.contains(word.folded), !isNoun(place, words), !free.contains(place) {
        // `Nul n'est censé ignorer`.
        return isUndone(index + 1, words) ? nil : word
      }
      if word.isFirst { break }
      place -= 1
    }
    return nil
  }

  /// `ne … plus que` and `pas que` restrict; `pas impossible` affirms.
  private func isUndone(_ place: Int, _ words: [PlainWord]) -> Bool {
    let rest = words[(place + 1)...].prefix(3)
    if let next = rest.first, french.restriction.contains(next.folded) { return true }
    return rest.contains(where: french.isNegativeInSense)
  }

  private func isExpletive(_ index: Int, _ words: [PlainWord]) -> Bool {
    french.expletive.contains { phrase in
      (max(0, index - 9)..<max(0, index - phrase.count + 1)).contains { start in
        words[start...].prefix(phrase.count).map(\.folded) == phrase
      }
    }
  }

  private func isNoun(_ place: Int, _ words: [PlainWord]) -> Bool {
    place > 0 && french.nouns.contains(words[place].folded)
      && french.beforeNouns.contains(words[place - 1].folded)
  }

  /// A denial without a verb, as of `Pas de blessés`.
  private func opening(at index: Int, _ words: [PlainWord]) -> PlainWord? {
    let clause = words[(index + 1)...].prefix(15).prefix { !$0.isFirst }
    if clause.contains(where: { $0.folded == "ne" || $0.folded == "n" }) { return nil }
    for phrase in french.first
    where phrase.count == 1 || words[index...].prefix(phrase.count).map(\.folded) == phrase {
      if phrase.contains(words[index].folded) && (phrase.count > 1 || !isUndone(index, words)) {
        return words[index]
      }
    }
    return nil
  }

  // MARK: English

  private func englishDenials(_ words: [PlainWord]) -> [PlainWord] {
    let free = places(of: english.phrases, in: words)
    return words.indices.filter { index in
      isNegator(index, words) && !free.contains(index) && !isUndoneByNext(index, words)
    }.map { words[$0] }
  }

  private func isNegator(_ index: Int, _ words: [PlainWord]) -> Bool {
    let word = words[index]
    if word.folded == "no", index + 1 < words.count {
      // `No 5`, `Plan No. E.28`.
      let next = words[index + 1]
      if next.isNumber || word.isCapital && !word.isFirst && next.isFirst { return false }
    }
    return english.negators.contains(word.folded)
      || word.followsApostrophe && english.joined.contains(word.folded)
  }

  /// `Not uncommon`, `cannot be denied`.
  private func isUndoneByNext(_ index: Int, _ words: [PlainWord]) -> Bool {
    let next = words[(index + 1)...].prefix { !$0.followsMark }.prefix(2)
    return next.contains(where: english.isNegativeInSense)
  }

  /// How many negators of English deny nothing by themselves, and may still answer for a French one: `not exceed`.
  private func undone(_ words: [PlainWord]) -> Int {
    let free = places(of: english.phrases, in: words)
    return words.indices.count { free.contains($0) && isNegator($0, words) }
  }

  /// The words that stand in phrases which deny nothing.
  private func places(of phrases: [[String]], in words: [PlainWord]) -> Set<Int> {
    var places: Set<Int> = []
    for index in words.indices {
      for phrase in phrases where phrase[0] == words[index].folded {
        if words[index...].prefix(phrase.count).map(\.folded) == phrase {
          places.formUnion(index..<(index + phrase.count))
        }
      }
    }
    return places
  }
}
