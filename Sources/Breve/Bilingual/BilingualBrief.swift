// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
public import BreveTerms
public import BreveText

/// A brief with the English beside each sentence, and where that English comes from.
public struct BilingualBrief: Sendable {
  public let brief: Brief
  /// The language on the right.
  public let language: Language
  /// One a sentence, in the order of the article.
  public let rows: [BilingualRow]
  /// What has to be said of the English as a whole.
  public let notes: [Note]

  /// A brief of rows; names whose French form is another get it in brackets at their first use.
  init(brief: Brief, language: Language, rows: [BilingualRow], notes: [Note]) {
    self.brief = brief
    self.language = language
    self.notes = notes
    var writer = BracketWriter()
    self.rows = rows.map { row in
      var row = row
      row.brackets = row.target.text.map { writer.brackets(in: $0, terms: row.terms) } ?? []
      return row
    }
  }
}

/// A sentence and its English.
public struct BilingualRow: Sendable {
  public let source: RankedSegment
  public let target: RowTarget
  /// The terms of the glossary in the sentence, in its order.
  public let terms: [RowTerm]
  /// What a person has to look at; none without English.
  public let findings: [ConsistencyIssue]
  /// The days and numbers of the sentence in English form, in its order.
  public let facts: [RowFact]
  /// What else is known of parts of it, in its order.
  public let hints: [RowHint]
  /// What is shown in the English beside what was kept, in its order; ``RowTarget/text`` is without it.
  public internal(set) var brackets: [RowBracket] = []

  init(
    source: RankedSegment, target: RowTarget, terms: [RowTerm] = [],
    findings: [ConsistencyIssue] = [], facts: [RowFact] = [], hints: [RowHint] = []
  ) {
    self.source = source
    self.target = target
    self.terms = terms
    self.findings = findings
    self.facts = facts
    self.hints = hints
  }
}

/// The English of a row, or why there is none.
public struct RowTarget: Sendable {
  /// Where an English sentence comes from.
  public enum Label: String, Sendable, CaseIterable {
    /// A unit of the memory with the same text between the same neighbours.
    case memoryContext = "memory-context"
    /// A unit of the memory with the same text.
    case memoryExact = "memory-exact"
    /// A unit like it, in which numbers, dates, names or terms were put in the place of others.
    case memoryRepaired = "memory-repaired"
    /// Not translated; a unit like it is given as a suggestion.
    case memoryFuzzy = "memory-fuzzy"
    /// A translation engine.
    case engine
    /// Not translated; what is known of the sentence stands in its terms.
    case termsOnly = "terms-only"
  }

  /// The English sentence; nil where it is not translated.
  public let text: String?
  public let label: Label
  /// How like the unit of the memory is; nil where there is none.
  public let rate: MatchRate?
  /// The unit, by its name or number, and the memory it is in.
  public let unit: UnitReference?
  public let state: UnitState?
  /// The name of the engine.
  public let engine: String?
  /// What was put in the place of what.
  public let repairs: [MatchRepair]
  /// The unit that is most like the sentence, where that is not the same.
  public let suggestion: Suggestion?

  init(
    text: String? = nil, label: Label, rate: MatchRate? = nil, unit: UnitReference? = nil,
    state: UnitState? = nil, engine: String? = nil, repairs: [MatchRepair] = [],
    suggestion: Suggestion? = nil
  ) {
    self.text = text
    self.label = label
    self.rate = rate
    self.unit = unit
    self.state = state
    self.engine = engine
    self.repairs = repairs
    self.suggestion = suggestion
  }
}

/// Which unit of which memory.
public struct UnitReference: Hashable, Sendable {
  /// The name it has (`tuid`), or its number in the memory.
  public let name: String
  /// The file name of the memory.
  public let memory: String

  /// The unit `name` of `memory`.
  public init(name: String, memory: String) {
    self.name = name
    self.memory = memory
  }
}

/// A part of a unit's English that was replaced.
public struct MatchRepair: Hashable, Sendable {
  /// `number`, `date`, `name` or `term`.
  public let kind: String
  public let before: String
  public let after: String
}

/// A unit that is like a sentence, offered and never taken.
public struct Suggestion: Hashable, Sendable {
  public let source: String
  public let target: String
  public let rate: MatchRate
  public let unit: UnitReference
  public let state: UnitState
  /// From the unit's source to the sentence.
  public let difference: WordDiff
}

/// A term of a row.
public struct RowTerm: Sendable {
  public let match: TermMatch
  /// Where it stands in the sentence as it is shown, in UTF-16 units.
  public let range: Range<Int>
  /// Whether an allowed rendering of it stands in the English; nil where there is no English.
  public let isRendered: Bool?
}

/// A day or a number of a sentence in English form.
public struct RowFact: Hashable, Sendable {
  public let source: String
  public let target: String
  /// Where it stands in the sentence as it is shown, in UTF-16 units.
  public let range: Range<Int>
  /// Whether it is a day; else it is a number.
  public let isDate: Bool
  /// What is odd about it, as `that day was a Thursday`.
  public var note: String?
  /// Other ways to write ``target``; all facts of a kind have theirs in the same order.
  var otherForms: [String] = []
}

extension BilingualBrief {
  /// How many rows have each label, in the order of the labels; labels that no row has are left out.
  public var coverage: [(label: RowTarget.Label, count: Int)] {
    RowTarget.Label.allCases.compactMap { label in
      let count = rows.count { $0.target.label == label }
      return count > 0 ? (label, count) : nil
    }
  }

  /// How many terms stand in the rows that have English, and how many of them are rendered.
  public var termCoverage: (rendered: Int, all: Int) {
    var counts = (rendered: 0, all: 0)
    for row in rows {
      // A form of several concepts counts once.
      var last: Range<Int>?
      for term in row.terms where term.range != last {
        last = term.range
        guard let isRendered = term.isRendered else { continue }
        counts.all += 1
        if isRendered
          || row.terms.contains(where: { $0.range == term.range && $0.isRendered == true })
        {
          counts.rendered += 1
        }
      }
    }
    return counts
  }
}
