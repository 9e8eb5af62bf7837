// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveTestSupport
internal import BreveText

/// Units that use every field, the same for the same seed.
struct RandomUnits {
  var text: RandomText

  init(seed: UInt64) { text = RandomText(seed: seed) }

  mutating func unit() -> TranslationUnit {
    let tags = ["fr", "en", "fr-ca", "de", "zh-hant"].prefix(text.generator.number(in: 1..<6))
    var unit = TranslationUnit(tags.map { variant(Language($0)) })
    unit.state = text.generator.one(of: UnitState.allCases)
    unit.created = stamp()
    unit.changed = stamp()
    unit.project = optional()
    unit.domain = optional()
    unit.document = optional()
    if text.generator.isOne(in: 2) { unit.range = 3..<3 + text.generator.number(in: 0..<9) }
    unit.previous = optional()
    unit.next = optional()
    unit.name = optional()
    if text.generator.isOne(in: 2) { unit.line = text.generator.number(in: 0..<1_000_000) }
    unit.sourceLanguage = text.generator.isOne(in: 2) ? .french : nil
    unit.notes = notes()
    unit.properties = properties()
    return unit
  }

  private mutating func variant(_ language: Language) -> Variant {
    var variant = Variant(language, text.soup(text.generator.number(in: 1..<12)) + "x")
    for _ in 0..<text.generator.number(in: 0..<3) {
      variant.tags.append(
        InlineTag(
          text.generator.one(of: InlineTag.Kind.allCases), at: variant.tags.count,
          pair: text.generator.isOne(in: 2) ? -7 : nil, match: 300, type: optional(),
          association: optional(), code: text.soup(2)))
    }
    if text.generator.isOne(in: 3) { variant.created = stamp() }
    if text.generator.isOne(in: 3) { variant.changed = stamp() }
    if text.generator.isOne(in: 3) { variant.notes = notes() }
    if text.generator.isOne(in: 3) { variant.properties = properties() }
    return variant
  }

  private mutating func optional() -> String? {
    text.generator.isOne(in: 2) ? nil : text.soup(text.generator.number(in: 0..<4))
  }

  mutating func stamp() -> Stamp {
    Stamp(
      date: text.generator.isOne(in: 2)
        ? nil : Moment(seconds: text.generator.number(in: -9_999_999..<1 << 40)),
      user: optional())
  }

  private mutating func notes() -> [UnitNote] {
    (0..<text.generator.number(in: 0..<3)).map { _ in
      UnitNote(text.soup(3), language: text.generator.isOne(in: 2) ? .french : nil)
    }
  }

  private mutating func properties() -> [UnitProperty] {
    (0..<text.generator.number(in: 0..<3)).map { _ in
      UnitProperty("x-" + text.soup(1), text.soup(3), language: nil)
    }
  }
}
