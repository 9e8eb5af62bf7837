// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
internal import BreveTerms

/// What is known of a part of a sentence besides terms, days and numbers.
public struct RowHint: Hashable, Sendable {
  /// Where it is known from.
  public enum Kind: String, Sendable {
    /// A person by their title and surname, whose full name the article said before.
    case name
    /// A unit of the memory that stands in the sentence as a part of it.
    case memory
  }

  public let kind: Kind
  public let source: String
  public let target: String
  /// Where it stands in the sentence as it is shown, in UTF-16 units.
  public let range: Range<Int>
  /// The unit it is from; nil for a name.
  public let unit: UnitReference?
  public let state: UnitState?
}

/// The French form of a name, to be shown in brackets behind its English, where a brief uses that for the first time.
public struct RowBracket: Hashable, Sendable {
  /// As `CEDEAO`.
  public let source: String
  /// As `ECOWAS`.
  public let target: String
  public let entry: String
  /// Where it is to be put into the English, in UTF-16 units.
  public let offset: Int
  /// What is to be put there, as ` (CEDEAO)`.
  public let insertion: String
}

extension BilingualRow {
  /// The English with the French forms in brackets, in pieces: as it is kept, and what was added.
  var shownEnglish: [(text: String, isAdded: Bool)] {
    guard let text = target.text else { return [] }
    let units = Array(text.utf16)
    var pieces: [(text: String, isAdded: Bool)] = []
    var done = 0
    for bracket in brackets {
      pieces.append((String(decoding: units[done..<bracket.offset], as: UTF16.self), false))
      pieces.append((bracket.insertion, true))
      done = bracket.offset
    }
    pieces.append((String(decoding: units[done...], as: UTF16.self), false))
    return pieces
  }
}

/// Puts the French forms of names into the English of a brief, each at its first use.
struct BracketWriter {
  private var done: Set<String> = []
  /// Places and people are the same to a reader of either language.
  private static let plain: Set<String> = ["places", "persons", "demonyms", "offices"]

  /// The brackets of the next row, by their places.
  ///
  /// - Parameters:
  ///   - english: The English of the row.
  ///   - terms: Its terms.
  /// - Returns: At most one a place.
  mutating func brackets(in english: String, terms: [RowTerm]) -> [RowBracket] {
    var brackets: [RowBracket] = []
    for term in terms {
      let pair = term.match.pair
      guard Self.isForeign(pair), !done.contains(pair.source) else { continue }
      let targets = ([pair.target] + pair.targetVariants).filter { !$0.isEmpty }
      guard let (target, range) = Self.first(of: targets, in: english) else { continue }
      done.insert(pair.source)
      guard english.firstRange(of: pair.source) == nil,
        let insertion = Self.insertion(of: pair.source, behind: range, in: english)
      else { continue }
      brackets.append(
        RowBracket(
          source: pair.source, target: target, entry: pair.id,
          offset: english.utf16.distance(from: english.startIndex, to: range.upperBound),
          insertion: insertion))
    }
    var last = -1
    return brackets.sorted { ($0.offset, $0.source) < ($1.offset, $1.source) }.filter { bracket in
      defer { last = bracket.offset }
      return bracket.offset != last
    }
  }

  /// Whether the term is an acronym, or the name of something that is neither a place nor a person, with other letters in
  /// English; ICU names places only.
  private static func isForeign(_ pair: TermPair) -> Bool {
    guard pair.status == .preferred, !pair.isUntranslated, !pair.id.hasPrefix("icu:"),
      pair.partOfSpeech == .acronym || pair.partOfSpeech == .name, !plain.contains(pair.domain)
    else { return false }
    return PlainLetters.of(pair.source) != PlainLetters.of(pair.target)
  }

  /// The target that stands first in the English, as words of its own.
  private static func first(
    of targets: [String], in english: String
  ) -> (target: String, range: Range<String.Index>)? {
    targets.compactMap { target in english.range(ofWords: target).map { (target, $0) } }
      .min { $0.1.lowerBound < $1.1.lowerBound }
  }

  /// What is put in; nil where brackets follow already, or a part of the word.
  private static func insertion(
    of source: String, behind range: Range<String.Index>, in english: String
  ) -> String? {
    let after = english[range.upperBound...]
    if after.hasPrefix(" (") || after.hasPrefix("(") { return nil }
    if let next = after.unicodeScalars.first, ["'", "’", "-", "/"].contains(next) { return nil }
    if english[..<range.lowerBound].last == "(", after.first == ")" {
      return ", in French \(source)"
    }
    return " (\(source))"
  }
}

/// Letters without accents and capitals, for words that are the same in two languages.
enum PlainLetters {
  static func of(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if let plain = accents[scalar] {
        out.append(plain)
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        out.append(scalar)
      }
    }
    return String(out)
  }

  private static let accents: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (plain, accented) in [
      ("a", "àáâãäå"), ("c", "ç"), ("e", "èéêë"), ("i", "ìíîï"), ("n", "ñ"), ("o", "òóôõö"),
      ("u", "ùúûü"), ("y", "ýÿ"),
    ] as [(Unicode.Scalar, String)] {
      for scalar in accented.unicodeScalars { table[scalar] = plain }
    }
    return table
  }()
}
