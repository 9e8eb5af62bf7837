// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import Breve

extension Inputs {
  /// Reads every article and gives what `transform` makes of it, in order; what cannot be read is said, in the same order,
  /// and left out.
  func results<Result: Sendable>(
    jobs: Int, options: ReadingOptions = ReadingOptions(), language: Language?,
    dictionaries: SpellingDictionaries, transform: @Sendable @escaping (Article) -> Result
  ) async -> [Result] {
    await results(
      jobs: jobs, options: options, language: language, dictionaries: dictionaries, state: {}
    ) { _, article in transform(article) }
  }

  /// The same with something that each thread keeps from article to article; `state` makes it.
  func results<State: ~Copyable, Result: Sendable>(
    jobs: Int, options: ReadingOptions = ReadingOptions(), language: Language?,
    dictionaries: SpellingDictionaries, state: @Sendable @escaping () -> State,
    transform: @Sendable @escaping (inout State, Article) -> Result
  ) async -> [Result] {
    let items = items
    let outcomes = await ParallelMap.results(count: items.count, jobs: jobs) { queue in
      var reader = ArticleReader(options: options, dictionaries: dictionaries)
      var state = state()
      var outcomes: [(Int, Swift.Result<Result, LoadingError>)] = []
      while let number = queue.take() {
        do throws(LoadingError) {
          let article = try items[number].article(by: &reader, language: language)
          outcomes.append((number, .success(transform(&state, article))))
        } catch {
          outcomes.append((number, .failure(error)))
        }
      }
      return outcomes
    }
    return outcomes.compactMap { outcome in
      switch outcome {
      case .success(let result): return result
      case .failure(let error):
        diagnostics.failure(error)
        return nil
      }
    }
  }
}
