// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Breve
internal import BreveFormats
internal import BreveTestSupport

/// What has to hold of any brief.
struct BriefLaws {
  let brief: Brief
  let length: BriefLength
  private let segments: [Segment]
  private let chosen: Set<Int>
  private let choosable: [Int]

  init(_ brief: Brief, _ length: BriefLength) {
    self.brief = brief
    self.length = length
    let segments = brief.article.document.segments
    self.segments = segments
    let ranges = Set(brief.sentences.map(\.segment.range))
    chosen = Set(segments.indices.filter { ranges.contains(segments[$0].range) })
    let sentences = segments.indices.filter { [.paragraph, .listItem].contains(segments[$0].role) }
    let quotes = segments.indices.filter { segments[$0].role == .quote }
    choosable = !sentences.isEmpty ? sentences : !quotes.isEmpty ? quotes : Array(segments.indices)
  }

  var faults: [String] {
    var faults = shapeFaults + dependenceFaults
    if quotations.contains(where: { !chosen.isDisjoint(with: $0) && !chosen.isSuperset(of: $0) }) {
      faults.append("a quotation is cut")
    }
    let isOverBudget = brief.notes.contains { $0.kind == .budget }
    if isOverBudget {
      if choosable.contains(where: { stands(alone: $0) && fits([$0]) }) {
        faults.append("a sentence fits, and the note says none does")
      }
    } else if !fits(chosen.sorted()) {
      faults.append("a limit is passed")
    }
    return faults
  }

  /// In the order of the text, each segment once, in the brief or left out, with its rank.
  private var shapeFaults: [String] {
    var faults: [String] = []
    if brief.sentences.isEmpty { faults.append("the brief is empty") }
    if chosen.count != brief.sentences.count {
      faults.append("a sentence is no segment, or is there twice")
    }
    if brief.sentences.map(\.segment) != chosen.sorted().map({ segments[$0] }) {
      faults.append("not in the order of the text")
    }
    if brief.omitted.map(\.segment)
      != segments.indices.filter({ !chosen.contains($0) }).map({ segments[$0] })
    {
      faults.append("omitted is not the rest")
    }
    if !chosen.isSubset(of: choosable) { faults.append("something is chosen that is no sentence") }
    let ranks = brief.sentences.map(\.rank) + brief.omitted.compactMap(\.rank)
    if ranks.sorted() != Array(1...choosable.count) { faults.append("the ranks are not 1 to n") }
    let byRank = brief.sentences.sorted { $0.rank < $1.rank }.map(\.score)
    if byRank != byRank.sorted(by: >) { faults.append("ranks do not follow scores") }
    if brief.words != Self.words(brief.summary)
      || brief.characters != brief.summary.unicodeScalars.count
    {
      faults.append("words or characters are counted wrongly")
    }
    return faults
  }

  private var dependenceFaults: [String] {
    zip(choosable, choosable.dropFirst()).compactMap { before, index in
      chosen.contains(index) && needsAntecedent(index) && !chosen.contains(before)
        ? "‹\(segments[index].text)› stands without what it leans on" : nil
    }
  }

  private func needsAntecedent(_ index: Int) -> Bool {
    let document = brief.article.document
    let cues = document.lexicon.cues
    let units = document.text.units
    let range = segments[index].normalizedRange
    let group = QuotationFinder().groups(of: document)[index]
    if cues.dependence(of: units, in: range) == .needsAntecedent { return true }
    if let place = choosable.firstIndex(of: index), place > 0, group.first == index,
      cues.takesUp(units, in: range, after: segments[choosable[place - 1]].normalizedRange)
    {
      return true
    }
    return group.count == 1
      && cues.lacksSpeaker(units, in: range, stopWords: document.lexicon.stopWords)
  }

  private func stands(alone index: Int) -> Bool {
    let group = QuotationFinder().groups(of: brief.article.document)[index]
    return (index == choosable.first || !needsAntecedent(index)) && group.count == 1
  }

  /// The segments from a « to its », where they are more than one.
  private var quotations: [Set<Int>] {
    var quotations: [Set<Int>] = []
    var open: Set<Int> = []
    var depth = 0
    for (index, segment) in segments.enumerated() {
      if depth > 0 { open.insert(index) }
      for scalar in segment.text.unicodeScalars {
        if scalar == "«" {
          depth += 1
          open.insert(index)
        } else if scalar == "»", depth > 0 {
          depth -= 1
          if depth == 0 {
            if open.count > 1 { quotations.append(open) }
            open = []
          }
        }
      }
    }
    return quotations
  }

  private func fits(_ indices: [Int]) -> Bool {
    let summary = indices.map { segments[$0].text }.joined(separator: " ")
    let all = segments.reduce(0) { $0 + Self.words($1.text) }
    return indices.count <= length.sentences ?? .max && Self.words(summary) <= length.words ?? .max
      && summary.unicodeScalars.count <= length.characters ?? .max
      && Self.words(summary) <= length.share.map { all * $0 / 100 } ?? .max
  }

  /// Stretches without white space that hold a letter or a digit, counted in the plain way.
  static func words(_ text: String) -> Int {
    text.unicodeScalars.split { $0.properties.isWhitespace }.count { word in
      word.contains { scalar in
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
          .decimalNumber, .letterNumber, .otherNumber:
          true
        default: false
        }
      }
    }
  }
}

/// Articles as the tests read them; a value keeps its reader, which opens dictionaries.
struct Articles: ~Copyable {
  private var reader = ArticleReader()

  /// A seed with what `SOURCES.tsv` tells of it.
  static func seed(_ path: String) throws -> Article {
    let table = try SourcesTable(
      Repository.text("seeds/SOURCES.tsv"), at: SourceLocation(path: "SOURCES.tsv"))
    let facts = table.rows[String(path.dropFirst("seeds/".count))]?.facts ?? SourceFacts()
    var reader = ArticleReader()
    return try reader.article(Repository.bytes(path), path: path, facts: facts)
  }

  static func text(
    _ text: String, path: String? = nil, facts: SourceFacts = SourceFacts()
  ) throws -> Article {
    var articles = Articles()
    return try articles.text(text, path: path, facts: facts)
  }

  mutating func text(
    _ text: String, path: String? = nil, facts: SourceFacts = SourceFacts()
  ) throws -> Article {
    try reader.article(text, path: path, language: .french, facts: facts)
  }
}
