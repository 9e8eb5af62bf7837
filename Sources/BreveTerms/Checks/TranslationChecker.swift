// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMorphology
public import BreveText

/// Compares French sentences with their English: terms, numbers, dates, names, negations and, where asked, more.
///
/// Of other languages, where the glossary is of others, terms, numbers in digits and dates are compared. It reports and
/// never rewrites. A value keeps what it has learnt of words; use one a worker.
public struct TranslationChecker {
  /// What is looked at.
  public struct Options: Sendable {
    /// Length, quotation marks and words that were left: what a person has to weigh.
    public var includesStyle: Bool

    /// What is asked for.
    public init(includesStyle: Bool = false) { self.includesStyle = includesStyle }
  }

  private let options: Options
  private let forms: EnglishForms
  private let renderings: Renderings
  private let kin: NameKin
  private let numbers: NumberComparison
  /// Of French and English only.
  private let negation: NegationCheck?
  /// What is known of French and English only; nil for other languages.
  private let names: NameCheck?
  private let dates: DateCheck
  /// Nil where there is no dictionary to ask, or the translation is not in English.
  let words: WordCheck?

  /// A checker by the renderings of a glossary.
  ///
  /// - Parameters:
  ///   - glossary: What terms may be called.
  ///   - dictionaries: Where it is looked up whether a capitalised word is a name; nothing is opened before it is needed.
  ///   - options: What is looked at.
  public init(
    _ glossary: Glossary, dictionaries: SpellingDictionaries, options: Options = Options()
  ) {
    let (source, target) = (glossary.sourceLanguage, glossary.targetLanguage)
    let isFrenchToEnglish = source.primary == "fr" && target.primary == "en"
    self.options = Options(includesStyle: options.includesStyle && isFrenchToEnglish)
    forms = EnglishForms(language: target)
    renderings = Renderings(glossary)
    kin = NameKin(glossary.pairs.filter { $0.domain == "places" }.map(\.target))
    numbers = NumberComparison(source: source, target: target)
    negation = isFrenchToEnglish ? NegationCheck() : nil
    names =
      isFrenchToEnglish
      ? NameCheck(
        french: dictionaries.french, english: dictionaries.english,
        peoples: glossary.pairs.filter { $0.domain == "demonyms" }.map(\.target)) : nil
    dates = DateCheck(from: source, to: target)
    words = isFrenchToEnglish ? dictionaries.english.map(WordCheck.init) : nil
  }

  /// The issues of one pair of sentences, in the order of the source.
  ///
  /// - Parameters:
  ///   - source: The French.
  ///   - target: The English.
  ///   - terms: The terms found in `source`, with ranges of it in UTF-16 units.
  /// - Returns: None for a translation that has all.
  public func issues(
    source: String, target: String, terms: [(match: TermMatch, range: Range<Int>)]
  ) -> [ConsistencyIssue] {
    let english = EnglishSentence(target, forms)
    let judged = judgements(english, terms)
    var issues = judged.compactMap(\.issue)
    let compared = dates.comparison(source: source, target: target)
    issues += compared.issues
    issues += numbers.differences(source: source, target: target, excused: compared.excused).map {
      ConsistencyIssue(
        .number, $0.message(source, target), source: $0.source, target: $0.target)
    }
    issues += negation?.issues(source: source, target: target) ?? []
    issues +=
      names?.issues(
        source: source, target: target, terms: terms.map(\.range),
        rendered: judged.compactMap(\.target)) ?? []
    if options.includesStyle {
      issues += StyleCheck.issues(source: source, target: target, terms: terms.map(\.range)) {
        names?.isFrenchOnly($0) ?? false
      }
    }
    return issues.sorted {
      ($0.source?.lowerBound ?? .max, $0.target?.lowerBound ?? .max)
        < ($1.source?.lowerBound ?? .max, $1.target?.lowerBound ?? .max)
    }
  }

  /// Whether an allowed rendering of a term stands in `target`, or what is as good.
  public func isRendered(_ match: TermMatch, in target: String) -> Bool {
    let english = EnglishSentence(target, forms)
    return renderings.allowed(for: match.pair).contains { forms.range(of: $0, in: english) != nil }
      || substitute(for: match.pair, in: english) != nil
  }

  /// Whether the preferred rendering of a term stands in `target`, inflected or not.
  ///
  /// Stricter than ``isRendered(_:in:)``: neither another spelling, an admitted rendering nor what is as good is enough.
  public func hasPreferred(_ match: TermMatch, in target: String) -> Bool {
    let english = EnglishSentence(target, forms)
    let avoided = renderings.deprecated(for: match.pair).compactMap {
      forms.range(of: $0, in: english)
    }
    return renderings.preferred(for: match.pair).contains { form in
      guard let range = forms.range(of: form, in: english) else { return false }
      return !avoided.contains { $0.holdsMore(than: range) }
    }
  }

  /// What a concept may be called.
  func accepted(for pair: TermPair) -> [String] { renderings.allowed(for: pair) }

