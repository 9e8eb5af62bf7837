// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// What became of a term of the source in a translation, and why it is or is not reported.
public struct TermJudgement: Hashable, Sendable {
  /// What decided.
  public enum Outcome: Hashable, Sendable {
    /// A form that the glossary accepts stands in the translation, at a range of UTF-16 units.
    case rendered(form: String, range: Range<Int>)
    /// No accepted form stands there, but what is as good; why, in words.
    case asGood(String)
    /// A form that the glossary deprecates stands there.
    case deprecated(form: String, range: Range<Int>)
    /// The term is not to be translated, and stands there as it is.
    case kept
    /// The term is not to be translated, and is missing.
    case changed
    /// Nothing of all that stands there.
    case missing
    /// The glossary accepts no form, so that none can be missing.
    case unasked

    /// Its name in the machine interface.
    public var name: String {
      switch self {
      case .rendered: "rendered"
      case .asGood: "asGood"
      case .deprecated: "deprecated"
      case .kept: "kept"
      case .changed: "changed"
      case .missing: "missing"
      case .unasked: "unasked"
      }
    }
  }

  /// The pairs that the form may mean, in the order of the glossary; one rendering of any of them is enough.
  public let pairs: [TermPair]
  /// As it stands in the source.
  public let text: String
  /// Where it stands, in UTF-16 units.
  public let source: Range<Int>
  /// What may stand in the translation, inflected or not, the best first.
  public let accepted: [String]
  /// The same in the number that the term has in the source, where that can be told.
  let wanted: [String]
  /// What is not to stand there.
  public let deprecated: [String]
  public let outcome: Outcome

  /// The same term, and nothing of it in the translation.
  var missing: TermJudgement {
    TermJudgement(
      pairs: pairs, text: text, source: source, accepted: accepted, wanted: wanted,
      deprecated: deprecated, outcome: .missing)
  }

  /// Where the rendering stands, accepted or not; nil if none does.
  var target: Range<Int>? {
    switch outcome {
    case .rendered(_, let range), .deprecated(_, let range): range
    case .asGood, .kept, .changed, .missing, .unasked: nil
    }
  }

  /// What is reported; nil if nothing is.
  public var issue: ConsistencyIssue? {
    let wanted = self.wanted.prefix(3).map { "'\($0)'" }.joined(separator: " or ")
    switch outcome {
    case .rendered, .asGood, .kept, .unasked: return nil
    case .deprecated(let form, let range):
      let advice = wanted.isEmpty ? "" : "; use \(wanted)"
      return ConsistencyIssue(
        .deprecated, "'\(form)' is deprecated for '\(text)'\(advice)", source: source,
        target: range, entry: pairs.first?.id)
    case .changed:
      return ConsistencyIssue(
        .untranslatable, "'\(text)' is not to be translated and is missing", source: source,
        entry: pairs.first?.id)
    case .missing:
      return ConsistencyIssue(
        .term, "'\(text)' is \(wanted), and that is not in the translation", source: source,
        entry: pairs.first?.id)
    }
  }
}
