// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveText

/// Terms of one language with their renderings in another.
public struct Glossary: Hashable, Sendable {
  /// The language of ``TermPair/source``.
  public var sourceLanguage: Language
  /// The language of ``TermPair/target``.
  public var targetLanguage: Language
  /// The pairs, in the order of the file.
  public var pairs: [TermPair]

  /// A glossary of `pairs`.
  public init(
    from sourceLanguage: Language = .french, to targetLanguage: Language = .english,
    pairs: [TermPair] = []
  ) {
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.pairs = pairs
  }

  /// The pairs of the concept `id`, in order.
  public func pairs(of id: String) -> [TermPair] { pairs.filter { $0.id == id } }
}
