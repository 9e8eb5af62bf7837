// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveData

/// How a sentence leans on what stands before it.
package enum Dependence: UInt8, Sendable {
  /// It can stand alone.
  case none
  /// It begins with a connective that looks back, but can be understood.
  case leansBack
  /// It begins with a pronoun, a demonstrative or a connective that says nothing without what stands before.
  case needsAntecedent
}

/// The beginnings by which a language's sentences lean on what stands before them, read from
/// `Languages/<language>.coherence.txt`.
package struct CoherenceCues: Sendable {
  private let beginnings: [String: Dependence]
  private let longest: Int
  private let personal: Set<String>

  package init(for language: Language) {
    guard let bytes = LinkedData.bytes(of: language.primary + ".coherence.txt") else {
      beginnings = [:]
      longest = 0
      personal = []
      return
    }
    let list = SectionedList(String(decoding: bytes, as: UTF8.self))
    var table: [String: Dependence] = [:]
    for (section, value) in [
      ("needs antecedent", Dependence.needsAntecedent), ("leans back", .leansBack),
      ("stands alone", .none),
    ] {
      for line in list.lines(in: section) { table[line] = value }
    }
    beginnings = table
    longest = table.keys.map { $0.split(separator: " ").count }.max() ?? 0
    personal = Set(list.words(in: "first and second person"))
  }

  /// How the sentence in `range` begins; the longest beginning that is listed decides.
  package func dependence(of units: [UInt16], in range: Range<Int>) -> Dependence {
    guard longest > 0 else { return .none }
    var found = Dependence.none
    var prefix = ""
    for word in Self.words(units, in: range, limit: longest) {
      if !prefix.isEmpty { prefix += " " }
      prefix += word
      if let value = beginnings[prefix] { found = value }
    }
    return found
  }

  /// Whether the writer or the reader is spoken of (`nous`, `vous`).
  package func isPersonal(_ units: [UInt16], in range: Range<Int>) -> Bool {
    guard !personal.isEmpty else { return false }
    return Self.words(units, in: range, limit: .max).contains { personal.contains($0) }
  }

  /// The words in lower case; an elided word keeps its apostrophe (`l'`).
  private static func words(_ units: [UInt16], in range: Range<Int>, limit: Int) -> [String] {
    var words: [String] = []
    var word: [UInt16] = []
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF16.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for index in range {
      let unit = units[index]
      if CharacterClass.table[Int(unit)].isWordPart || (unit == 0x2D && !word.isEmpty) {
        word.append(Vocabulary.folds[Int(unit)])
      } else {
        if unit == 0x27 || unit == 0x2019, !word.isEmpty { word.append(0x27) }
        end()
        if words.count == limit { return words }
      }
    }
    end()
    return words
  }
}
