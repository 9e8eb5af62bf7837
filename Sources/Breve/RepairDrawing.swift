// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTerms
internal import BreveText

/// Draws pairs and changes one thing in both sides of each: a number, a day, a name or a term.
public struct RepairDrawing: ~Copyable {
  /// What is changed.
  public enum Kind: String, CaseIterable, Sendable {
    /// A number of two to four digits, the only one on either side.
    case number
    /// A day in full, the only one on either side.
    case day
    /// A name of the glossary in the place of another of the same gender, domain and first sound.
    case name
    /// A noun of the glossary, in the same way.
    case term
  }

  /// A pair that was changed.
  struct Changed {
    let kind: Kind
    /// Which pair it was.
    let place: Int
    let french: String
    let english: String
  }

  /// The pairs in the order in which they are drawn.
  let order: [Int]
  private let pairs: [(french: String, english: String)]
  private var random: Generator
  private var recognizer: TermRecognizer
  private var reader: DocumentReader
  /// The entries of the glossary that can stand for one another.
  private var entries: [String: [TermPair]] = [:]
  /// How often an entry was put in.
  private var uses: [String: Int] = [:]
  /// No entry is put in more often.
  private static let mostUses = 6

  init(
    _ pairs: [(french: String, english: String)], _ glossary: Glossary, seed: UInt64,
    dictionaries: SpellingDictionaries
  ) {
    self.pairs = pairs
    var random = Generator(seed: seed)
    order = Array(pairs.indices).shuffled(using: &random)
    self.random = random
    recognizer = TermRecognizer(glossary, dictionaries: dictionaries)
    var options = ReadingOptions()
    options.repairs = false
    options.structure = .plain
    reader = DocumentReader(options: options, dictionaries: .none)
    for pair in glossary.pairs where pair.status == .preferred {
      if let key = Self.key(pair) { entries[key, default: []].append(pair) }
    }
  }

  /// Changed pairs of each kind, none drawn twice; sentences only that the reader takes for one.
  mutating func draw(_ wanted: [Kind: Int]) throws(SegmentationError) -> [Changed] {
    var drawn: Set<Int> = []
    var all: [Changed] = []
    for kind in Kind.allCases {
      var open = wanted[kind] ?? 0
      for place in order where open > 0 && !drawn.contains(place) {
        let (french, english) = pairs[place]
        guard (30...400).contains(french.utf8.count), !english.isEmpty else { continue }
        let other: (String, String)? =
          switch kind {
          case .number: number(french, english)
          case .day: day(french, english)
          case .name, .term: try entry(french, english, isName: kind == .name)
          }
        guard let other,
          try reader.document(SourceText(french), language: .french).segments.count == 1
        else { continue }
        drawn.insert(place)
        all.append(Changed(kind: kind, place: place, french: other.0, english: other.1))
        open -= 1
      }
    }
    return all
  }

  // MARK: Numbers and days

  /// The stretches of figures in a text.
  private static func figures(_ text: String) -> [Substring] {
    text.split { !("0"..."9").contains($0) }
  }

  private mutating func number(_ french: String, _ english: String) -> (String, String)? {
    let (one, two) = (Self.figures(french), Self.figures(english))
    guard one.count == 1, two.count == 1, one[0] == two[0], let old = Int(one[0]),
      (2...4).contains(one[0].utf8.count), one[0].first != "0"
    else { return nil }
    let range =
      old >= 1900 && old < 2100
      ? 1900..<2026 : one[0].utf8.count == 2 ? 12..<100 : old < 1000 ? 101..<1000 : 1001..<10000
    let new = Int.random(in: range, using: &random)
    guard new != old else { return nil }
    return (
      french.replacing(one[0], with: String(new)), english.replacing(two[0], with: String(new))
    )
  }

  private static let months = [
    ("janvier", "January"), ("février", "February"), ("mars", "March"), ("avril", "April"),
    ("mai", "May"), ("juin", "June"), ("juillet", "July"), ("août", "August"),
    ("septembre", "September"), ("octobre", "October"), ("novembre", "November"),
    ("décembre", "December"),
  ]

