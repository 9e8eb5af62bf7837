// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveTerms

/// Translations compared with references, and what is against them.
public struct TranslationEvaluation: Sendable {
  /// Translated, or not.
  public private(set) var sentences = 0
  public private(set) var translated = 0
  /// Terms found in the source, stretch by stretch.
  public private(set) var terms = 0
  /// Those whose preferred English stands in the translation.
  public private(set) var preferred = 0
  /// The findings by their kind.
  public private(set) var findings: [ConsistencyIssue.Kind: Int] = [:]
  /// Terms, days and numbers that were put into the engine's English.
  public private(set) var replacements = 0
  /// The terms that are missing: the French, the preferred English, and the translation.
  public private(set) var missing: [(source: String, target: String, text: String)] = []
  private var bleuOfCorpus = Bleu()
  private var chrfOfCorpus = Chrf()

  /// An evaluation of nothing.
  public init() {}

  /// As sacrebleu's `BLEU`, from 0 to 100.
  public var bleu: Double { bleuOfCorpus.score }
  /// As sacrebleu's `chrF2`, from 0 to 100.
  public var chrf: Double { chrfOfCorpus.score }

  /// Adds a sentence.
  ///
  /// - Parameters:
  ///   - text: The translation; nil counts as an empty one.
  ///   - reference: What it is compared with.
  ///   - terms: The terms of the source.
  ///   - repairs: What was put into it.
  ///   - findings: What is against it.
  ///   - hasPreferred: Whether the preferred English of a term stands in a text.
  public mutating func add(
    _ text: String?, reference: String, terms: [(match: TermMatch, range: Range<Int>)],
    repairs: Int, findings: [ConsistencyIssue], hasPreferred: (TermMatch, String) -> Bool
  ) {
    sentences += 1
    if text != nil { translated += 1 }
    let text = text ?? ""
    bleuOfCorpus.add(text, reference: reference)
    chrfOfCorpus.add(text, reference: reference)
    replacements += repairs
    for finding in findings { self.findings[finding.kind, default: 0] += 1 }
    var index = 0
    while index < terms.count {
      var end = index + 1
      while end < terms.count, terms[end].range == terms[index].range { end += 1 }
      self.terms += 1
      if terms[index..<end].contains(where: { hasPreferred($0.match, text) }) {
        preferred += 1
      } else {
        missing.append((terms[index].match.text, terms[index].match.translation, text))
      }
      index = end
    }
  }
}
