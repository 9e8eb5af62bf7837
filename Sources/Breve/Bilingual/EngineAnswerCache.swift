// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveDigest
public import BreveEngines
public import BreveStore

/// What an answer of an engine depends on, as one number of 256 bits.
public struct EngineAnswerKey: Hashable, Sendable {
  /// In hexadecimal digits.
  let digest: String

  /// The key of a sentence for an engine: its name and version, the text, and the known forms and examples it was given.
  public init(_ engine: any TranslationEngine, _ sentence: EngineSentence) {
    var parts = [engine.name, engine.version ?? "", sentence.text]
    if engine.capabilities.alignsKnownForms || engine.capabilities.takesTerms {
      for form in sentence.known {
        parts.append("\(form.range.lowerBound)-\(form.range.upperBound) \(form.english)")
      }
    }
    if engine.capabilities.takesExamples {
      for example in sentence.examples { parts += [example.source, example.target] }
    }
    // Each part with its length, so that no two lists are alike.
    let bytes = parts.flatMap { Array("\($0.utf8.count):\($0)".utf8) }
    digest = SHA256.hexadecimal(bytes.span)
  }
}

/// Keeps what engines gave, so that a run with the same article asks them nothing.
public protocol EngineAnswerCache: Sendable {
  /// What is kept for keys; a cache that cannot be read has nothing.
  func answers(for keys: [EngineAnswerKey]) -> [EngineAnswerKey: EngineAnswer]

  /// Keeps answers; one that cannot be kept is asked for again.
  func keep(
    _ answers: [(key: EngineAnswerKey, answer: EngineAnswer)], of engine: any TranslationEngine)
}

/// Answers in a durable memory, beside its units and not among them.
public struct StoredAnswers: EngineAnswerCache {
  private let store: MemoryStore

  /// The answers kept in the memory at `path`.
  ///
  /// - Parameter path: Its file.
  /// - Throws: ``StoreError``.
  public init(path: String) throws(StoreError) { store = try MemoryStore(path: path, .write) }

  public func answers(for keys: [EngineAnswerKey]) -> [EngineAnswerKey: EngineAnswer] {
    let kept = (try? store.answers(for: keys.map(\.digest))) ?? [:]
    var answers: [EngineAnswerKey: EngineAnswer] = [:]
    for key in keys { answers[key] = kept[key.digest].flatMap(Self.answer) }
    return answers
  }

  public func keep(
    _ answers: [(key: EngineAnswerKey, answer: EngineAnswer)], of engine: any TranslationEngine
  ) {
    try? store.keep(
      answers: answers.map { ($0.key.digest, Self.text(of: $0.answer)) }, of: engine.label)
  }

  /// `0:3-8 1:10-12`, a line break, and the English.
  private static func text(of answer: EngineAnswer) -> String {
    answer.renderings.map { "\($0.form):\($0.range.lowerBound)-\($0.range.upperBound)" }
      .joined(separator: " ") + "\n" + answer.text
  }

  private static func answer(_ text: String) -> EngineAnswer? {
    let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let count = parts[1].utf16.count
    var renderings: [KnownRendering] = []
    for word in parts[0].split(separator: " ") {
      let numbers = word.split(whereSeparator: { $0 == ":" || $0 == "-" }).compactMap { Int($0) }
      guard numbers.count == 3, numbers[1] < numbers[2], numbers[2] <= count else { return nil }
      renderings.append(KnownRendering(form: numbers[0], range: numbers[1]..<numbers[2]))
    }
    return EngineAnswer(String(parts[1]), renderings: renderings)
  }
}
