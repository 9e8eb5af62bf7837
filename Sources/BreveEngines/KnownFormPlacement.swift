// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveTerms

/// Puts the known English of terms, days and numbers in the place of what an engine made of them.
///
/// It does so only where it is certain which stretch stands for which form: by the engine's own word, or because the French
/// form or a deprecated rendering stands in the English. Each replacement is told.
public struct KnownFormPlacement {
  /// Something that was replaced.
  public struct Replacement: Hashable, Sendable {
    /// `term`, `date` or `number`.
    public let kind: String
    public let before: String
    public let after: String
  }

  private let checker: TranslationChecker

  /// A placement that knows by `checker` what may be called what.
  public init(_ checker: TranslationChecker) { self.checker = checker }

  /// The English with the known forms in it.
  ///
  /// - Parameters:
  ///   - sentence: What the engine was asked.
  ///   - answer: What it gave.
  /// - Returns: The text, and what was replaced in it, in its order; forms that have no certain place are left alone.
  public func placed(
    _ sentence: EngineSentence, _ answer: EngineAnswer
  ) -> (text: String, replacements: [Replacement]) {
    let english = EnglishUnits(answer.text)
    var edits: [(range: Range<Int>, text: String, kind: String)] = []
    for (index, form) in sentence.known.enumerated() {
      let stretches = merged(
        answer.renderings.filter { $0.form == index && $0.range.upperBound <= english.count }
          .map(\.range), english)
      guard let range = stretches.first ?? found(form, in: answer.text, english) else { continue }
      // A form in two places has no certain one, unless only the engine's small words went astray.
      guard stretches.count < 2 || stretches.dropFirst().allSatisfy({ english[$0].isEmpty }) else {
        continue
      }
      guard let edit = edit(form, range, english) else { continue }
      edits.append((edit.range, edit.text, Self.name(form.kind)))
    }
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    var text = ""
    var done = 0
    var replacements: [Replacement] = []
    for edit in edits where edit.range.lowerBound >= done {
      text += english[done..<edit.range.lowerBound] + edit.text
      done = edit.range.upperBound
      replacements.append(
        Replacement(kind: edit.kind, before: english[edit.range], after: edit.text))
    }
    return (text + english[done..<english.count], replacements)
  }

  private static func name(_ kind: KnownForm.Kind) -> String {
    switch kind {
    case .term: "term"
    case .date: "date"
    case .number: "number"
    }
  }

  /// Stretches with nothing but blanks and marks between them, as one.
  private func merged(_ ranges: [Range<Int>], _ english: EnglishUnits) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, last.upperBound <= range.lowerBound,
        !english.hasWord(in: last.upperBound..<range.lowerBound)
      {
        merged[merged.count - 1] = last.lowerBound..<range.upperBound
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// Where the French form, or a deprecated rendering of it, stands in the English; nil if nowhere, or in two places.
  private func found(_ form: KnownForm, in text: String, _ english: EnglishUnits) -> Range<Int>? {
    if case .term(let matches) = form.kind {
      if matches.contains(where: { checker.hasPreferred($0, in: text) }) { return nil }
      for match in matches {
        if let range = checker.deprecatedRange(match, in: text) { return range }
      }
    }
    if isGood(form, text) { return nil }
    return english.onlyPlace(of: form.source)
  }

  /// What to write for a stretch; nil if it is right as it is.
  private func edit(
    _ form: KnownForm, _ range: Range<Int>, _ english: EnglishUnits
  ) -> (range: Range<Int>, text: String)? {
    var range = range
    let stretch = english[range]
    guard case .term(let matches) = form.kind else {
      if isGood(form, stretch) { return nil }
      return (range, form.english)
    }
    guard let best = matches.first(where: { $0.pair.status == .preferred }) ?? matches.first,
      !form.english.isEmpty, !form.english.hasPlaceholder
    else { return nil }
    let isRight = matches.contains { checker.hasPreferred($0, in: stretch) }
    var text = stretch
    if !isRight {
      guard
        let inflected = TermForm.text(of: best, for: stretch, after: english.words(before: range))
      else { return nil }
      text = inflected
    }
    let before = english.wordRange(before: range)
    let article = before.map { english[$0].lowercased() }
    if best.isPlace {
      let takesArticle = EnglishArticle.stands(before: form.english)
      if article == "the", !takesArticle, let before {
        range = before.lowerBound..<range.upperBound
      } else if takesArticle, !text.lowercased().hasPrefix("the "),
        article.map({ EnglishArticle.canPrecede.contains($0) }) ?? true
      {
        text = "the " + text
      }
    } else if !isRight, let before, let article, article == "a" || article == "an" {
      let right = EnglishArticle.indefinite(before: text)
      if right != article {
        range = before.lowerBound..<range.upperBound
        text = right + " " + text
      }
    } else if !isRight, article == "the", text.lowercased().hasPrefix("the ") {
      text = String(text.dropFirst(4))
    }
    if !english.hasWord(in: 0..<range.lowerBound) {
      text = text.prefix(1).uppercased() + text.dropFirst()
    }
    return text == english[range] ? nil : (range, text)
  }

  /// Whether one of the forms of a day or number stands in `text`.
  private func isGood(_ form: KnownForm, _ text: String) -> Bool {
    ([form.english] + form.otherForms).contains { EnglishUnits(text).place(of: $0) != nil }
  }
}

extension String {
  /// Whether it has a word that stands for another: `relieve of one's duties`.
  fileprivate var hasPlaceholder: Bool {
    split(separator: " ").contains {
      $0 == "one's" || $0 == "oneself" || $0 == "sb" || $0 == "sth"
    }
  }
}

extension TermMatch {
  /// Whether it is a country or a town.
  var isPlace: Bool {
    if pair.domain == "places" { return pair.partOfSpeech == .name }
    guard pair.id.hasPrefix("icu:") else { return false }
    let code = pair.id.dropFirst(4).utf8
    return code.count == 2 && code.allSatisfy { (0x41...0x5A).contains($0) }
  }
}
