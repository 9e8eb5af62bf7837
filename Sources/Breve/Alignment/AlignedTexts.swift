// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveAlignment
public import BreveFormats
public import BreveMemory
public import BreveText

/// Two texts, and which of their sentences say the same.
public struct AlignedTexts: Sendable {
  public let source: SentenceList
  public let target: SentenceList
  /// From which score on a link is kept if nothing else is said: see `Reports/quality/alignment.md`.
  public static let threshold = 0.9

  /// In order; they tile both sides.
  public let links: [SentenceLink]

  /// Aligns two texts.
  ///
  /// - Parameters:
  ///   - source: The sentences of the source.
  ///   - target: The sentences of the target.
  ///   - aligner: What finds the links.
  public init(_ source: SentenceList, _ target: SentenceList, by aligner: SentenceAligner) {
    self.source = source
    self.target = target
    links = aligner.links(source.text, target.text)
  }

  /// The sentences of a link's source as one text.
  public func sourceText(of link: SentenceLink) -> String { Self.joined(source, link.source) }

  /// The sentences of a link's target as one text.
  public func targetText(of link: SentenceLink) -> String { Self.joined(target, link.target) }

  private static func joined(_ list: SentenceList, _ range: Range<Int>) -> String {
    list.text.sentences[range].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The links as numbers of sentences from 0: those of the source, TAB, those of the target, with commas.
  public var numbers: String {
    var out = ""
    for link in links {
      out +=
        Self.list(link.source, from: 0) + "\t" + Self.list(link.target, from: 0) + "\n"
    }
    return out
  }

  private static func list(_ range: Range<Int>, from first: Int) -> String {
    range.map { String($0 + first) }.joined(separator: ",")
  }

  /// The lines of a table for people to look through.
  ///
  /// - Parameter threshold: From which score on a link is marked to be kept.
  /// - Returns: A line a link.
  public func rows(threshold: Double) -> [AlignmentTable.Row] {
    links.map { link in
      AlignmentTable.Row(
        keep: link.isOneSided ? .no : link.score >= threshold ? .yes : .ask,
        score: link.isOneSided ? nil : link.score,
        sourceSentences: Self.list(link.source, from: 1),
        targetSentences: Self.list(link.target, from: 1),
        source: sourceText(of: link), target: targetText(of: link), document: source.path)
    }
  }

  /// The units of the links with at least a score, each with the source before it and after it.
  ///
  /// - Parameter least: The least score.
  /// - Returns: A unit a link, those without text on a side left out.
  public func units(least: Double) -> [TranslationUnit] {
    let texts = links.map { sourceText(of: $0) }
    var units: [TranslationUnit] = []
    for (number, link) in links.enumerated() where !link.isOneSided && link.score >= least {
      let target = targetText(of: link)
      guard !texts[number].isEmpty, !target.isEmpty else { continue }
      var unit = TranslationUnit([
        Variant(source.text.language, texts[number]), Variant(self.target.text.language, target),
      ])
      unit.document = source.path
      unit.line = source.lines[link.source.lowerBound] - 1
      unit.sourceLanguage = source.text.language
      if let ranges = source.ranges {
        unit.range =
          ranges[link.source.lowerBound].lowerBound..<ranges[link.source.upperBound - 1].upperBound
      }
      unit.previous = texts[..<number].last { !$0.isEmpty }
      unit.next = texts[(number + 1)...].first { !$0.isEmpty }
      units.append(unit)
    }
    return units
  }
}

extension AlignmentTable {
  /// The units of the lines marked `yes`, and of those marked `ask` if these are wanted.
  public func units(
    source: Language, target: Language, includesDoubtful: Bool = false
  ) -> [TranslationUnit] {
    let sources = rows.map(\.source)
    var units: [TranslationUnit] = []
    for (number, row) in rows.enumerated() {
      guard row.keep == .yes || (includesDoubtful && row.keep == .ask), !row.source.isEmpty,
        !row.target.isEmpty
      else { continue }
      var unit = TranslationUnit([Variant(source, row.source), Variant(target, row.target)])
      unit.sourceLanguage = source
      unit.document = row.document.isEmpty ? nil : row.document
      let isSame = { (other: Int) in rows[other].document == row.document }
      unit.previous = rows.indices[..<number].last { isSame($0) && !sources[$0].isEmpty }.map {
        sources[$0]
      }
      unit.next = rows.indices[(number + 1)...].first { isSame($0) && !sources[$0].isEmpty }.map {
        sources[$0]
      }
      units.append(unit)
    }
    return units
  }
}
