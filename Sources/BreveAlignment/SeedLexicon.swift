// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// What is known of two texts before they are read side by side: numbers, names, marks, words that look alike, and words
/// of a dictionary.
struct SeedLexicon {
  let table: TranslationTable

  /// - Parameters:
  ///   - source: The tokens of the source.
  ///   - target: The tokens of the target.
  ///   - languages: Those of the source and of the target.
  ///   - words: Words of the source's language, and their translations.
  init(
    _ source: AlignmentSide, _ target: AlignmentSide, languages: (Language, Language),
    words: [KnownTranslation]
  ) {
    var rows = [[UInt32: Float]](repeating: [:], count: source.types.count)
    Self.addDictionary(source, target, languages, words, to: &rows)
    Self.addAlike(source, target, to: &rows)
    var table = TranslationTable()
    for row in rows {
      table.appendRow(row.sorted { $0.key < $1.key }.map { (column: $0.key, value: $0.value) })
    }
    self.table = table
  }

  private static func addDictionary(
    _ source: AlignmentSide, _ target: AlignmentSide, _ languages: (Language, Language),
    _ words: [KnownTranslation], to rows: inout [[UInt32: Float]]
  ) {
    let stemmers = (WordStems(language: languages.0), WordStems(language: languages.1))
    for pair in words {
      guard
        let one = source.number(ofStem: FoldedLetters.of(stemmers.0.stem(pair.source))),
        let other = target.number(ofStem: FoldedLetters.of(stemmers.1.stem(pair.target)))
      else { continue }
      rows[Int(one)][other] = 0.5
    }
  }

  private static func addAlike(
    _ source: AlignmentSide, _ target: AlignmentSide, to rows: inout [[UInt32: Float]]
  ) {
    var byBeginning: [[UInt16]: [UInt32]] = [:]
    let skeletons = target.types.map { Self.skeleton($0.spelling) }
    for (number, type) in target.types.enumerated() {
      byBeginning[Self.bucket(type, skeletons[number]), default: []].append(UInt32(number))
    }
    for (number, type) in source.types.enumerated() {
      let skeleton = Self.skeleton(type.spelling)
      for other in byBeginning[Self.bucket(type, skeleton)] ?? [] {
        let value = Self.likeness(
          type, target.types[Int(other)], skeleton, skeletons[Int(other)])
        if value > 0 { rows[number][other] = max(rows[number][other] ?? 0, value) }
      }
    }
  }

  private static func bucket(_ type: AlignmentToken, _ skeleton: [UInt16]) -> [UInt16] {
    switch type.kind {
    case .word: [0] + skeleton.prefix(3)
    case .number: [1] + type.spelling
    case .mark, .finalMark, .opening: [UInt16(type.kind.rawValue)] + type.spelling
    }
  }

  /// How likely a token stands for another that begins like it, by its looks alone.
  private static func likeness(
    _ one: AlignmentToken, _ other: AlignmentToken, _ left: [UInt16], _ right: [UInt16]
  ) -> Float {
    guard one.kind == .word else { return one.kind == .number ? 0.9 : 0.5 }
    if one.spelling == other.spelling || one.stem == other.stem {
      return one.stem.count >= 4 || (one.isName && other.isName)
        ? 0.75 : one.stem.count == 3 ? 0.1 : 0
    }
    var common = 0
    while common < left.count, common < right.count, left[common] == right[common] { common += 1 }
    let most = max(left.count, right.count)
    guard common >= 4 || (common == most && common >= 3) else { return 0 }
    if common * 4 >= most * 3 { return 0.5 }
    if common * 10 >= most * 6 { return 0.3 }
    return common * 2 >= most ? 0.12 : 0
  }

  /// A word with what European languages write differently made equal: `ph`, `th`, `k`, `w`, double letters.
  private static func skeleton(_ word: [UInt16]) -> [UInt16] {
    var out: [UInt16] = []
    for (index, unit) in word.enumerated() {
      var unit = unit
      switch unit {
      case 0x6B, 0x71: unit = 0x63  // k, q: c
      case 0x77: unit = 0x76  // w: v
      case 0x79: unit = 0x69  // y: i
      case 0x68 where index > 0: continue  // ph, th, ch
      default: break
      }
      if index > 0, word[index - 1] == 0x70, word[index] == 0x68 { out[out.count - 1] = 0x66 }
      if out.last != unit { out.append(unit) }
    }
    return out
  }
}
