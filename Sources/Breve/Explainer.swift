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
    var reasons = own.sorted {
      abs($0.contribution) != abs($1.contribution)
        ? abs($0.contribution) > abs($1.contribution)
        : $0.feature.rawValue < $1.feature.rawValue
    }.compactMap { words($0, at: index) }
    if reasons.isEmpty { reasons = ["the ranker gives it rank \(rank)"] }
    return Explanation(
      text: "rank \(rank) of \(text.sentences.count): " + reasons.joined(separator: "; "),
      shares: own)
  }

  func omission(of index: Int, rank: Int) -> String {
    let place = "rank \(rank) of \(text.sentences.count)"
    return text.sentences[index].dependence == .needsAntecedent && index > 0
      ? place + "; it cannot stand without the sentence before it" : place
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

  private func words(_ share: FusedRanker.Share, at index: Int) -> String? {
    let amount = "(\(signed(share.contribution)))"
    return switch share.feature {
    case .position:
      index == 0
        ? "it opens the article \(amount)" : "sentence \(index + 1) of the article \(amount)"
    case .first: "the first sentence \(amount)"
    case .second: "it comes second \(amount)"
    case .late: "how late it comes \(amount)"
    case .paragraph: "it opens a paragraph \(amount)"
    case .centrality: "\(percent(share.value)) as central as the most central sentence \(amount)"
    case .forward: "what follows takes it up \(amount)"
    case .title: "shares words with the title \(amount)"
    case .short, .long: "\(text.sentences[index].words) words \(amount)"
    case .substance: "how much it says beside the other sentences \(amount)"
    case .terse: "says much for a text of short sentences \(amount)"
    case .names:
      "\(text.sentences[index].names) "
        + (text.sentences[index].names == 1 ? "name or number" : "names and numbers") + " \(amount)"
    case .question: "a question \(amount)"
    case .quotation: "begins with a quotation \(amount)"
    case .personal: "speaks in the first or second person \(amount)"
    case .leaning: "looks back to the sentence before it \(amount)"
    case .dependence: "cannot stand without the sentence before it \(amount)"
    case .openEnd: "does not end like a sentence \(amount)"
    case .background: "tells of earlier years \(amount)"
    case .focus: "speaks of what was asked about \(amount)"
    }
  }

  private func percent(_ value: Double) -> String {
    "\(Int((value * 100).rounded(.toNearestOrEven))) %"
  }

  private func signed(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded(.toNearestOrEven))
    let digits = String(hundredths.magnitude % 100)
    return (hundredths < 0 ? "−" : "+") + "\(hundredths.magnitude / 100)."
      + (digits.utf8.count < 2 ? "0" : "") + digits
  }
}
