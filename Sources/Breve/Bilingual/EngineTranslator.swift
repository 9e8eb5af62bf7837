// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveEngines
internal import BreveMemory
public import BreveTerms
internal import BreveText

/// Asks engines for the English of sentences, puts the terms of the glossary into it, and checks it.
///
/// All sentences go to each engine at once. Of what several engines give for a sentence, that with the fewest findings is
/// taken; of equals, that of the engine named first. A value keeps what it has learnt of words; use one a worker.
public struct EngineTranslator {
  /// The English of a sentence, with what was done to it and what is against it.
  public struct Draft: Sendable {
    public let text: String
    /// The engine, its version, and whether it gives a gist only.
    public let engine: String
    /// The engine's English before terms, days and numbers were put into it.
    public let raw: String
    /// What was put in the place of what.
    public let repairs: [MatchRepair]
    public let findings: [ConsistencyIssue]
    /// What went wrong before the engine gave it; nil if nothing did.
    public var setback: EngineFault?
  }

  /// What went wrong with an engine, and how many sentences it holds for.
  public struct Failure: Hashable, Sendable {
    public let fault: EngineFault
    /// Whether the engine gave English when it was asked again for fewer sentences at a time.
    public let isMended: Bool
    public let sentences: Int

    /// As `engine 'pipe:cat': an empty answer (2 sentences)`.
    public var inWords: String {
      "\(text) (\(sentences) \(sentences == 1 ? "sentence" : "sentences"))"
    }

    /// As `engine 'pipe:cat': an empty answer`.
    var text: String {
      "\(fault)" + (isMended ? "; asked again for fewer at a time, it answered" : "")
    }
  }

  private let engines: [any TranslationEngine]
  private let limits: EngineLimits
  /// Where answers are kept between runs; nil for nowhere.
  private let cache: (any EngineAnswerCache)?
  /// What reviewers rejected.
  private let rejections: EngineRejections
  private let checker: TranslationChecker
  private let placement: KnownFormPlacement
  private let placesTerms: Bool

  /// A translator by engines and a glossary.
  ///
  /// - Parameters:
  ///   - engines: Those that are asked, the best one first.
  ///   - glossary: What terms may be called.
  ///   - dictionaries: For the check of names.
  ///   - limits: When an engine is given up.
  ///   - cache: Where answers are kept between runs.
  ///   - rejections: English that is not taken.
  ///   - placesTerms: Whether terms, days and numbers are put into the English.
  public init(
    _ engines: [any TranslationEngine], glossary: Glossary,
    dictionaries: SpellingDictionaries = SpellingDictionaries(),
    limits: EngineLimits = EngineLimits(), cache: (any EngineAnswerCache)? = nil,
    rejections: EngineRejections = EngineRejections(), placesTerms: Bool = true
  ) {
    self.engines = engines
    self.limits = limits
    self.cache = cache
    self.rejections = rejections
    self.placesTerms = placesTerms
    let checker = TranslationChecker(
      glossary, dictionaries: dictionaries, options: .init(includesStyle: true))
    self.checker = checker
    placement = KnownFormPlacement(checker)
  }

  /// The best English for each sentence.
  ///
  /// - Parameters:
  ///   - sentences: Those that are the same are asked for once.
  ///   - terms: The terms of each sentence, for the checks.
  /// - Returns: As many drafts as sentences, nil where no engine gave anything; and why engines gave nothing.
  public func drafts(
    of sentences: [EngineSentence], terms: [[(match: TermMatch, range: Range<Int>)]]
  ) async -> (drafts: [Draft?], failures: [Failure]) {
    var drafts: [Draft?] = Array(repeating: nil, count: sentences.count)
    var failures: [Reason: Int] = [:]
    var order: [Reason] = []
    func count(_ reason: Reason) {
      if failures[reason] == nil { order.append(reason) }
      failures[reason, default: 0] += 1
    }
    for (engine, replies) in zip(engines, await replies(to: sentences)) {
      for index in sentences.indices {
        switch judged(replies[index], of: engine, sentences[index], terms[index]) {
        case .success(let draft):
          if let setback = draft.setback { count(Reason(fault: setback, isMended: true)) }
          if let known = drafts[index], known.findings.count <= draft.findings.count { continue }
          drafts[index] = draft
        case .failure(let fault): count(Reason(fault: fault, isMended: false))
        }
      }
    }
    return (
      drafts,
      order.map {
        Failure(fault: $0.fault, isMended: $0.isMended, sentences: failures[$0] ?? 0)
      }
    )
  }

