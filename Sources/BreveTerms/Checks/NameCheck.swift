// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMorphology
internal import BreveText

/// Compares the names of a sentence with those of its translation.
///
/// A name is a capitalised word that no dictionary of French has in small letters, or one beside a word that stands in both
/// languages (`Global Citizen Festival`). It is the same in English if the letters are, accents aside, or nearly so:
/// transliterations differ in a letter or two (`Choïgou`, `Shoigu`).
struct NameCheck {
  private let french: SpellingDictionary?
  private let english: SpellingDictionary?
  private let articles = CheckWords.of(.french).articles
  private let calendar = DateReader(language: .english)

  /// The words of nationalities, in small letters: English calls somebody `the French president` the second time.
  private let peoples: Set<String>

  /// - Parameters:
  ///   - french: Tells French words from names.
  ///   - english: The same of English.
  ///   - peoples: English nationalities.
  init(french: SpellingDictionary?, english: SpellingDictionary?, peoples: [String]) {
    self.french = french
    self.english = english
    self.peoples = Set(peoples.flatMap { PlainWord.words(of: $0).map(\.folded) })
      .union(LocaleTerms.languages().map(PlainWord.folded))
  }

  /// Compares the names of `source` with those of `target`.
  ///
  /// - Parameters:
  ///   - source: The French.
  ///   - target: The English.
  ///   - terms: What the glossary speaks for in `source`; this check has no business with it.
  ///   - rendered: What stands for it in `target`.
  /// - Returns: One issue a name, in the order of the source.
  func issues(
    source: String, target: String, terms: [Range<Int>], rendered: [Range<Int>]
  ) -> [ConsistencyIssue] {
    let sources = PlainWord.words(of: source)
    let targets = PlainWord.words(of: target)
    let inSource = Set(sources.map(\.folded))
    let inTarget = Set(targets.map(\.folded))
    let folded = PlainWord.folded(target)
    // `Skyblues` is `Sky Blues`.
    let joined = targets.map(\.folded).joined()
    let strays = targets.filter { $0.isCapital && !inSource.contains($0.folded) }
    var strangers = strays.filter { stray in
      isUnknownName(stray) && !calendar.isName(stray) && !peoples.contains(stray.folded)
        && !rendered.contains { $0.overlaps(stray.range) }
        && !sources.contains { Self.areKin($0.folded, stray.folded) }
    }
    var issues: [ConsistencyIssue] = []
    for (index, word) in sources.enumerated() where mayBeName(word, index, sources) {
      if terms.contains(where: { $0.overlaps(word.range) }) { continue }
      let isThere = inTarget.contains(word.folded) || inTarget.contains(word.folded + "s")
      if isThere || folded.contains(word.folded)
        || word.folded.utf8.count > 5
          && joined.contains(word.folded)
      {
        if isThere, let issue = fewer(word, index, sources, targets, strays, &strangers) {
          issues.append(issue)
        }
        continue
      }
      if let near = strays.first(where: { Self.isNear(word.folded, $0.folded) }) {
        if Self.isSlip(word.folded, near.folded), isForeign(word) || isNoWord(near) {
          issues.append(Self.slip(word, near))
        }
      } else if Self.isAcronym(word), strays.contains(where: Self.isAcronym) {
        // `MPOC` is `COPD`.
        continue
      } else if isForeign(word)
        || isEnglish(word)
          && (standsBesideCopied(index, sources, inTarget)
            || isProper(word) && strays.contains(where: isUnknownName)
            || !strangers.isEmpty
              && (standsAlone(index, sources) || strangers.contains(where: isNoWord)))
      {
        if !strangers.isEmpty { strangers.removeFirst() }
        issues.append(
          ConsistencyIssue(
            .name, "the name '\(word.text)' is not in the translation", source: word.range))
      }
    }
    return issues
  }

  /// What became of a name that stands in the translation, but not as often as in the source.
  ///
  /// English may say `he` the second time. It is a fault only if a word is there that is the name with a slip, or one of
  /// `strangers`, which nothing in the source explains.
  private func fewer(
    _ word: PlainWord, _ index: Int, _ sources: [PlainWord], _ targets: [PlainWord],
    _ strays: [PlainWord], _ strangers: inout [PlainWord]
  ) -> ConsistencyIssue? {
    // Told at the last place at which the name stands.
    guard !sources[(index + 1)...].contains(where: { $0.folded == word.folded }) else { return nil }
    if let near = strays.first(where: {
      $0.folded.utf8.count == word.folded.utf8.count && Self.isSlip(word.folded, $0.folded)
        && isNoWord($0)
    }) {
      return Self.slip(word, near)
    }
    let wanted = sources.count { $0.folded == word.folded && $0.isCapital }
    let found = targets.count { $0.folded == word.folded || $0.folded == word.folded + "s" }
    guard found < wanted, let stranger = strangers.first, isForeign(word) || isEnglish(word) else {
      return nil
    }
    strangers.removeFirst()
    return ConsistencyIssue(
      .name,
      "the name '\(word.text)' is in the translation less often than in the source, which has no "
        + "'\(stranger.text)'", source: word.range, target: stranger.range)
  }

  private static func slip(_ word: PlainWord, _ near: PlainWord) -> ConsistencyIssue {
    ConsistencyIssue(
      .name, "'\(word.text)' is '\(near.text)' in the translation", source: word.range,
      target: near.range)
  }

