// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveFormats
internal import BreveTerms
public import BreveText

/// How well the terms that people found in texts are found: entry and range must be the same.
public struct RecognitionEvaluation: Sendable {
  public struct Failure: Sendable {
    public let example: RecognitionCases.Case
    public let missed: [RecognitionCases.Found]
    public let wrong: [RecognitionCases.Found]
  }

  public private(set) var cases = 0
  public private(set) var expected = 0
  public private(set) var found = 0
  public private(set) var right = 0
  /// The cases with something missed or wrong.
  public private(set) var failures: [Failure] = []

  /// Scores Breve on `cases`, each a glossary of its own, read as running text.
  ///
  /// - Throws: ``SegmentationError`` if ICU has no rules for French.
  public init(
    _ cases: RecognitionCases, dictionaries: SpellingDictionaries
  ) throws(SegmentationError) {
    var options = ReadingOptions()
    options.structure = .plain
    var reader = DocumentReader(options: options, dictionaries: dictionaries)
    for example in cases.cases {
      let document = try reader.document(SourceText(example.text), language: .french)
      var recognizer = TermRecognizer(
        Glossary(pairs: example.pairs), dictionaries: dictionaries, includesLocaleNames: false)
      let found = recognizer.matches(in: document).map {
        RecognitionCases.Found(entry: $0.pair.id, range: $0.range.utf16)
      }
      let missed = example.expected.filter { !found.contains($0) }
      let wrong = found.filter { !example.expected.contains($0) }
      self.cases += 1
      expected += example.expected.count
      self.found += found.count
      right += found.count - wrong.count
      if !missed.isEmpty || !wrong.isEmpty {
        failures.append(Failure(example: example, missed: missed, wrong: wrong))
      }
    }
  }

  /// The share of what was found that is right; 1 where nothing was found.
  public var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
  /// The share of what is there that was found; 1 where nothing is there.
  public var recall: Double { expected == 0 ? 1 : Double(right) / Double(expected) }
  /// The harmonic mean of ``precision`` and ``recall``.
  public var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }
}
