// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveTerms
internal import BreveText

/// Turns the English of a unit that is like a sentence into the English of the sentence, where nothing but numbers, days,
/// names and terms differ; else it does nothing.
///
/// Each part that differs has to stand once in the unit's French and once in its English, in the form that the rules or the
/// glossary give; that is the alignment.
/// - Source: the deterministic part of fuzzy-match repair (Ortega, Sánchez-Martínez and Forcada 2014).
struct MatchRepairer {
  /// A text with what is known of its parts.
  struct Side {
    let text: String
    /// UTF-16 units.
    let terms: [(match: TermMatch, range: Range<Int>)]
    let facts: [RowFact]
  }

  /// A part of a text that has an English form.
  private struct Part: Equatable {
    let kind: String
    let source: String
    /// How English may write it; those of two parts of a kind go together.
    let english: [String]
    let range: Range<Int>
    /// Whether its English is made by rule, from its digits: a day or a number.
    var isOfRule: Bool { kind == "date" || kind == "number" }
    /// What has to be alike for one to stand in the place of the other: the word class of a term.
    let group: String
  }

  /// The English of `sentence` made from that of `unit`.
  ///
  /// - Parameters:
  ///   - unit: The French of the unit.
  ///   - english: Its English.
  ///   - sentence: The French to be translated.
  /// - Returns: Nil if anything else differs, or a part has no certain place in the English.
  static func repaired(
    _ unit: Side, english: String, for sentence: Side
  ) -> (text: String, repairs: [MatchRepair])? {
    let old = Pieces(unit.text)
    let new = Pieces(sentence.text)
    guard let spans = differences(old.keys, new.keys) else { return nil }
    let oldParts = parts(of: unit)
    let newParts = parts(of: sentence)
    var text = english
    var repairs: [MatchRepair] = []
    var done: [Range<Int>] = []
    for span in spans {
      guard let before = part(covering: old.range(of: span.old), in: oldParts),
        let after = part(covering: new.range(of: span.new), in: newParts),
        before.kind == after.kind, before.group == after.group,
        before.isOfRule || coverTheSame(before, old, span.old, after, new, span.new)
      else { return nil }
      // Two differences inside of one date are one repair.
      if done.contains(before.range) { continue }
      guard unit.text.count(of: before.source) == 1,
        let (form, other) = zip(before.english, after.english).first(where: {
          text.count(of: $0.0) == 1 && (before.isOfRule || text.count(ofWordsLike: $0.0) == 1)
        }), let changed = replacing(form, by: other, in: text)
      else { return nil }
      text = changed
      done.append(before.range)
      repairs.append(MatchRepair(kind: before.kind, before: form, after: other))
    }
    return repairs.isEmpty ? nil : (text, repairs)
  }

  // MARK: Parts

  private static func parts(of side: Side) -> [Part] {
    var parts = side.facts.filter { $0.note == nil }.map { fact in
      Part(
        kind: fact.isDate ? "date" : "number", source: fact.source,
        english: [fact.target] + fact.otherForms,
        range: fact.range, group: "")
    }
    for term in side.terms where !parts.contains(where: { $0.range.overlaps(term.range) }) {
      let pair = term.match.pair
      guard pair.status == .preferred else { continue }
      let isName = pair.partOfSpeech == .name || pair.partOfSpeech == .acronym
      // An inflected form may be inflected in English too: the rules do not know how.
      guard isName || term.match.text.lowercased() == pair.source.lowercased() else { continue }
      parts.append(
        Part(
          kind: isName ? "name" : "term", source: term.match.text,
          english: [term.match.translation], range: term.range,
          group: isName ? "name" : pair.partOfSpeech?.rawValue ?? ""))
    }
    // `en mars`: months that stand alone.
    for month in EnglishForm.months(in: side.text)
    where !parts.contains(where: { $0.range.overlaps(month.range) }) {
      parts.append(
        Part(
          kind: "date", source: month.source, english: [month.english], range: month.range,
          group: ""))
    }
    for number in side.text.wholeNumbers
    where !parts.contains(where: { $0.range.overlaps(number.range) })
      && !side.facts.contains(where: { $0.range.overlaps(number.range) })
    {
      parts.append(
        Part(
          kind: "number", source: number.text, english: [number.text], range: number.range,
          group: "")
      )
    }
    return parts
  }

  /// The smallest part that holds all of `range`.
  private static func part(covering range: Range<Int>, in parts: [Part]) -> Part? {
    parts.filter {
      $0.range.lowerBound <= range.lowerBound && $0.range.upperBound >= range.upperBound
    }
    .min { $0.range.count < $1.range.count }
  }

  /// Whether two parts reach equally far beyond what differs: `Convention de Genève`, a name, is not `Niamey` of `Convention
  /// de Niamey`, which is none.
  private static func coverTheSame(
    _ one: Part, _ old: Pieces, _ oldSpan: Range<Int>, _ other: Part, _ new: Pieces,
    _ newSpan: Range<Int>
  ) -> Bool {
    let (left, right) = (old.range(of: oldSpan), new.range(of: newSpan))
    return old.count(in: one.range.lowerBound..<left.lowerBound)
      == new.count(in: other.range.lowerBound..<right.lowerBound)
      && old.count(in: left.upperBound..<one.range.upperBound)
        == new.count(in: right.upperBound..<other.range.upperBound)
  }

  // MARK: Text

