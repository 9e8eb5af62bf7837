// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// One way to read a word: its dictionary form and what it is.
package struct WordReading: Hashable, Sendable {
  /// Word classes; several may hold at once (`russe` is noun and adjective).
  package struct Kind: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let noun = Kind(rawValue: 1)
    package static let adjective = Kind(rawValue: 2)
    /// A verb in the third person, the one of the press.
    package static let finite = Kind(rawValue: 4)
    /// A verb in another person or mood.
    package static let otherVerb = Kind(rawValue: 8)
    package static let pastParticiple = Kind(rawValue: 16)
    package static let adverb = Kind(rawValue: 32)
    /// The name of a person.
    package static let personName = Kind(rawValue: 64)
    /// Any other name.
    package static let name = Kind(rawValue: 128)
    /// Articles, pronouns, prepositions, conjunctions.
    package static let grammatical = Kind(rawValue: 256)
    package static let verb: Kind = [.finite, .otherVerb, .pastParticiple]
  }

  /// Gender or number: one, the other, or both where the word does not tell.
  package struct Marks: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let masculine = Marks(rawValue: 1)
    package static let feminine = Marks(rawValue: 2)
    package static let singular = Marks(rawValue: 4)
    package static let plural = Marks(rawValue: 8)
  }

  package let lemma: String
  package let kind: Kind
  package let marks: Marks

  package init(lemma: String, kind: Kind, marks: Marks) {
    self.lemma = lemma
    self.kind = kind
    self.marks = marks
  }

  /// Reads an analysis of hunspell in the terms of the French dictionary: ` st:accord po:nom is:mas is:pl`.
  ///
  /// - Returns: nil without a lemma, and for a word with an article in it (`dp:`, as `l'armée`).
  /// - Source: the field names of hunspell(5); the values are those of the dictionary "Dicollecte" (`fr.dic`).
  init?(_ analysis: String) {
    var analysis = analysis
    analysis.makeContiguousUTF8()
    self.init(analysis.utf8.span)
  }

  /// Reads an analysis in UTF-8.
  init?(_ analysis: Span<UInt8>) {
    var lemma: Range<Int>?
    var kind: Kind = []
    var marks: Marks = []
    var start = 0
    while start < analysis.count {
      var end = start
      while end < analysis.count, analysis[end] != 0x20 { end += 1 }
      if end > start + 3, analysis[start + 2] == 0x3A {
        let value = start + 3..<end
        switch (analysis[start], analysis[start + 1]) {
        case (0x73, 0x74): lemma = value
        case (0x64, 0x70): return nil
        case (0x69, 0x73): marks.formUnion(Self.marks(Self.text(analysis, value)))
        case (0x70, 0x6F): kind.formUnion(Self.kind(Self.text(analysis, value)))
        default: break
        }
      }
      start = end + 1
    }
    guard let lemma else { return nil }
    if !kind.isDisjoint(with: [.finite, .pastParticiple]) { kind.remove(.otherVerb) }
    self.init(lemma: Self.text(analysis, lemma), kind: kind, marks: marks)
  }

  private static func text(_ utf8: Span<UInt8>, _ range: Range<Int>) -> String {
    unsafe String(unsafeUninitializedCapacity: range.count) { buffer in
      for index in range { unsafe buffer[index - range.lowerBound] = utf8[index] }
      return range.count
    }
  }

  private static func marks(_ value: String) -> Marks {
    switch value {
    case "mas": .masculine
    case "fem": .feminine
    case "epi": [.masculine, .feminine]
    case "sg": .singular
    case "pl": .plural
    case "inv": [.singular, .plural]
    default: []
    }
  }

  private static func kind(_ value: String) -> Kind {
    switch value {
    case "nom", "nb", "nbro", "titr", "loc": .noun
    case "adj": .adjective
    case "adv", "negadv": .adverb
    case "npr": .name
    case "prn", "patr": .personName
    case "mg", "prep", "det": .grammatical
    case "3sg", "3pl", "3sg!", "3pl!": .finite
    case "ppas": .pastParticiple
    default:
      // `v1__tnq__a`: the class of a verb and how it is built.
      value.utf8.count > 2 && value.utf8.first == 0x76
        && (0x30...0x33).contains(value.utf8.dropFirst().first ?? 0) ? .otherVerb : []
    }
  }
}
