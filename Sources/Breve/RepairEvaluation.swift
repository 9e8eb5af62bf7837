// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveMemory
public import BreveTerms
public import BreveText

/// How often repaired matches are right: pairs in which a script changed one thing, the same on both sides.
///
/// The pairs are the memory, their changed French are the articles, and their changed English is what a repair has to give.
/// The same pairs, glossary and seed give the same figures.
public struct RepairEvaluation {
  /// What became of the changed sentences of a kind.
  public struct Count: Sendable {
    public fileprivate(set) var pairs = 0
    public fileprivate(set) var right = 0
    /// Of those that are right.
    public fileprivate(set) var withFinding = 0
    public fileprivate(set) var wrong = 0
    /// Not repaired; a suggestion, or nothing.
    public fileprivate(set) var left = 0
  }

  /// A repair that is wrong.
  public struct Fault: Sendable {
    public let kind: RepairDrawing.Kind
    public let source: String
    public let expected: String
    public let got: String
    public let hasFinding: Bool
  }

  /// How many pairs were in the memory, the changed ones among them.
  public let pairsInMemory: Int
  public private(set) var counts: [RepairDrawing.Kind: Count] = [:]
  public private(set) var faults: [Fault] = []

  /// Draws pairs, changes them and has them repaired.
  ///
  /// - Parameters:
  ///   - pairs: French and English.
  ///   - glossary: The terms, and what they are exchanged for.
  ///   - wanted: So many pairs of each kind, where there are as many.
  ///   - others: So many more pairs in the memory.
  ///   - seed: Of the drawing.
  ///   - dictionaries: The French dictionary.
  /// - Throws: ``SegmentationError`` if ICU has no rules for French.
  public init(
    _ pairs: [(french: String, english: String)], glossary: Glossary,
    wanted: [RepairDrawing.Kind: Int], others: Int = 3000, seed: UInt64 = 7,
    dictionaries: SpellingDictionaries = SpellingDictionaries()
  ) throws(SegmentationError) {
    var drawing = RepairDrawing(pairs, glossary, seed: seed, dictionaries: dictionaries)
    let changed = try drawing.draw(wanted)
    var memory = SegmentMemory()
    let drawn = Set(changed.map(\.place))
    let held =
      drawing.order.lazy.filter { !drawn.contains($0) }.prefix(others) + changed.map(\.place)
    pairsInMemory = held.count
    for place in held {
      let unit = TranslationUnit(
        [Variant(.french, pairs[place].french), Variant(.english, pairs[place].english)],
        state: .imported)
      memory.add(unit, reference: UnitReference(name: String(place + 1), memory: "pairs"))
    }
    memory.prepare()
    var maker = BilingualMaker(memory: memory, glossary: glossary, dictionaries: dictionaries)
    var reader = ArticleReader(dictionaries: dictionaries)
    let summarizer = Summarizer(length: .sentences(9))
    for pair in changed {
      counts[pair.kind, default: Count()].pairs += 1
      let article = try? reader.article(pair.french, language: .french)
      let rows = article.map { maker.bilingual(summarizer.brief(of: $0)).rows } ?? []
      guard rows.count == 1, rows[0].target.label == .memoryRepaired,
        let text = rows[0].target.text
      else {
        counts[pair.kind, default: Count()].left += 1
        continue
      }
      let hasFinding = !rows[0].findings.isEmpty
      if text.words == pair.english.words {
        counts[pair.kind, default: Count()].right += 1
        if hasFinding { counts[pair.kind, default: Count()].withFinding += 1 }
      } else {
        counts[pair.kind, default: Count()].wrong += 1
        faults.append(
          Fault(
            kind: pair.kind, source: pair.french, expected: pair.english, got: text,
            hasFinding: hasFinding))
      }
    }
  }
}
