// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Tells other forms of the name of a country or place: `Chinese` is one of `China`, and `Nigeria` none of `Niger`.
///
/// A form begins with the same four letters. It belongs to the country whose whole name it begins with, or else to the one
/// it has the most letters in common with; where names begin alike (`South Sudan`, `South Africa`) their second words have
/// to agree, too.
struct NameKin: Sendable {
  /// The words of each name of a country or place, folded.
  private let places: [[String]]

  /// - Parameter places: English names of places that the glossary has.
  init(_ places: [String]) { self.places = places.map(Self.words) }

  /// Whether a form of `name` stands in `sentence`; what stands in `taken` does not count.
  func stands(
    _ name: String, in sentence: EnglishSentence, besides taken: [Range<Int>] = []
  ) -> Bool {
    let words = Self.words(name)
    guard let first = words.first, isThere(first, sentence, taken) else { return false }
    guard words.count > 1, beginsManyNames(first) else { return true }
    return isThere(words[1], sentence, taken)
  }

  private func isThere(_ name: String, _ sentence: EnglishSentence, _ taken: [Range<Int>]) -> Bool {
    let start = name.utf8.prefix(4)
    return start.count == 4
      && sentence.words.contains { word in
        word.isCapital && word.folded.utf8.starts(with: start)
          && !taken.contains { $0.overlaps(word.range) }
          && Self.belongTogether(word.folded, name)
      }
  }

  private func beginsManyNames(_ word: String) -> Bool {
    let start = word.utf8.prefix(4)
    let names = Set((Self.countries + places).filter { $0[0].utf8.starts(with: start) })
    return names.count > 1
  }

  /// The countries that a word may be a form of.
  private static func owners(of word: String) -> Set<String> {
    var best: (names: Set<String>, isWhole: Bool, length: Int) = ([], false, 4)
    for words in countries where words.count == 1 {
      let name = words[0]
      let length = zip(name.utf8, word.utf8).prefix { $0 == $1 }.count
      let isWhole = length == name.utf8.count
      guard length > 3, isWhole != best.isWhole ? isWhole : length >= best.length else { continue }
      if isWhole == best.isWhole, length == best.length {
        best.names.insert(name)
      } else {
        best = ([name], isWhole, length)
      }
    }
    return best.names
  }

  private static func belongTogether(_ one: String, _ other: String) -> Bool {
    let (owners, others) = (owners(of: one), owners(of: other))
    return owners.isEmpty && others.isEmpty || !owners.isDisjoint(with: others)
  }

  private static let countries = LocaleTerms.regions().map(words)

  private static func words(_ name: String) -> [String] {
    let all = PlainWord.words(of: name).map(\.folded)
    return all.isEmpty ? [name] : all.first == "the" && all.count > 1 ? Array(all.dropFirst()) : all
  }
}
