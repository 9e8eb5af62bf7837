// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveAlignment
public import BreveFormats
public import BreveText

/// The links of two texts compared with those that people made.
///
/// Strict: a link is right if both its sides are those of a gold link; links with an empty side are not counted.
public struct AlignmentEvaluation: Sendable {
  /// What is counted.
  public struct Counts: Hashable, Sendable {
    public var gold = 0
    public var links = 0
    public var right = 0
    /// Links with a score at or above the threshold.
    public var kept = 0
    public var keptRight = 0

    public init() {}

    public var precision: Double { links == 0 ? 0 : Double(right) / Double(links) }
    public var recall: Double { gold == 0 ? 0 : Double(right) / Double(gold) }
    /// The harmonic mean of precision and recall.
    public var f1: Double {
      gold + links == 0 ? 0 : 2 * Double(right) / Double(gold + links)
    }
    /// The share of right ones among those above the threshold.
    public var keptPrecision: Double { kept == 0 ? 0 : Double(keptRight) / Double(kept) }
    /// The share of links that are above the threshold.
    public var keptShare: Double { links == 0 ? 0 : Double(kept) / Double(links) }

    /// Adds what was counted in another text.
    public static func += (one: inout Counts, other: Counts) {
      one.gold += other.gold
      one.links += other.links
      one.right += other.right
      one.kept += other.kept
      one.keptRight += other.keptRight
    }
  }

  public let texts: AlignedTexts
  public let counts: Counts
  /// For each link with two sides, whether it is right.
  public let judgements: [(score: Double, isRight: Bool)]

  /// Aligns the texts that belong to a gold file and compares.
  ///
  /// - Parameters:
  ///   - path: `NAME.gold`: a link a line, numbers of lines from 0 with commas, TAB between source and target.
  ///   - source: The language of the source, which is in `NAME.` and the language.
  ///   - target: The language of the target.
  ///   - threshold: From which score on a link counts as kept.
  ///   - usesParagraphs: Whether marks of paragraphs are used, where there are any.
  /// - Throws: ``LoadingError`` if a file cannot be read.
  public init(
    gold path: String, source: Language, target: Language, threshold: Double,
    usesParagraphs: Bool = true
  ) throws(LoadingError) {
    let base = path.hasSuffix(".gold") ? String(path.dropLast(5)) : path
    var sides = (
      try SentenceList(linesOf: base + "." + source.tag, language: source),
      try SentenceList(linesOf: base + "." + target.tag, language: target)
    )
    if !usesParagraphs { sides = (sides.0.withoutParagraphs, sides.1.withoutParagraphs) }
    let gold = try Self.gold(path)
    texts = AlignedTexts(sides.0, sides.1, by: SentenceAligner())
    var counts = Counts()
    var judgements: [(score: Double, isRight: Bool)] = []
    counts.gold = gold.count
    for link in texts.links where !link.isOneSided {
      let isRight = gold.contains([Array(link.source), Array(link.target)])
      judgements.append((link.score, isRight))
      counts.links += 1
      if isRight { counts.right += 1 }
      guard link.score >= threshold else { continue }
      counts.kept += 1
      if isRight { counts.keptRight += 1 }
    }
    self.counts = counts
    self.judgements = judgements
  }

  /// The links with two sides of a gold file.
  private static func gold(_ path: String) throws(LoadingError) -> Set<[[Int]]> {
    var links: Set<[[Int]]> = []
    let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !line.isEmpty {
      let line = line.last == 0x0D ? line.dropLast() : line
      let sides = line.split(separator: 0x09, omittingEmptySubsequences: false).map { side in
        side.split { $0 == 0x2C || $0 == 0x20 }.map { Int(String($0) ?? "") }
      }
      guard sides.count >= 2, sides[0].allSatisfy({ $0 != nil }), sides[1].allSatisfy({ $0 != nil })
      else {
        throw LoadingError(
          .malformed("a link is numbers of lines with commas, a TAB, and numbers of lines"),
          at: SourceLocation(path: path, line: number + 1))
      }
      let link = sides.prefix(2).map { $0.compactMap(\.self).sorted() }
      if !link[0].isEmpty, !link[1].isEmpty { links.insert(link) }
    }
    return links
  }
}