  private func mayBeName(_ word: PlainWord, _ index: Int, _ sources: [PlainWord]) -> Bool {
    guard word.isCapital, word.folded.utf8.count >= 4 else { return false }
    // `PE19` is a code.
    if word.folded.utf8.contains(where: { (0x30...0x39).contains($0) }) { return false }
    // `Aujourd'hui`, `Jusqu'à`: the part before an apostrophe is no word; but `Sainsbury's` has a name.
    if index + 1 < sources.count, sources[index + 1].followsApostrophe,
      sources[index + 1].folded != "s"
    {
      return false
    }
    return !word.isFirst || isForeign(word)
  }

  /// Whether a word has no article, hyphen or other capitalised word beside it, as `Conseil`, `Terre-Neuve` and
  /// `Seconde Guerre` have: French writes more than names with a capital.
  private func standsAlone(_ index: Int, _ sources: [PlainWord]) -> Bool {
    let before = index > 0 ? sources[index - 1] : nil
    let after = index + 1 < sources.count ? sources[index + 1] : nil
    if let before, articles.contains(before.folded) || before.isCapital && !before.isFirst {
      return false
    }
    return !sources[index].followsHyphen && !(after?.followsHyphen ?? false)
      && !(after?.isCapital ?? false)
  }

  /// Whether the dictionary has the word neither in small letters nor as a name: it is neither French nor has a French form.
  private func isForeign(_ word: PlainWord) -> Bool {
    guard let french else { return false }
    return french.knows(word.text.lowercased()) == false && french.knows(word.text) == false
  }

  /// Whether the dictionary has the word as a name only.
  private func isProper(_ word: PlainWord) -> Bool {
    guard let french else { return false }
    return french.knows(word.text.lowercased()) == false && french.knows(word.text) == true
  }

  /// Whether English writes the word as French does; `Saint` is `St` as often as not.
  private func isEnglish(_ word: PlainWord) -> Bool {
    guard let english, word.folded != "saint" else { return false }
    return english.knows(word.text) == true || english.knows(word.text.lowercased()) == true
  }

  /// Whether the dictionary of English does not know the word at all; no without a dictionary.
  private func isNoWord(_ word: PlainWord) -> Bool {
    guard let english else { return false }
    let small = word.text.lowercased()
    return ([word.text, small] + WordCheck.british(small)).allSatisfy {
      english.knows($0) == false
    }
  }

  /// Whether the dictionary of French has the word and that of English has not; no without both.
  func isFrenchOnly(_ word: PlainWord) -> Bool {
    guard let french else { return false }
    return isNoWord(word) && french.knows(word.text) == true
  }

  /// Whether the word is a name in English and nothing else: a person or place that the source does not have.
  private func isUnknownName(_ word: PlainWord) -> Bool {
    guard let english, !word.isFirst else { return false }
    return english.knows(word.text.lowercased()) == false
  }

  /// Whether a capitalised word right beside it stands in the translation as it is: both are parts of one name.
  private func standsBesideCopied(
    _ index: Int, _ sources: [PlainWord], _ inTarget: Set<String>
  ) -> Bool {
    let word = sources[index]
    let before = index > 0 && !word.followsMark ? sources[index - 1] : nil
    // `Coupe Betfred`: French has the common noun first, and it is translated.
    let isCommon = french?.knows(word.text.lowercased()) == true
    let after =
      index + 1 < sources.count && !sources[index + 1].followsMark && !isCommon
      ? sources[index + 1] : nil
    return [before, after].contains { neighbour in
      guard let neighbour, neighbour.isCapital, !neighbour.isFirst else { return false }
      return neighbour.folded.utf8.count >= 3 && inTarget.contains(neighbour.folded)
    }
  }

  /// Whether two names begin alike and have most letters in common.
  private static func isNear(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    guard one.first == other.first else { return false }
    if one.count == other.count, zip(one, other).count(where: { $0 != $1 }) <= 2 { return true }
    return distance(one, other) <= max(1, max(one.count, other.count) / 3)
  }

  private static func isAcronym(_ word: PlainWord) -> Bool {
    word.text.utf8.allSatisfy { (0x41...0x5A).contains($0) } && word.text.utf8.count > 1
  }

  /// Whether one may come from the other: `Kurde` and `Kurds`, `marseillais` and `Marseille`.
  private static func areKin(_ one: String, _ other: String) -> Bool {
    one.prefix(3) == other.prefix(3)
  }

  /// Whether they differ as a slip of the keys does: a letter or two of the same length, or one more or less.
  private static func isSlip(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    let differing = zip(one, other).filter { $0 != $1 }
    if one.count == other.count {
      // Two letters of a short name make another name, but for neighbours that changed places.
      let areSwapped =
        differing.count == 2 && differing[0].0 == differing[1].1 && differing[0].1 == differing[1].0
      return differing.count == 1 || areSwapped || differing.count == 2 && one.count >= 6
    }
    return distance(one, other) == 1
  }

  /// Levenshtein's distance.
  static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var row = Array(0...other.count)
    for (index, letter) in one.enumerated() {
      var corner = row[0]
      row[0] = index + 1
      for place in other.indices {
        let above = row[place + 1]
        row[place + 1] = min(above + 1, row[place] + 1, corner + (letter == other[place] ? 0 : 1))
        corner = above
      }
    }
    return row[other.count]
  }
}
