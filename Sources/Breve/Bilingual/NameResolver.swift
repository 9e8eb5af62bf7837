// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMorphology
internal import BreveTerms
internal import BreveText

/// Finds who is meant by a title and a surname (`M. Lavrov`): the one person of that surname whose full name the article
/// said before.
struct NameResolver {
  /// A word of a text with its place.
  private struct Word {
    let text: String
    /// UTF-16 units.
    let range: Range<Int>
    /// Whether nothing but a blank stands between it and the word before.
    let isJoined: Bool
    /// Whether a full stop follows at once.
    let isAbbreviated: Bool

    var isCapital: Bool { text.unicodeScalars.first?.properties.isUppercase ?? false }
  }

  private static let titles: Set<String> = ["M", "MM", "Mme", "Mmes", "Mlle", "Me", "Mgr"]
  /// What stands before a name with a capital and is no part of it.
  private static let offices: Set<String> = [
    "monsieur", "madame", "mademoiselle", "maître", "docteur", "dr", "pr", "professeur",
    "président",
    "présidente", "ministre", "premier", "première", "général", "colonel", "capitaine",
    "commandant",
    "lieutenant", "sergent", "amiral", "maréchal", "ambassadeur", "ambassadrice", "gouverneur",
    "sénateur", "député", "secrétaire", "chancelier", "chancelière", "roi", "reine", "prince",
    "pape",
    "imam", "cheikh", "saint", "sainte", "frère", "sœur", "père",
  ]
  /// Parts of names in small letters.
  private static let particles: Set<String> = [
    "de", "du", "des", "ben", "bin", "ibn", "ould", "al", "el", "van", "von", "der", "da", "dos",
  ]

  private let document: Document
  private let names: [String: String]
  private let dictionary: SpellingDictionary?
  private var runs: [[[Word]]?]

  /// A resolver for an article.
  ///
  /// - Parameters:
  ///   - document: The article.
  ///   - matches: The terms in it, whose names have an English form.
  ///   - dictionary: Tells a word at the beginning of a sentence from a name.
  init(_ document: Document, _ matches: [TermMatch], _ dictionary: SpellingDictionary?) {
    self.document = document
    self.dictionary = dictionary
    var names: [String: String] = [:]
    for match in matches where match.pair.partOfSpeech == .name {
      names[match.text] = match.translation
    }
    self.names = names
    runs = Array(repeating: nil, count: document.segments.count)
  }

  /// The full names of the persons that segment `number` names by title and surname.
  mutating func hints(inSegment number: Int) -> [RowHint] {
    let words = Self.words(of: document.segments[number].text)
    var hints: [RowHint] = []
    for (place, word) in words.enumerated()
    where Self.titles.contains(word.text) && place + 1 < words.count {
      guard word.text == "M" ? word.isAbbreviated : true, words[place + 1].isCapital else {
        continue
      }
      var end = place + 1
      while end < words.count, end == place + 1 || words[end].isJoined, words[end].isCapital {
        end += 1
      }
      let surname = words[place + 1..<end].map(\.text)
      guard let full = fullName(surname, before: number, word.range.lowerBound) else { continue }
      let range = word.range.lowerBound..<words[end - 1].range.upperBound
      let units = Array(document.segments[number].text.utf16)
      hints.append(
        RowHint(
          kind: .name, source: String(decoding: units[range], as: UTF16.self),
          target: names[full] ?? full, range: range, unit: nil, state: nil))
    }
    return hints
  }

  /// The one full name that ends in `surname`; nil if there is none, or two persons have it.
  private mutating func fullName(_ surname: [String], before number: Int, _ place: Int) -> String? {
    var found: [[String]] = []
    for index in 0...number {
      for run in runs(index) where index < number || (run.last?.range.upperBound ?? 0) <= place {
        let words = run.map(\.text)
        guard words.count > surname.count, words.suffix(surname.count).elementsEqual(surname),
          !found.contains(words)
        else { continue }
        found.append(words)
      }
    }
    // `Sergueï Lavrov` is `Sergueï Viktorovitch Lavrov`.
    guard let first = found.first, found.allSatisfy({ $0.first == first.first }) else { return nil }
    return first.joined(separator: " ")
  }

  /// The stretches of words with capitals in a segment that may be full names.
  private mutating func runs(_ number: Int) -> [[Word]] {
    if let known = runs[number] { return known }
    let words = Self.words(of: document.segments[number].text)
    var found: [[Word]] = []
    var start = 0
    while start < words.count {
      guard words[start].isCapital else {
        start += 1
        continue
      }
      var end = start + 1
      while end < words.count, words[end].isJoined {
        if words[end].isCapital {
          end += 1
        } else if Self.particles.contains(words[end].text), end + 1 < words.count,
          words[end + 1].isCapital, words[end + 1].isJoined
        {
          end += 2
        } else {
          break
        }
      }
      var run = words[start..<end]
      if start == 0, mayBeWord(words[0].text) { run = run.dropFirst() }
      while let first = run.first,
        Self.titles.contains(first.text) || Self.offices.contains(first.text.lowercased())
      {
        run = run.dropFirst()
      }
      if run.count > 1 { found.append(Array(run)) }
      start = end
    }
    runs[number] = found
    return found
  }

  /// Whether a word at the beginning of a sentence has its capital from there.
  private func mayBeWord(_ word: String) -> Bool {
    dictionary?.knows(word.lowercased()) ?? true
  }

  private static func words(of text: String) -> [Word] {
    let units = Array(text.utf16)
    let classes = CharacterClass.table
    var words: [Word] = []
    var index = 0
    var end = 0
    while index < units.count {
      guard classes[Int(units[index])].isWordPart else {
        index += 1
        continue
      }
      let start = index
      while index < units.count,
        classes[Int(units[index])].isWordPart
          || units[index] == 0x2D && index + 1 < units.count
            && classes[Int(units[index + 1])].isWordPart
      {
        index += 1
      }
      let gap = units[end..<start]
      let isJoined = !words.isEmpty && gap.count == 1 && [0x20, 0xA0, 0x202F].contains(gap.first)
      words.append(
        Word(
          text: String(decoding: units[start..<index], as: UTF16.self), range: start..<index,
          isJoined: isJoined, isAbbreviated: index < units.count && units[index] == 0x2E))
      end = index
    }
    return words
  }
}