  private mutating func day(_ french: String, _ english: String) -> (String, String)? {
    let figures = Self.figures(french)
    guard figures.count == 2, Self.figures(english).count == 2, let day = Int(figures[0]),
      let year = Int(figures[1]), (2...31).contains(day), (1500...2099).contains(year),
      let month = Self.months.firstIndex(where: { french.contains("\(day) \($0.0) \(year)") }),
      !Self.weekdays.contains(where: french.lowercased().contains)
    else { return nil }
    let (newDay, newMonth) = (
      Int.random(in: 2...28, using: &random), Int.random(in: 0..<12, using: &random)
    )
    let newYear = Int.random(in: 1950...2024, using: &random)
    let (old, new) = (Self.months[month], Self.months[newMonth])
    let forms = [
      ("\(day) \(old.1) \(year)", "\(newDay) \(new.1) \(newYear)"),
      ("\(old.1) \(day), \(year)", "\(new.1) \(newDay), \(newYear)"),
    ]
    guard let form = forms.first(where: { english.contains($0.0) }),
      (newDay, newMonth, newYear) != (day, month, year)
    else { return nil }
    return (
      french.replacing("\(day) \(old.0) \(year)", with: "\(newDay) \(new.0) \(newYear)"),
      english.replacing(form.0, with: form.1)
    )
  }

  private static let weekdays = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
  ]

  // MARK: Names and terms

  /// What entries that can stand for one another have in common; nil for those that cannot.
  private static func key(_ pair: TermPair) -> String? {
    guard let part = pair.partOfSpeech, part == .name || part == .noun, !pair.target.isEmpty,
      let french = pair.source.unicodeScalars.first, let english = pair.target.unicodeScalars.first
    else { return nil }
    return [
      part.rawValue, pair.gender, pair.domain, opens(french) ? "v" : "c",
      opens(english) ? "v" : "c",
    ].joined(separator: "|")
  }

  /// Whether an article is elided, or is `an`, before a letter.
  private static func opens(_ letter: Unicode.Scalar) -> Bool {
    "aeiouyhàâéèêëîïôöùûœAEIOUYHÀÂÉÈÊËÎÏÔÖÙÛŒ".unicodeScalars.contains(letter)
  }

  private mutating func entry(
    _ french: String, _ english: String, isName: Bool
  ) throws(SegmentationError) -> (String, String)? {
    let document = try reader.document(SourceText(french), language: .french)
    let matches = recognizer.matches(in: document)
    for match in matches {
      let pair = match.pair
      guard pair.status == .preferred, (pair.partOfSpeech == .name) == isName,
        match.text == pair.source, let key = Self.key(pair),
        matches.count(where: { $0.range.utf16.overlaps(match.range.utf16) }) == 1,
        let one = Self.onlyPlace(of: pair.source, in: french),
        let two = Self.onlyPlace(of: pair.target, in: english)
      else { continue }
      let others = (entries[key] ?? []).filter {
        $0.id != pair.id && uses[$0.id, default: 0] < Self.mostUses
          && Self.places(of: $0.target, in: english).isEmpty
          && Self.places(of: $0.source, in: french).isEmpty
      }
      guard let other = others.randomElement(using: &random) else { continue }
      uses[other.id, default: 0] += 1
      var (changedFrench, changedEnglish) = (french, english)
      changedFrench.replaceSubrange(one, with: other.source)
      changedEnglish.replaceSubrange(two, with: other.target)
      return (changedFrench, changedEnglish)
    }
    return nil
  }

  private static func onlyPlace(of part: String, in text: String) -> Range<String.Index>? {
    let places = places(of: part, in: text)
    return places.count == 1 ? places[0] : nil
  }

  /// Where `part` stands as whole words.
  private static func places(of part: String, in text: String) -> [Range<String.Index>] {
    text.ranges(of: part).filter { range in
      let before =
        range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
      let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
      return ![before, after].contains {
        $0.map { $0.isLetter || $0.isNumber || $0 == "-" } ?? false
      }
    }
  }

  /// Numbers that a seed gives, the same on every machine.
  ///
  /// - Source: Steele, Lea and Flood 2014, "Fast Splittable Pseudorandom Number Generators" (SplitMix64).
  private struct Generator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
