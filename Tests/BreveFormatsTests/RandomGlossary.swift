// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTerms
internal import BreveTestSupport

/// Glossaries whose fields hold what the form can write, the same for the same seed.
struct RandomGlossary {
  private var text: RandomText

  init(seed: UInt64) { text = RandomText(seed: seed) }

  mutating func glossary(pairs count: Int) -> Glossary {
    Glossary(pairs: (0..<count).map { _ in pair() })
  }

  mutating func pair() -> TermPair {
    var pair = TermPair(
      id: field(orElse: "id"), source: field(orElse: "fr"), target: field(orElse: "en"))
    pair.sourceVariants = variants()
    pair.targetVariants = variants()
    pair.partOfSpeech = text.generator.isOne(in: 4) ? nil : one(of: PartOfSpeech.known)
    pair.gender = text.generator.one(of: ["", "m", "f", "mpl"])
    pair.domain = field()
    pair.status =
      text.generator.isOne(in: 9)
      ? TermStatus(rawValue: field(orElse: "status")) : one(of: TermStatus.known)
    pair.isUntranslated = text.generator.isOne(in: 3)
    pair.matching = one(of: TermMatching.known)
    pair.definition = field()
    pair.note = field()
    pair.origin = field()
    pair.created = "2026-11-21"
    if text.generator.isOne(in: 5) { pair.others["project"] = field(orElse: "x") }
    return pair
  }

  private mutating func one<Element>(of elements: [Element]) -> Element {
    text.generator.one(of: elements)
  }

  private mutating func variants() -> [String] {
    (0..<text.generator.number(in: 0..<3)).map { _ in
      let variant = field(orElse: "v").replacing("|", with: "/")
      let trimmed = variant.utf8.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed()
      return trimmed.isEmpty ? "v" : String(decoding: Array(trimmed), as: UTF8.self)
    }
  }

  /// Text without tabs, ends of lines and characters that no text has; `other` if only spaces are left.
  private mutating func field(orElse other: String = "") -> String {
    let scalars = text.soup(3).unicodeScalars.filter { $0.value >= 0x20 }
    let field = String(String.UnicodeScalarView(scalars))
    return field.utf8.allSatisfy { $0 == 0x20 } ? other : field
  }
}

extension String {
  fileprivate func replacing(_ scalar: Unicode.Scalar, with other: Unicode.Scalar) -> String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == scalar ? other : $0 }))
  }
}