  /// Where a deprecated rendering of a term stands in `target`, in UTF-16 units; nil if none does.
  public func deprecatedRange(_ match: TermMatch, in target: String) -> Range<Int>? {
    let english = EnglishSentence(target, forms)
    return renderings.deprecated(for: match.pair).lazy.compactMap {
      forms.range(of: $0, in: english)
    }.first
  }

  // MARK: Terms

  /// What became of each term, in the order of the source.
  ///
  /// - Parameters:
  ///   - target: The translation.
  ///   - terms: The terms found in the source, with ranges of it in UTF-16 units.
  /// - Returns: One judgement for each place at which a term stands.
  public func judgements(
    target: String, terms: [(match: TermMatch, range: Range<Int>)]
  ) -> [TermJudgement] {
    judgements(EnglishSentence(target, forms), terms)
  }

  private func judgements(
    _ english: EnglishSentence, _ terms: [(match: TermMatch, range: Range<Int>)]
  ) -> [TermJudgement] {
    var judgements: [TermJudgement] = []
    var index = 0
    while index < terms.count {
      // The concepts that one form may mean: one rendering of any of them is enough.
      var end = index + 1
      while end < terms.count, terms[end].range == terms[index].range { end += 1 }
      let group = terms[index..<end].map(\.match)
      judgements.append(judgement(english, group, terms[index].range))
      index = end
    }
    return withoutTakenKin(judgements, english)
  }

  /// The judgements, where a nationality is not rendered by the country that another term of the source is rendered by.
  private func withoutTakenKin(
    _ judgements: [TermJudgement], _ english: EnglishSentence
  ) -> [TermJudgement] {
    let rendered = judgements.compactMap(\.target)
    return judgements.map { judgement in
      guard case .asGood = judgement.outcome,
        let pair = judgement.pairs.first(where: hasKin), kin.stands(pair.target, in: english),
        !kin.stands(pair.target, in: english, besides: rendered), sign(of: pair, in: english) == nil
      else { return judgement }
      return judgement.missing
    }
  }

  /// Whether another form of its name is as good as the rendering of a pair.
  private func hasKin(_ pair: TermPair) -> Bool {
    pair.id.hasPrefix("icu:") || ["demonyms", "places"].contains(pair.domain)
  }

  private func judgement(
    _ english: EnglishSentence, _ group: [TermMatch], _ range: Range<Int>
  ) -> TermJudgement {
    let pairs = group.map(\.pair)
    let accepted = pairs.flatMap(renderings.allowed)
    let avoided = pairs.flatMap(renderings.deprecated)
    return TermJudgement(
      pairs: pairs, text: group[0].text, source: range, accepted: accepted,
      wanted: accepted.map { names == nil ? $0 : pairs[0].rendering($0, of: group[0].text) },
      deprecated: avoided,
      outcome: outcome(english, pairs, group[0].text, accepted, avoided))
  }

  private func outcome(
    _ english: EnglishSentence, _ pairs: [TermPair], _ text: String, _ accepted: [String],
    _ avoided: [String]
  ) -> TermJudgement.Outcome {
    let found = accepted.lazy.compactMap { form in
      self.forms.range(of: form, in: english).map { (form: form, range: $0) }
    }.first
    for form in avoided {
      // `Inform` has the stem of `information`, and is no form of it.
      guard let place = forms.range(of: form, in: english), place.count + 2 >= form.utf16.count
      else { continue }
      // Of `Sergueï Lavrov` the `Lavrov` is right, and the whole is not.
      if found.map({ !$0.range.overlaps(place) || place.holdsMore(than: $0.range) }) ?? true {
        return .deprecated(form: form, range: place)
      }
    }
    if let found { return .rendered(form: found.form, range: found.range) }
    if accepted.isEmpty { return .unasked }
    if let reason = pairs.lazy.compactMap({ self.substitute(for: $0, in: english) }).first {
      return .asGood(reason)
    }
    // `Parlementaire` is an adjective, and a person.
    if let other = pairs.lazy.flatMap(renderings.homographs).first(where: {
      forms.range(of: $0, in: english) != nil
    }) {
      return .asGood("'\(other)' stands there, of another entry of the same word")
    }
    guard pairs.allSatisfy(\.isUntranslated) else { return .missing }
    return english.text.contains(text) ? .kept : .changed
  }

  /// What in `english` is as good as a rendering, in words; nil if nothing is.
  ///
  /// A verb of saying may be any verb of saying; of a country, a nationality or a currency another form of its name is
  /// enough; and a false friend, which the glossary does not prefer, is only wrong where it stands.
  private func substitute(for pair: TermPair, in english: EnglishSentence) -> String? {
    if pair.domain == "false-friends", renderings.hasFriend(pair) {
      return "a false friend is wrong only where the friend stands"
    }
    if pair.partOfSpeech == .adverb { return "an adverb may be left out or paraphrased" }
    if pair.partOfSpeech == .verb, pair.domain == "media",
      CheckWords.of(.french).saying.contains(pair.source)
    {
      return renderings.verbsOfSaying.first { forms.range(of: $0, in: english) != nil }.map {
        "'\($0)' stands there, another verb of saying"
      }
    }
    if hasKin(pair), kin.stands(pair.target, in: english) {
      return "another form of the name '\(pair.target)' stands there"
    }
    return sign(of: pair, in: english).map { "'\($0)' stands there" }
  }

