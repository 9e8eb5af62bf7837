// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveRanking
import BreveSystem

struct TrainRanking: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-ranking",
    abstract: "Fit the weights of the fused ranker to articles with summaries, and print them.",
    discussion: """
      Coordinate ascent on ROUGE at 30 and 60 words, once with titles and once without, from the weights linked in. With \
      --folds the gain is measured on articles that the weights were not fitted to.

      EXAMPLE:
        breve eval train-ranking train.jsonl > Sources/BreveRanking/Weights/fused.weights.txt
      """)

  @Argument(help: ArgumentHelp("Articles with summaries, as JSON Lines.", valueName: "file"))
  var input: String

  @Option(help: ArgumentHelp("Cross-validate in so many parts first.", valueName: "n"))
  var folds = 0

  @Option(help: ArgumentHelp("Use only every so manieth article.", valueName: "n"))
  var every = 1

  func run() async throws {
    let articles = try ReferenceArticle.read(input).enumerated().filter {
      $0.offset % max(1, every) == 0
    }
    .map(\.element)
    async let titled = fit(articles, withTitles: true)
    async let untitled = fit(articles, withTitles: false)
    let (one, other) = try await (titled, untitled)
    var out = """
      # Weights of the fused ranker, by feature: for articles with a title, and without.
      # Fitted by `breve eval train-ranking` to \(Inputs.name(of: input)) (\(articles.count) articles; CC BY-SA 4.0):
      # coordinate ascent on the mean of ROUGE-1 and ROUGE-2, F1 at 30 words and recall at 60.

      [weights]

      """
    for (index, feature) in FusedRanker.Share.Feature.allCases.enumerated() {
      out += "\(feature.rawValue) \(one[index]) \(other[index])\n"
    }
    out += """

      [other languages]
      # Not fitted: in Bengali and Turkish news of short sentences the long ones carry the news.

      """
    for one in FusedWeights.standard.elsewhere {
      let feature = FusedRanker.Share.Feature.allCases[one.feature]
      out += "\(feature.rawValue) \(one.withTitle) \(one.withoutTitle)\n"
    }
    StandardStream.output(out)
  }

  private func fit(_ articles: [ReferenceArticle], withTitles: Bool) async throws -> [Double] {
    let name = withTitles ? "with titles" : "without"
    let training = RankerTraining(try SummarizationCorpus(articles, withTitles: withTitles))
    let start = FusedWeights.standard.values(hasTitle: withTitles)
    for fold in 0..<folds {
      let weights = training.fit(from: start, includes: { $0 % folds != fold }) { _ in }
      let gain =
        training.measure(weights, includes: { $0 % folds == fold })
        - training.measureOfLead(includes: { $0 % folds == fold })
      StandardStream.error("\(name), fold \(fold + 1): \(gain) over lead\n")
    }
    StandardStream.error(
      "\(name): lead \(training.measureOfLead()), start \(training.measure(start))\n")
    return training.fit(from: start) { StandardStream.error("\(name): \($0)\n") }
  }
}