  private struct Reason: Hashable {
    let fault: EngineFault
    let isMended: Bool
  }

  private func judged(
    _ reply: EngineReply, of engine: any TranslationEngine, _ sentence: EngineSentence,
    _ terms: [(match: TermMatch, range: Range<Int>)]
  ) -> Result<Draft, EngineFault> {
    reply.flatMap { answer in
      let (text, replacements) =
        placesTerms ? placement.placed(sentence, answer) : (answer.text, [])
      if rejections.contains(source: sentence.text, target: text)
        || rejections.contains(source: sentence.text, target: answer.text)
      {
        return .failure(EngineFault(.rejected, engine: engine.shownName))
      }
      var findings = checker.issues(source: sentence.text, target: text, terms: terms)
      if engine.capabilities.isGist {
        // A gist leaves the words that its dictionaries lack.
        findings += checker.unknownWords(
          source: sentence.text, target: text, terms: terms.map(\.match), besides: findings)
      }
      return .success(
        Draft(
          text: text, engine: engine.label, raw: answer.text,
          repairs: replacements.map {
            MatchRepair(kind: $0.kind, before: $0.before, after: $0.after)
          },
          findings: findings, setback: answer.setback))
    }
  }

  // MARK: Asking

  /// What each engine gives, all of them asked at the same time.
  private func replies(to sentences: [EngineSentence]) async -> [[EngineReply]] {
    var places: [EngineSentence: Int] = [:]
    var distinct: [EngineSentence] = []
    let placeOf = sentences.map { sentence in
      if let known = places[sentence] { return known }
      places[sentence] = distinct.count
      distinct.append(sentence)
      return distinct.count - 1
    }
    let (wanted, limits, cache) = (distinct, limits, cache)
    let given = await withTaskGroup(of: (Int, [EngineReply]).self) { group in
      for (number, engine) in engines.enumerated() {
        group.addTask { (number, await Self.replies(of: engine, to: wanted, limits, cache)) }
      }
      var given: [[EngineReply]] = Array(repeating: [], count: engines.count)
      for await (number, replies) in group { given[number] = replies }
      return given
    }
    return given.map { replies in placeOf.map { replies[$0] } }
  }

  /// What one engine gives; it is asked for what the cache does not have.
  private static func replies(
    of engine: any TranslationEngine, to sentences: [EngineSentence], _ limits: EngineLimits,
    _ cache: (any EngineAnswerCache)?
  ) async -> [EngineReply] {
    let keys = cache == nil ? [] : sentences.map { EngineAnswerKey(engine, $0) }
    let kept = cache?.answers(for: keys) ?? [:]
    let open = sentences.indices.filter { cache == nil || kept[keys[$0]] == nil }
    let asked =
      open.isEmpty ? [] : await engine.translate(open.map { sentences[$0] }, limits: limits)
    var replies: [EngineReply] = sentences.indices.map { index in
      if cache != nil, let answer = kept[keys[index]] { return .success(answer) }
      return .failure(EngineFault(.noAnswer, engine: engine.shownName))
    }
    for (index, reply) in zip(open, asked) { replies[index] = reply }
    cache?.keep(
      zip(open, asked).compactMap { index, reply in
        (try? reply.get()).map { (keys[index], $0) }
      }, of: engine)
    return replies
  }
}

extension EngineTranslator {
  /// Whether an allowed rendering of a term stands in `target`.
  func isRendered(_ match: TermMatch, in target: String) -> Bool {
    checker.isRendered(match, in: target)
  }

  /// Whether the preferred rendering of a term stands in `target`.
  public func hasPreferred(_ match: TermMatch, in target: String) -> Bool {
    checker.hasPreferred(match, in: target)
  }
}
