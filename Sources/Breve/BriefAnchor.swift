// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveRanking
internal import BreveText

/// What a brief must not be without: what was asked about, or else the lead; and what to say where it does not fit.
///
/// The selection weighs sums, so that one long sentence may be worth more than the lead and what goes with it.
struct BriefAnchor {
  /// The number of a unit; nil where none is better than what the selection takes.
  private(set) var unit: Int?
  private(set) var note: Note?

  /// A lead whose score is a smaller part of the best is no lead: a scene, a question, a look back.
  private static let leastPart = 0.85

  init(
    article: Article, text: RankingText, units: [SegmentSelection.Unit], focus: String?,
    limits: SegmentSelection.Limits
  ) {
    let totals = SegmentSelection.closures(of: units)
    let fits = totals.map(limits.allow)
    if let focus, !text.focus.isEmpty {
      let shares = units.map { unit in unit.sentences.reduce(0) { max($0, text.focus[$1]) } }
      let asked = units.indices.filter { shares[$0] > 0 && fits[$0] }.max {
        shares[$0] != shares[$1]
          ? shares[$0] < shares[$1] : (units[$0].score, $1) < (units[$1].score, $0)
      }
      unit = asked
      let most = shares.max() ?? 0
      if asked.map({ shares[$0] < most }) ?? true {
        let best = units.indices.filter { shares[$0] == most }
        note = Self.note(focus, best.map { totals[$0] }, limits)
      }
      if asked != nil { return }
    }
    let lead = Self.lead(of: article.document, text, units)
    let others = units.indices.filter {
      fits[$0] && !units[$0].isScrap && units[$0].antecedent == nil
    }
    let best = others.max { (units[$0].score, $1) < (units[$1].score, $0) }
    guard let lead else {
      unit = best
      return
    }
    let most =
      units.lazy.filter { !$0.isScrap && $0.antecedent == nil }.map(\.score).max() ?? 0
    guard units[lead].score >= Self.leastPart * most else {
      unit = best
      return
    }
    unit = fits[lead] ? lead : best
    if !fits[lead], best != nil, note == nil {
      note = Note(
        kind: .content,
        text: "the article's first sentence, of \(units[lead].words) words, does not fit")
    }
  }

  /// The first unit that stands alone, says something, and does not only tell how things have long been.
  private static func lead(
    of document: Document, _ text: RankingText, _ units: [SegmentSelection.Unit]
  ) -> Int? {
    func segment(_ unit: SegmentSelection.Unit) -> Segment {
      document.segments[text.sentences[unit.sentences.lowerBound].segment]
    }
    let texts = units.indices.filter { segment(units[$0]).role == .paragraph }
    let all = texts.isEmpty ? Array(units.indices) : texts
    func isNewsless(_ unit: Int) -> Bool {
      text.sentences[units[unit].sentences.lowerBound].isBackground
        || document.lexicon.cues.opensWithoutNews(
          document.text.units, in: segment(units[unit]).normalizedRange)
    }
    guard let first = all.first, !isNewsless(first),
      let lead = all.first(where: { !units[$0].isScrap }), units[lead].antecedent == nil,
      !isNewsless(lead)
    else { return nil }
    return lead
  }

  /// How much room the shortest way to speak of `focus` takes.
  private static func note(
    _ focus: String, _ totals: [SegmentSelection.Total], _ limits: SegmentSelection.Limits
  ) -> Note? {
    let needed: String
    if let limit = limits.sentences, let least = totals.map(\.sentences).min(), least > limit {
      needed = "\(least) sentences"
    } else if let limit = limits.words, let least = totals.map(\.words).min(), least > limit {
      needed = "\(least) words"
    } else if let limit = limits.characters, let least = totals.map(\.characters).min(),
      least > limit
    {
      needed = "\(least) characters"
    } else {
      needed = "more room"
    }
    return Note(
      kind: .content,
      text:
        "what speaks most of '\(focus)' does not fit: with the sentences that it needs before it, "
        + "it takes \(needed)")
  }
}
