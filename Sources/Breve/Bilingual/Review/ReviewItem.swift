// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
internal import BreveTerms
public import BreveText

/// A sentence of a bilingual brief as a reviewer sees it.
public struct ReviewItem: Sendable {
  public let source: String
  public let language: Language
  /// The name of the article without folder and ending.
  public let document: String?
  /// Where the sentence stands in the article's file, in UTF-8 bytes.
  public let range: Range<Int>?
  /// The segments before and after it; nil where there is none, or none is known.
  public internal(set) var previous: String?
  public internal(set) var next: String?
  /// The English that may be accepted; nil where the sentence is not translated.
  public let english: String?
  public let label: RowTarget.Label
  /// The label with rate and state.
  public let labelInWords: String
  /// The unit that the English, or else the suggestion, is from.
  public let unit: UnitReference?
  public let state: UnitState?
  /// The English of a unit that is like the sentence.
  public let suggestion: String?
  /// What is known of the sentence, as `CEDEAO = ECOWAS`.
  public let known: [String]
  /// What was found in the English.
  public let findings: [String]
  /// Where the English comes from, a statement a line.
  public let reasons: [String]

  /// Whether a person has looked the English over already, as a translation of this sentence in this place.
  public var isReviewed: Bool {
    label == .memoryContext && (state == .reviewed || state == .approved)
  }

  /// The English that can be rejected.
  public var proposal: String? { english ?? suggestion }
}

extension BilingualBrief {
  /// The rows, to be looked over one by one.
  public var reviewItems: [ReviewItem] {
    let document = brief.article.document
    return rows.map { row in
      let number = document.segments.firstIndex(of: row.source.segment) ?? 0
      let (previous, next) = BilingualMaker.neighbours(of: number, in: document)
      let target = row.target
      return ReviewItem(
        source: row.source.segment.text, language: document.language,
        document: brief.article.path.map { Brief.stem($0) }, range: row.source.segment.range.utf8,
        previous: previous, next: next, english: target.text, label: target.label,
        labelInWords: target.labelInWords, unit: target.unit ?? target.suggestion?.unit,
        state: target.state ?? target.suggestion?.state,
        suggestion: target.suggestion?.target,
        known: row.knownForms.map(\.inWords),
        findings: row.findings.map(\.inWords), reasons: Self.reasons(target))
    }
  }

  private static func reasons(_ target: RowTarget) -> [String] {
    var reasons = [target.label.meaning]
    if let unit = target.unit ?? target.suggestion?.unit {
      reasons.append("unit \(unit.name) of \(unit.memory)")
    }
    if let suggestion = target.suggestion {
      reasons.append(
        "the unit is \(suggestion.rate.inWords) like the sentence: \(suggestion.difference.marked)")
      reasons.append("its English is: \(suggestion.target)")
    }
    for repair in target.repairs {
      reasons.append("\(repair.kind) put in: \(repair.before) -> \(repair.after)")
    }
    return reasons
  }
}

extension RowTarget.Label {
  /// What the label says, in a sentence.
  var meaning: String {
    switch self {
    case .memoryContext: "a unit with the same text between the same sentences"
    case .memoryExact: "a unit with the same text, from another place"
    case .memoryRepaired:
      "a unit like the sentence, in which only numbers, days, names or terms were replaced"
    case .memoryFuzzy:
      "not translated: the unit most like the sentence differs in more than can be replaced by rule"
    case .engine: "made by a machine"
    case .termsOnly: "not translated: no unit is like the sentence"
    }
  }
}