  /// What stands for a currency or country in `english`: `£`, `US`.
  private func sign(of pair: TermPair, in english: EnglishSentence) -> String? {
    if pair.id.hasPrefix("icu:"), let symbols = Self.symbols[String(pair.id.dropFirst(4))] {
      return symbols.first { english.text.contains($0) }
    }
    // `Canadian dollars` are dollars.
    let isCurrency = pair.id.hasPrefix("icu:") && pair.id.utf8.count == 7
    return Self.signs.first { sign in
      english.text.contains(sign.sign)
        && renderings.allowed(for: pair).contains {
          forms.isForm($0, of: sign.word) || isCurrency && $0.contains(sign.word)
        }
    }?.sign
  }

  /// What stands for an amount of a currency.
  private static let signs = [
    (word: "dollar", sign: "$"), (word: "pound", sign: "£"), (word: "pound sterling", sign: "£"),
    (word: "euro", sign: "€"), (word: "yen", sign: "¥"),
  ]

  /// What stands for a currency or a country in running text.
  private static let symbols: [String: [String]] = [
    "GBP": ["£", "pound", "sterling"], "USD": ["$", "dollar"], "EUR": ["€", "euro"],
    "JPY": ["¥", "yen"], "CHF": ["franc"], "XOF": ["CFA"], "XAF": ["CFA"], "CNY": ["yuan"],
    "RUB": ["rouble", "ruble"], "US": ["US", "U.S", "America"], "AE": ["UAE"],
    "GB": ["UK", "U.K", "Britain", "British"],
  ]
}

/// What the glossary allows and what it deprecates for a term.
private struct Renderings {
  private var pairsOfEntry: [String: [TermPair]] = [:]
  private var entriesOfSource: [String: [TermPair]] = [:]
  /// English verbs of saying, the plainest first, and those that the glossary prefers for the French ones.
  let verbsOfSaying: [String]

  init(_ glossary: Glossary) {
    for pair in glossary.pairs {
      pairsOfEntry[pair.id, default: []].append(pair)
      entriesOfSource[pair.source, default: []].append(pair)
    }
    let french = CheckWords.of(.french).saying
    verbsOfSaying =
      CheckWords.of(.english).saying
      + glossary.pairs.filter {
        $0.partOfSpeech == .verb && $0.status == .preferred && french.contains($0.source)
      }.map(\.target)
  }

  /// The preferred and admitted targets of the concept with their variants, those of the same source term first.
  func allowed(for pair: TermPair) -> [String] {
    let pairs = pairsOfEntry[pair.id] ?? [pair]
    let allowed = pairs.filter { $0.status == .preferred || $0.status == .admitted }
    let ordered =
      allowed.filter { $0.source == pair.source } + allowed.filter { $0.source != pair.source }
    var texts: [String] = []
    for pair in ordered {
      let target = pair.target.isEmpty && pair.isUntranslated ? pair.source : pair.target
      for text in [target] + pair.targetVariants where !text.isEmpty && !texts.contains(text) {
        texts.append(text)
      }
    }
    return texts
  }

  /// The preferred targets of the concept.
  func preferred(for pair: TermPair) -> [String] {
    (pairsOfEntry[pair.id] ?? [pair]).filter { $0.status == .preferred }.map { pair in
      pair.target.isEmpty && pair.isUntranslated ? pair.source : pair.target
    }.filter { !$0.isEmpty }
  }

  /// What other concepts with the same source term may be called.
  func homographs(of pair: TermPair) -> [String] {
    (entriesOfSource[pair.source] ?? []).filter {
      $0.id != pair.id && ($0.status == .preferred || $0.status == .admitted)
    }.flatMap { [$0.target] + $0.targetVariants }.filter { !$0.isEmpty }
  }

  /// Whether the concept has a rendering of the same source term that is not preferred: `actually` for `actuellement`.
  func hasFriend(_ pair: TermPair) -> Bool {
    (pairsOfEntry[pair.id] ?? []).contains { $0.status != .preferred && $0.source == pair.source }
  }

  func deprecated(for pair: TermPair) -> [String] {
    (pairsOfEntry[pair.id] ?? [pair]).filter {
      ($0.status == .deprecated || $0.status == .superseded) && $0.source == pair.source
    }.flatMap { [$0.target] + $0.targetVariants }.filter { !$0.isEmpty }
  }
}

extension Range<Int> {
  /// Whether all of `other` lies in it, and something else does.
  fileprivate func holdsMore(than other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound && self != other
  }
}

extension String {
  /// The text between two UTF-16 offsets.
  func utf16Text(_ range: Range<Int>) -> String {
    String(decoding: Array(utf16)[range], as: UTF16.self)
  }
}
