// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveText

/// A phrase that an article speaks of.
public struct KeyPhrase: Hashable, Sendable {
  /// As the article writes it most often; never begins or ends with a stop word.
  public let text: String
  /// How often it stands in the sentences that can be chosen.
  public let count: Int
  /// Where it stands first.
  public let range: Range<Int>
}

/// Finds what an article speaks of: stretches of words between stop words and marks, those that come again, come early and
/// stand in the title first.
///
/// - Source: the count is that of Frantzi, Ananiadou and Mima 2000, "Automatic recognition of multi-word terms: the
///   C-value/NC-value method", §2.2: a phrase counts less for the times it stands inside of a longer one.
package struct KeyPhrases: Sendable {
  private let candidates: [Candidate]

  /// What a word of a phrase can be.
  package enum WordUse: Sendable {
    /// A noun, a name, or not known.
    case unknown
    /// It begins no phrase and is none by itself.
    case participle
    /// It is no phrase by itself.
    case adjective
    /// It is in no phrase.
    case verb
  }

  private struct Candidate: Sendable {
    let stems: [WordKey]
    var forms: [Form]
    var count: Int
    let firstSentence: Int
    let isName: Bool
    let isInTitle: Bool
    var worth = 0.0
  }

  private struct Form: Sendable {
    let text: String
    let range: Range<Int>
    var count: Int
  }

  /// A phrase holds at most so many words that are no stop words.
  private static let mostWords = 4
  private static let mostSentences = 400

  /// The phrases of a document; `use` tells what a word in small letters can be, and is asked once for each.
  package init(
    _ document: Document, text: RankingText, title: String?,
    use: (String) -> WordUse = { _ in .unknown }
  ) {
    let reader = PhraseReader(stopWords: document.lexicon.stopWords)
    var uses = WordTable<WordUse>()
    var table: [[WordKey]: Int] = [:]
    var found: [Candidate] = []
    let titleStems = Set(reader.words(Array((title ?? "").utf16)).filter { !$0.isStop }.map(\.stem))
    for (number, sentence) in text.sentences.prefix(Self.mostSentences).enumerated() {
      let range = document.segments[sentence.segment].normalizedRange
      var words = reader.words(document.text.units, in: range)
      for index in words.indices
      where !words[index].isStop && !words[index].isCapital && !words[index].isNumber {
        let word = String(decoding: document.text.units[words[index].range], as: UTF16.self)
        let key = WordKey(word)
        let own = uses[key] ?? use(word)
        uses[key] = own
        words[index].use = own
      }
      for phrase in reader.phrases(words, mostWords: Self.mostWords) {
        let members = words[phrase]
        let stems = members.map(\.stem)
        let place =
          members[phrase.lowerBound].range
          .lowerBound..<members[phrase.upperBound - 1].range.upperBound
        let shown = document.text.shown(place)
        if let known = table[stems] {
          found[known].count += 1
          if let form = found[known].forms.firstIndex(where: { $0.text == shown }) {
            found[known].forms[form].count += 1
          } else {
            found[known].forms.append(Form(text: shown, range: place, count: 1))
          }
          continue
        }
        table[stems] = found.count
        found.append(
          Candidate(
            stems: stems, forms: [Form(text: shown, range: place, count: 1)], count: 1,
            firstSentence: number,
            isName: members.allSatisfy { $0.isCapital || $0.isStop }
              && (phrase.lowerBound > 0 || members.count > 1),
            isInTitle: Self.isMostly(in: titleStems, members)))
      }
    }
    candidates = Self.weighed(found, by: table)
  }

  /// The best phrases, none of which is a part of another.
  package func best(_ count: Int) -> [KeyPhrase] {
    guard count > 0 else { return [] }
    var chosen: [Candidate] = []
    for part in candidates where chosen.count < count {
      let candidate = whole(of: part)
      let words = Set(candidate.stems)
      if chosen.contains(where: {
        !words.isDisjoint(with: $0.stems) && Self.overlaps(words, $0.stems)
      }) {
        continue
      }
      chosen.append(candidate)
    }
    return chosen.compactMap { candidate in
      // The form that is written most often, the first of equals.
      candidate.forms.max {
        $0.count != $1.count ? $0.count < $1.count : $0.range.lowerBound > $1.range.lowerBound
      }
      .map { KeyPhrase(text: $0.text, count: candidate.count, range: $0.range) }
    }
  }

  /// Whether more than half of the words that are no stop words are in `stems`.
  private static func isMostly(
    in stems: Set<WordKey>, _ words: ArraySlice<PhraseReader.Word>
  ) -> Bool {
    let contents = words.filter { !$0.isStop }
    return contents.count { stems.contains($0.stem) } * 2 > contents.count
  }

  /// The longer phrase that a phrase is a part of, if that comes again and is no rare use of it.
  private func whole(of candidate: Candidate) -> Candidate {
    candidates.first { other in
      other.stems.count > candidate.stems.count && other.count > 1
        && other.count * 3 >= candidate.count && other.stems.firstRange(of: candidate.stems) != nil
    } ?? candidate
  }

  private static func overlaps(_ words: Set<WordKey>, _ stems: [WordKey]) -> Bool {
    words.isSubset(of: stems) || Set(stems).isSubset(of: words)
  }

  private static func weighed(_ found: [Candidate], by table: [[WordKey]: Int]) -> [Candidate] {
    // How often each phrase stands inside of longer ones, and inside of how many.
    var nested = [(times: Int, phrases: Int)](repeating: (0, 0), count: found.count)
    for candidate in found where candidate.stems.count > 1 {
      for start in candidate.stems.indices {
        for end in (start + 1)...candidate.stems.count where end - start < candidate.stems.count {
          guard let inner = table[Array(candidate.stems[start..<end])] else { continue }
          nested[inner].times += candidate.count
          nested[inner].phrases += 1
        }
      }
    }
    var weighed: [Candidate] = []
    for (index, var candidate) in found.enumerated()
    where candidate.count > 1 || candidate.isInTitle && candidate.stems.count > 1
      || candidate.isName
    {
      let inside = nested[index]
      let own =
        Double(candidate.count)
        - (inside.phrases == 0 ? 0 : Double(inside.times) / Double(inside.phrases))
      let length = Double(candidate.stems.count + 1)
      let early = 1 + 1 / (1 + 0.3 * Double(candidate.firstSentence))
      candidate.worth =
        max(0.1, own) * length.squareRoot() * early * (candidate.isInTitle ? 1.6 : 1)
        * (candidate.isName ? 1.3 : 1)
      weighed.append(candidate)
    }
    return weighed.sorted {
      $0.worth != $1.worth
        ? $0.worth > $1.worth : $0.forms[0].range.lowerBound < $1.forms[0].range.lowerBound
    }
  }
}
