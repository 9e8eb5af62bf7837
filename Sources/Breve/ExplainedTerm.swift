// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
public import BreveTerms

/// Why a term of one pair was or was not reported.
public struct ExplainedTerm: Sendable {
  /// What is known of the term in the pair.
  public enum Reading: Hashable, Sendable {
    /// It stands there, and was judged.
    case judged(TermJudgement)
    /// Its words stand there inside of a longer term, which is judged instead.
    case within(String)
    /// Its words stand there, and are not read as the term: another word, another class of word, or over a mark.
    case notRead
  }

  /// Where the pair stands in its file, from 1.
  public let line: Int
  /// Its number among the units of a translation memory, from 1; nil in other files.
  public let unit: Int?
  public let reading: Reading
  /// The text of the translation at the range that decided; empty where there is none.
  public let found: String

  /// What becomes of `term` in a pair.
  ///
  /// - Parameters:
  ///   - term: A term of the glossary, the id of a concept, or a form of a term; case and accents do not count.
  ///   - pair: The pair; its issues are not looked at.
  ///   - judgements: Of all terms of the pair.
  /// - Returns: Nothing if the term does not stand in the source.
  public static func explanations(
    of term: String, in pair: VerifiedPair, _ judgements: [TermJudgement]
  ) -> [ExplainedTerm] {
    let key = SearchKey(term)
    func isMeant(_ judgement: TermJudgement) -> Bool {
      SearchKey(judgement.text) == key
        || judgement.pairs.contains {
          $0.id == term || ([$0.source] + $0.sourceVariants).contains { SearchKey($0) == key }
        }
    }
    func explained(_ reading: Reading, _ found: String = "") -> ExplainedTerm {
      ExplainedTerm(line: pair.line, unit: pair.unit, reading: reading, found: found)
    }
    let meant = judgements.filter(isMeant)
    if !meant.isEmpty {
      return meant.map { judgement in
        switch judgement.outcome {
        case .rendered(_, let range), .deprecated(_, let range):
          let units = Array(pair.target.utf16)
          return explained(.judged(judgement), String(decoding: units[range], as: UTF16.self))
        default: return explained(.judged(judgement))
        }
      }
    }
    guard SearchKey(pair.source).holds(key) else { return [] }
    if let longer = judgements.first(where: { SearchKey($0.text).holds(key) }) {
      return [explained(.within(longer.text))]
    }
    return [explained(.notRead)]
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("line", line)
      json.member("unit", unit)
      switch reading {
      case .judged(let judgement): write(judgement, to: &json)
      case .within(let text):
        json.member("outcome", "within")
        json.member("text", text)
      case .notRead: json.member("outcome", "notRead")
      }
    }
  }

  private func write(_ judgement: TermJudgement, to json: inout JSONWriter) {
    json.member("outcome", judgement.outcome.name)
    json.member("text", judgement.text)
    json.member("source") { $0.value(utf16: judgement.source) }
    json.member("entries") { $0.value(judgement.pairs.map(\.id)) }
    json.member("accepted") { $0.value(judgement.accepted) }
    json.member("deprecated") { $0.value(judgement.deprecated) }
    switch judgement.outcome {
    case .rendered(let form, let range), .deprecated(let form, let range):
      json.member("form", form)
      json.member("target") { $0.value(utf16: range) }
    case .asGood(let reason): json.member("reason", reason)
    default: break
    }
  }
}

extension JSONWriter {
  fileprivate mutating func value(_ texts: [String]) {
    array { json in for text in texts { json.value(text) } }
  }
}
