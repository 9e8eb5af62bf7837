// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText
internal import Testing

@testable internal import BreveAlignment

/// What is marked for phrases; small sentences make the model, so that a case can be read with its reasons.
@Suite("Stretches of a translation")
struct WordSpanTests {
  /// A model of the sentences of ``WordModelTests`` and of some with compounds, each told a few times.
  private static let model: WordModel = {
    var corpus = WordCorpus(source: .french, target: Language("en"))
    for pair in WordModelTests.pairs(400, seed: 1) { corpus.append(pair.french, pair.english) }
    let more = [
      ("Le chat employé regarde la loi.", "The employed cat watches the law."),
      ("Un élève employé change.", "An employed pupil alters."),
      ("Le mot change la loi.", "The word alters the law."),
      ("Le ministre quitte le mot.", "The minister leaves the word."),
      ("Le loyer change.", "The rent alters."),
      ("Le ministre change le loyer.", "The minister alters the rent."),
      ("L’élève indépendant regarde la maison.", "The self-employed pupil watches the house."),
      ("Le chat quitte les valeurs mobilières.", "The cat leaves the securities."),
      ("Les valeurs mobilières regardent le chat.", "The securities watch the cat."),
    ]
    for _ in 0..<6 { for pair in more { corpus.append(pair.0, pair.1) } }
    return WordModel(learnedFrom: corpus, state: 1, threads: 1) { _ in }
  }()

  struct Case: CustomTestStringConvertible, Sendable {
    let french: String
    let english: String
    var testDescription: String { "\(french) → \(english)" }
  }

  /// What is sought stands in brackets, what is to be marked in braces.
  static let cases: [Case] = [
    // Words of several parts are whole.
    Case(french: "L’élève [indépendant] change.", english: "The {self-employed} pupil alters."),
    Case(french: "La maison de l’[élève] change.", english: "The {pupil’s} house alters."),
    // What nothing is known of stands for what is left over beside the rest of the phrase.
    Case(
      french: "Le [mot indicateur] change la loi.", english: "The {signal word} alters the law."),
    Case(
      french: "Le ministre quitte la [mission de poisson].",
      english: "The minister leaves the {fish engagement}."),
    // Other words claim theirs.
    Case(
      french: "Le chat [lourd] regarde le chat noir.",
      english: "The {heavy} cat watches the black cat."),
    Case(
      french: "Le chat lourd regarde le [chat noir].",
      english: "The heavy cat watches the {black cat}."),
    // A translation in two places is marked in both.
    Case(
      french: "La [loi noire] que le ministre quitte change la maison.",
      english: "The {law}, when the minister leaves it, alters the house and is {black}."),
    // A word that stands for two is marked for each of them.
    Case(
      french: "Le chat quitte les [valeurs] mobilières.",
      english: "The cat leaves the {securities}."),
    // Stems of few letters do not run together.
    Case(french: "Le ministre regarde le [loyer].", english: "The minister watches the {rent}."),
    // Words of grammar count at the ends where they are sought, and are left out where they are not.
    Case(
      french: "Le ministre quitte la [frontière de] la maison noire.",
      english: "The minister leaves the {border of} the black house."),
    Case(
      french: "Le ministre quitte la [frontière] de la maison noire.",
      english: "The minister leaves the {border} of the black house."),
    // Nothing is better than a word of grammar.
    Case(french: "Le [poisson rapide] et le chat changent.", english: "The cat alters."),
  ]

  @Test("Marks are where a reader would put them", arguments: cases)
  func marks(_ one: Case) throws {
    let (french, hits) = try Self.unmarked(one.french, "[", "]")
    let (english, expected) = try Self.unmarked(one.english, "{", "}")
    var aligner = WordAligner(Self.model)
    let ranges = aligner.ranges(of: hits, source: french, target: english, .sourceToTarget)
    let bytes = Array(english.utf8)
    #expect(
      ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
        == expected.map { String(decoding: bytes[$0], as: UTF8.self) })
    #expect(ranges == expected)
  }

  /// The text without its marks, and what stands between them, in bytes.
  private static func unmarked(
    _ text: String, _ open: Character, _ close: Character
  ) throws -> (String, [Range<Int>]) {
    var plain = ""
    var ranges: [Range<Int>] = []
    var start: Int?
    for character in text {
      switch character {
      case open: start = plain.utf8.count
      case close: ranges.append(try #require(start)..<plain.utf8.count)
      default: plain.append(character)
      }
    }
    return (plain, ranges)
  }

  @Test("A unit of more than 262,144 pairs of words is not marked")
  func longUnits() {
    var aligner = WordAligner(Self.model)
    func words(_ sentences: Int) -> [String] {
      let source =
        "Le poisson quitte la loi."
        + String(repeating: " La maison noire change.", count: sentences)
      let target =
        "The fish leaves the law." + String(repeating: " The black house alters.", count: sentences)
      let bytes = Array(target.utf8)
      return aligner.ranges(of: [3..<10], source: source, target: target, .sourceToTarget)
        .map { String(decoding: bytes[$0], as: UTF8.self) }
    }
    // 5 words and 4 for each sentence.
    #expect(words(126) == ["fish"])
    #expect(words(127) == [])
  }

  @Test("The ways of a lattice add up to one, and the middle of a straight way is straight")
  func lattice() {
    // Three words, each likely what stands opposite.
    let likelihoods: [Float] = [0.8, 0.1, 0.1, 0.1, 0.8, 0.1, 0.1, 0.1, 0.8]
    let posteriors = WordLattice(
      states: 3, seen: 3, likelihoods: likelihoods, background: [0.05, 0.05, 0.05]
    ).posteriors()
    for word in 0..<3 {
      let row = posteriors[word * 3..<word * 3 + 3]
      let sum = row.reduce(0, +)
      #expect(sum > 0.9 && sum <= 1.0001)
      #expect(row.max() == row[word * 3 + word])
    }
    // A word that could be of any is of the one between its neighbours.
    let open = WordLattice(
      states: 3, seen: 3, likelihoods: [0.8, 0.01, 0.01, 0.2, 0.2, 0.2, 0.01, 0.01, 0.8],
      background: [0.01, 0.01, 0.01]
    ).posteriors()
    #expect(open[4] > 2 * open[3] && open[4] > 2 * open[5])
    // What no state gives is of none.
    let none = WordLattice(
      states: 2, seen: 1, likelihoods: [0, 0], background: [0.1]
    ).posteriors()
    #expect(none == [0, 0])
  }

  @Test(
    "Joints of words",
    arguments: [
      ("self-employed", [false, true]), ("Children’s", [false, true]),
      ("don't go", [false, true, false]),
      ("U.S. law", [false, true, false]), ("l’on", [false, false]), ("qu’il", [false, false]),
      ("a - b", [false, false]), ("law. The", [false, false]),
    ])
  func joints(_ text: String, _ expected: [Bool]) {
    var reader = AlignedWordReader(language: Language("en"))
    #expect(reader.words(text).map { $0.joint == .inside } == expected)
  }
}
