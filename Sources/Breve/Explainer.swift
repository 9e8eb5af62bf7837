// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveRanking
internal import BreveText

/// Says in plain words why a sentence was chosen or left out.
struct Explainer {
  private let text: RankingText
  private let shares: ((Int) -> [FusedRanker.Share])?

  init(text: RankingText, shares: ((Int) -> [FusedRanker.Share])?) {
    self.text = text
    self.shares = shares
  }

  func explanation(of index: Int, rank: Int) -> Explanation {
    let own = shares?(index) ?? []
    var words = place(rank)
    words.reserveCapacity(Self.room)
    words += ": "
    if own.isEmpty { words += "the ranker gives it rank " + String(rank) }
    let order = own.sorted {
      abs($0.contribution) != abs($1.contribution)
        ? abs($0.contribution) > abs($1.contribution)
        : $0.feature.rawValue < $1.feature.rawValue
    }
    for (number, share) in order.enumerated() {
      if number > 0 { words += "; " }
      append(share, at: index, to: &words)
    }
    return Explanation(text: words, shares: own)
  }

  /// Why a sentence was left out.
  ///
  /// - Parameters:
  ///   - rank: The rank of the sentence.
  ///   - needs: Whether it cannot stand without the sentence before it.
  ///   - obstacle: Why it is not there although sentences of lower rank are; nil if none is.
  /// - Returns: The reason in plain words.
  func omission(rank: Int, needs: Bool, obstacle: String?) -> String {
    var words = place(rank)
    if needs { words += "; it cannot stand without the sentence before it" }
    if let obstacle { words += "; " + obstacle }
    return words
  }

  private func place(_ rank: Int) -> String {
    "rank " + String(rank) + " of " + String(text.sentences.count)
  }

  static func never(_ role: BlockRole) -> String {
    switch role {
    case .heading: "a heading is no sentence"
    case .byline: "a by-line"
    case .caption: "the caption of a picture"
    case .credit: "a credit of the site or an agency"
    case .metadata: "a header"
    case .quote: "a pull-quote"
    case .paragraph, .listItem: "not needed"
    }
  }

  /// Appends what a share of the score says: piece by piece, as interpolation would cost more than the ranking.
  private func append(_ share: FusedRanker.Share, at index: Int, to words: inout String) {
    switch share.feature {
    case .position:
      if index == 0 {
        words += "it opens the article"
      } else {
        words += "sentence "
        words += String(index + 1)
        words += " of the article"
      }
    case .centrality:
      words += "its words recur all through the article, "
      words += String(Int((share.value * 100).rounded(.toNearestOrEven)))
      words += " % of the most"
    case .short, .long:
      words += String(text.sentences[index].words)
      words += " words"
    case .names:
      words += String(text.sentences[index].names)
      words += text.sentences[index].names == 1 ? " name or number" : " names and numbers"
    default: words += Self.phrase(share.feature)
    }
    let hundredths = Int((share.contribution * 100).rounded(.toNearestOrEven))
    words += hundredths < 0 ? " (−" : " (+"
    words += Self.decimal(abs(hundredths))
    words += ")"
  }

  /// Bytes that hold most explanations.
  private static let room = 500

  /// What a feature is called where it needs no number.
  private static func phrase(_ feature: FusedRanker.Share.Feature) -> String {
    switch feature {
    case .first: "the first sentence"
    case .second: "it comes second"
    case .late: "how late it comes"
    case .paragraph: "it opens a paragraph"
    case .forward: "later sentences use its words again"
    case .title: "shares words with the title"
    case .substance: "how much it says beside the other sentences"
    case .terse: "says much for a text of short sentences"
    case .question: "a question"
    case .quotation: "begins with a quotation"
    case .personal: "speaks in the first or second person"
    case .leaning: "looks back to the sentence before it"
    case .dependence: "cannot stand without the sentence before it"
    case .openEnd: "does not end like a sentence"
    case .background: "tells of earlier years"
    case .focus: "speaks of what was asked about"
    case .position, .centrality, .short, .long, .names: feature.rawValue
    }
  }

  private static func decimal(_ hundredths: Int) -> String {
    hundredths < decimals.count ? decimals[hundredths] : written(hundredths)
  }

  /// `0.00` to `2.99`: nearly all that are asked for.
  private static let decimals = (0..<300).map(written)

  private static func written(_ hundredths: Int) -> String {
    String(hundredths / 100) + "." + String(100 + hundredths % 100).dropFirst()
  }
}
