// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMorphology
internal import BreveRanking
internal import BreveText

/// What words can be in a phrase, by the French dictionary.
struct PhraseWords: Sendable {
  let dictionary: SpellingDictionary

  /// What `word`, in small letters, can be.
  func use(of word: String, in language: Language) -> KeyPhrases.WordUse {
    guard language.primary == "fr", let readings = dictionary.readings(of: word), !readings.isEmpty
    else { return .unknown }
    let kinds = readings.reduce(into: WordReading.Kind()) { $0.formUnion($1.kind) }
    if !kinds.isDisjoint(with: [.noun, .name, .personName]) { return .unknown }
    if kinds.contains(.pastParticiple) { return .participle }
    if kinds.contains(.adjective) { return .adjective }
    return kinds.isDisjoint(with: .verb) ? .unknown : .verb
  }
}