  /// `text` with `old` replaced, if it stands in it once, as words of its own, and no article before it has to change.
  private static func replacing(_ old: String, by new: String, in text: String) -> String? {
    guard !old.isEmpty, text.count(of: old) == 1, let range = text.range(ofWords: old) else {
      return nil
    }
    let before = text[..<range.lowerBound].split(separator: " ").last.map { $0.lowercased() }
    if before == "a" || before == "an", startsWithVowel(old) != startsWithVowel(new) { return nil }
    return text[..<range.lowerBound] + new + text[range.upperBound...]
  }

  private static func startsWithVowel(_ text: String) -> Bool {
    text.first.map { "aeiouAEIOU8".contains($0) } ?? false
  }

  // MARK: Differences

  /// The words and marks of a text with their places.
  private struct Pieces {
    let keys: [String]
    private let ranges: [Range<Int>]

    init(_ text: String) {
      var keys: [String] = []
      var ranges: [Range<Int>] = []
      let units = Array(text.utf16)
      let classes = CharacterClass.table
      var index = 0
      while index < units.count {
        if CharacterClass.isWhite(units[index]) {
          index += 1
          continue
        }
        let start = index
        index += 1
        if classes[Int(units[start])].isWordPart {
          while index < units.count, classes[Int(units[index])].isWordPart { index += 1 }
        }
        keys.append(SegmentKey(String(decoding: units[start..<index], as: UTF16.self)).text)
        ranges.append(start..<index)
      }
      self.keys = keys
      self.ranges = ranges
    }

    /// How many pieces stand in a range of the text.
    func count(in range: Range<Int>) -> Int {
      ranges.count { $0.lowerBound >= range.lowerBound && $0.upperBound <= range.upperBound }
    }

    func range(of span: Range<Int>) -> Range<Int> {
      ranges[span.lowerBound].lowerBound..<ranges[span.upperBound - 1].upperBound
    }
  }

  private static let mostPieces = 400

  /// The stretches that differ, in order, all of them replacements; nil if anything was only added or taken away.
  private static func differences(
    _ old: [String], _ new: [String]
  ) -> [(old: Range<Int>, new: Range<Int>)]? {
    guard old.count <= mostPieces, new.count <= mostPieces else { return nil }
    // The lengths of the longest common subsequences of the rests.
    let width = new.count + 1
    var table = [Int](repeating: 0, count: (old.count + 1) * width)
    for one in old.indices.reversed() {
      for other in new.indices.reversed() {
        table[one * width + other] =
          old[one] == new[other]
          ? table[(one + 1) * width + other + 1] + 1
          : max(table[(one + 1) * width + other], table[one * width + other + 1])
      }
    }
    var spans: [(old: Range<Int>, new: Range<Int>)] = []
    var (one, other) = (0, 0)
    while one < old.count || other < new.count {
      if one < old.count, other < new.count, old[one] == new[other] {
        (one, other) = (one + 1, other + 1)
        continue
      }
      let start = (one, other)
      while one < old.count || other < new.count {
        if one < old.count, other < new.count, old[one] == new[other] { break }
        let skipsOld = one < old.count ? table[(one + 1) * width + min(other, new.count)] : -1
        let skipsNew = other < new.count ? table[min(one, old.count) * width + other + 1] : -1
        if skipsOld >= skipsNew { one += 1 } else { other += 1 }
      }
      guard one > start.0, other > start.1 else { return nil }
      spans.append((start.0..<one, start.1..<other))
    }
    return spans
  }
}

extension String {
  /// Where `part` stands first in it as words of its own.
  func range(ofWords part: String) -> Range<String.Index>? {
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      let before = self[..<range.lowerBound].unicodeScalars.last
      let after = self[range.upperBound...].unicodeScalars.first
      let joinsBefore = before.map { CharacterClass.of($0).isWordPart } ?? false
      let joinsAfter = after.map { CharacterClass.of($0).isWordPart } ?? false
      if !joinsBefore, !joinsAfter { return range }
      rest = rest[range.upperBound...]
    }
    return nil
  }

  /// How often `part` stands in it as words of its own.
  fileprivate func count(of part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      let before = self[..<range.lowerBound].unicodeScalars.last
      let after = self[range.upperBound...].unicodeScalars.first
      let joinsBefore = before.map { CharacterClass.of($0).isWordPart } ?? false
      let joinsAfter = after.map { CharacterClass.of($0).isWordPart } ?? false
      if !joinsBefore, !joinsAfter { count += 1 }
      rest = rest[range.upperBound...]
    }
    return count
  }

  /// How often words begin with `part`, whatever their capitals: `damage` and `damages` are two.
  fileprivate func count(ofWordsLike part: String) -> Int {
    let wanted = part.lowercased()
    let text = lowercased()
    var count = 0
    var rest = text[...]
    while let range = rest.firstRange(of: wanted) {
      let before = text[..<range.lowerBound].unicodeScalars.last
      if !(before.map { CharacterClass.of($0).isWordPart } ?? false) { count += 1 }
      rest = rest[range.upperBound...]
    }
    return count
  }

  /// The numbers of digits alone, in UTF-16 units.
  fileprivate var wholeNumbers: [(text: String, range: Range<Int>)] {
    let units = Array(utf16)
    let classes = CharacterClass.table
    var numbers: [(text: String, range: Range<Int>)] = []
    var index = 0
    while index < units.count {
      let start = index
      var isNumber = true
      while index < units.count, classes[Int(units[index])].isWordPart {
        isNumber = isNumber && units[index] >= 0x30 && units[index] <= 0x39
        index += 1
      }
      if index > start, isNumber {
        numbers.append((String(decoding: units[start..<index], as: UTF16.self), start..<index))
      }
      if index == start { index += 1 }
    }
    return numbers
  }
}
