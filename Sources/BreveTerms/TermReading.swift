// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMorphology
internal import BreveText

/// A ``WordReading`` with its lemma as a number, so that readings are compared without strings.
struct TermReading: Sendable {
  let kind: WordReading.Kind
  let marks: WordReading.Marks
  /// The lemma in lower case, ligatures written out.
  let folded: WordKey
  /// Whether the lemma has a capital.
  let isCapitalized: Bool
  /// What the lemma is itself a form of, where the dictionary has a plural as a word of its own (`yeux`); else the lemma.
  let base: WordKey
  /// ``base`` in lower case, ligatures written out.
  let foldedBase: WordKey

  init(_ reading: WordReading) {
    kind = reading.kind
    marks = reading.marks
    let lemma = FoldedWord(reading.lemma)
    folded = WordKey(units: lemma.folded)
    isCapitalized = lemma.isCapitalized
    let key = WordKey(reading.lemma)
    let irregular = Self.irregular[key.value]
    if irregular >= 0 {
      let lemma = FrenchForms.irregular[Int(irregular)].lemma
      base = WordKey(lemma)
      foldedBase = WordKey(units: FoldedWord(lemma).folded)
    } else {
      base = key
      foldedBase = folded
    }
  }

  /// The places of the irregular forms in their list.
  private static let irregular: NumberTable = {
    var table = NumberTable()
    for (place, entry) in FrenchForms.irregular.enumerated().reversed() {
      table[WordKey(entry.form).value] = Int32(place)
    }
    return table
  }()
}
