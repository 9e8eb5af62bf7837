// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMorphology
internal import BreveText

/// A word that texts hold, in whatever case: how often it stands there, and what it can be.
struct CandidateWord: Sendable {
  /// What a word is for a candidate.
  enum Role: Sendable {
    /// It may begin and end one.
    case content
    /// It may stand inside of one: `de`, `à`, `la`.
    case connector
    /// It ends one.
    case stop
  }

  /// In lower case, ligatures written out.
  let folded: [UInt16]
  let role: Role
  var count = 0
  /// How it is written, with how often; the one at the beginning of a sentence counts as the last resort.
  private var forms: [(units: [UInt16], count: Int)] = []
  private var openings: [(units: [UInt16], count: Int)] = []

  init(folded: [UInt16], role: Role) {
    self.folded = folded
    self.role = role
  }

  mutating func add(_ form: [UInt16], opensSentence: Bool) {
    count += 1
    if opensSentence { Self.add(form, to: &openings) } else { Self.add(form, to: &forms) }
  }

  private static func add(_ form: [UInt16], to forms: inout [(units: [UInt16], count: Int)]) {
    if let index = forms.firstIndex(where: { $0.units == form }) {
      forms[index].count += 1
    } else {
      forms.append((form, 1))
    }
  }

  /// The form that is written most often, of equals the one that begins with a small letter, then the first.
  var form: [UInt16] {
    let all = forms.isEmpty ? openings : forms
    var best = all[0]
    for other in all.dropFirst()
    where other.count > best.count
      || other.count == best.count && Self.isSmall(other.units)
        && !Self.isSmall(best.units)
    {
      best = other
    }
    return best.units
  }

  /// Whether it only stands at the beginning of sentences, where a capital says nothing.
  var onlyOpensSentences: Bool { forms.isEmpty }

  private static func isSmall(_ units: [UInt16]) -> Bool {
    units.first.map { CharacterClass.table[Int($0)] == .lower } ?? false
  }

  /// What it can be in a term.
  ///
  /// - Parameter readings: What the dictionary says of it; empty if it does not know it, nil without a dictionary.
  /// - Returns: nil if it cannot be part of one.
  func kind(_ readings: [TermReading]?) -> Kind? {
    guard folded.count > 1, FrenchLetters.spell(folded) else { return nil }
    guard let readings else { return .unknown }
    guard !readings.isEmpty else { return isCode ? nil : .unknown }
    let kinds = readings.reduce(into: WordReading.Kind()) { $0.formUnion($1.kind) }
    if !kinds.isDisjoint(with: [.noun, .name, .personName]) {
      return .noun(isAdjective: !kinds.isDisjoint(with: [.adjective, .pastParticiple]))
    }
    if kinds.contains(.pastParticiple) { return .participle }
    return kinds.contains(.adjective) ? .adjective : nil
  }

  /// What a word of a term can be.
  enum Kind: Hashable, Sendable {
    /// Names are nouns.
    case noun(isAdjective: Bool)
    case adjective
    case participle
    /// The dictionary does not know it.
    case unknown

    /// Whether a term of several words may begin with it.
    var isHead: Bool {
      switch self {
      case .noun, .unknown: true
      case .adjective, .participle: false
      }
    }
  }

  /// Whether a word that the dictionary does not know is a symbol or a code rather than a word: `kW`, `NivStock`, `nm`.
  private var isCode: Bool {
    let form = form
    let classes = CharacterClass.table
    if folded.count < 4, !form.allSatisfy({ classes[Int($0)] == .upper }) { return true }
    return zip(form, form.dropFirst()).contains {
      classes[Int($0)] == .lower && classes[Int($1)] == .upper
    }
  }
}
