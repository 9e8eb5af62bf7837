// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveTerms

/// A sentence for an engine, with what is known of its English.
public struct EngineSentence: Hashable, Sendable {
  /// The French, on one line.
  public let text: String
  /// Terms, days and numbers of ``text``, in its order; no two overlap.
  public let known: [KnownForm]
  /// The pairs of the memory that are most like it, best first, for engines that learn from examples.
  public let examples: [EngineExample]

  /// A sentence.
  ///
  /// - Parameters:
  ///   - text: The French; line breaks in it become blanks.
  ///   - known: Forms with ranges of `text`; those that overlap an earlier one are left out.
  ///   - examples: Pairs of the memory.
  public init(_ text: String, known: [KnownForm] = [], examples: [EngineExample] = []) {
    self.text = String(
      decoding: text.utf8.map { $0 == 0x0A || $0 == 0x0D || $0 == 0 ? 0x20 : $0 }, as: UTF8.self)
    var kept: [KnownForm] = []
    for form in known.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where !form.range.isEmpty
      && kept.last.map({ $0.range.upperBound <= form.range.lowerBound }) ?? true
    {
      kept.append(form)
    }
    self.known = kept
    self.examples = examples
  }
}

/// A stretch of a sentence whose English is known.
public struct KnownForm: Hashable, Sendable {
  /// What is known of it.
  public enum Kind: Hashable, Sendable {
    /// The concepts of the glossary that it may mean, the likeliest first; never none.
    case term([TermMatch])
    case date
    case number
  }

  public let kind: Kind
  /// Where it stands in the sentence, in UTF-16 units.
  public let range: Range<Int>
  /// The stretch itself.
  public let source: String
  /// Its English; of a term in the dictionary form.
  public let english: String
  /// Other ways to write ``english`` that are as good.
  public let otherForms: [String]

  /// The concepts that one stretch may mean.
  public init(term matches: [TermMatch], range: Range<Int>) {
    kind = .term(matches)
    self.range = range
    source = matches.first?.text ?? ""
    let best = matches.first { $0.pair.status == .preferred } ?? matches.first
    english = best?.translation ?? ""
    otherForms = matches.map(\.translation).filter { $0 != best?.translation }
  }

  /// A day or a number.
  public init(
    _ source: String, english: String, otherForms: [String] = [], isDate: Bool, range: Range<Int>
  ) {
    kind = isDate ? .date : .number
    self.range = range
    self.source = source
    self.english = english
    self.otherForms = otherForms
  }
}

/// A pair of the memory that shows an engine how such sentences are translated.
public struct EngineExample: Hashable, Sendable {
  public let source: String
  public let target: String

  /// A pair.
  public init(source: String, target: String) {
    self.source = source
    self.target = target
  }
}
