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

  /// The same glossary from `source` to `target`: as it is, turned round, or nil if it is of other languages.
  ///
  /// Languages are compared without their regions; the result has those that are asked for. Turned round, the variants
  /// of both sides change places, and the gender, which is that of the old source, is dropped.
  public func turned(from source: Language, to target: Language) -> Glossary? {
    var glossary = self
    glossary.sourceLanguage = source
    glossary.targetLanguage = target
    if sourceLanguage.primary == source.primary, targetLanguage.primary == target.primary {
      return glossary
    }
    guard sourceLanguage.primary == target.primary, targetLanguage.primary == source.primary else {
      return nil
    }
    glossary.pairs = pairs.map(\.turned)
    return glossary
  }
}

extension TermPair {
  /// With source and target in each other's place, and without the gender, which is that of the old source.
  package var turned: TermPair {
    var turned = self
    turned.source = target
    turned.target = source
    turned.sourceVariants = targetVariants
    turned.targetVariants = sourceVariants
    turned.gender = ""
    return turned
  }
}
