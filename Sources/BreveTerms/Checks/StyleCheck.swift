// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// What a person has to weigh: lengths far apart, quotation marks, words that were left.
enum StyleCheck {
  /// - Parameters:
  ///   - source: The French.
  ///   - target: The English.
  ///   - terms: Where the source has terms, in UTF-16 units.
  ///   - isFrenchOnly: Whether a word is French and no English; no where that cannot be told.
  /// - Returns: What was found.
  static func issues(
    source: String, target: String, terms: [Range<Int>], isFrenchOnly: (PlainWord) -> Bool
  ) -> [ConsistencyIssue] {
    let french = PlainWord.words(of: source)
    let english = PlainWord.words(of: target)
    return length(french, english) + quotation(source, target)
      + leftovers(french, english, terms) + copies(french, english, terms, isFrenchOnly)
  }

  // MARK: Length

  /// English has some 0.9 of the letters of its French; less than half or more than twice is another sentence.
  private static func length(_ french: [PlainWord], _ english: [PlainWord]) -> [ConsistencyIssue] {
    let one = french.reduce(0) { $0 + $1.folded.utf8.count }
    let other = english.reduce(0) { $0 + $1.folded.utf8.count }
    guard one >= 20, other * 2 < one || other > one * 2 else { return [] }
    return [
      ConsistencyIssue(.length, "\(other) letters of English for \(one) of French")
    ]
  }

  // MARK: Quotation marks

  private static func quotation(_ source: String, _ target: String) -> [ConsistencyIssue] {
    let (one, other) = (quotations(source), quotations(target))
    guard (one == 0) != (other == 0) else { return [] }
    return [
      ConsistencyIssue(
        .quotation,
        one == 0
          ? "the English has quotation marks, the French none"
          : "the French has quotation marks, the English none")
    ]
  }

  /// Double quotation marks, and single ones that stand before a letter and after a blank.
  private static func quotations(_ text: String) -> Int {
    var count = 0
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "«", "»", "\"", "“", "”", "„": count += 1
      case "‘", "'", "’":
        if before == " " || before == "(" { count += 1 }
      default: break
      }
      before = scalar
    }
    return count
  }

  // MARK: Leftovers

  /// Small French words in a row that stand in both: what was not translated.
  private static func leftovers(
    _ french: [PlainWord], _ english: [PlainWord], _ terms: [Range<Int>]
  ) -> [ConsistencyIssue] {
    let marked = english.indices.filter { functionWords.contains(english[$0].folded) }
    for index in marked {
      let next = index + 1
      guard next < english.count, !english[index].isCapital, !english[next].isCapital,
        french.contains(where: { $0.folded == english[index].folded }),
        french.contains(where: { $0.folded == english[next].folded })
      else { continue }
      return [
        ConsistencyIssue(
          .leftover, "'\(english[index].text) \(english[next].text)' is still French",
          target: english[index].range.lowerBound..<english[next].range.upperBound)
      ]
    }
    return []
  }

  /// Words in small letters that stand in both, are no part of a term, and which French has and English has not.
  private static func copies(
    _ french: [PlainWord], _ english: [PlainWord], _ terms: [Range<Int>],
    _ isFrenchOnly: (PlainWord) -> Bool
  ) -> [ConsistencyIssue] {
    let copied = Set(
      french.filter { word in
        !word.isCapital && word.folded.utf8.count >= 4 && !word.folded.utf8.contains { $0 < 0x61 }
          && !terms.contains { $0.overlaps(word.range) }
      }.map(\.text))
    return english.filter { copied.contains($0.text) && !functionWords.contains($0.folded) }
      .filter(isFrenchOnly)
      .map { ConsistencyIssue(.leftover, "'\($0.text)' is still French", target: $0.range) }
  }

  private static let functionWords: Set<String> = [
    "le", "la", "les", "des", "du", "de", "une", "dans", "pour", "par", "avec", "qui", "que", "est",
    "sont", "aux", "cette", "ces",
  ]
}
