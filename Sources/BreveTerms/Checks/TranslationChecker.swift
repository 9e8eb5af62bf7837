// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMorphology
public import BreveText

/// Compares French sentences with their English: terms, numbers, dates, names and, where asked, more.
///
/// It reports and never rewrites. A value keeps what it has learnt of words; use one a worker.
public struct TranslationChecker {
  /// What is looked at.
  public struct Options: Sendable {
    /// Negation, length, quotation marks and words that were left: what a person has to weigh.
    public var includesStyle: Bool

    /// What is asked for.
    public init(includesStyle: Bool = false) { self.includesStyle = includesStyle }
  }

  private let options: Options
  private let forms = EnglishForms()
  private let renderings: Renderings
  private let frenchNumbers = NumberReader(language: .french)
  private let englishNumbers = NumberReader(language: .english)
  private let names: NameCheck
  private let dates = DateCheck()

  /// A checker by the renderings of a glossary.
  ///
  /// - Parameters:
  ///   - glossary: What terms may be called.
  ///   - dictionaries: Where it is looked up whether a capitalised word is a name; nothing is opened before it is needed.
  ///   - options: What is looked at.
  public init(
    _ glossary: Glossary, dictionaries: SpellingDictionaries, options: Options = Options()
  ) {
    self.options = options
    renderings = Renderings(glossary)
    names = NameCheck(french: dictionaries.french, english: dictionaries.english)
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
    var issues = termIssues(english, terms)
    issues += numberIssues(source, target)
    issues += dates.issues(source: source, target: target)
    issues += names.issues(source: source, english: english, terms: terms.map(\.range))
    if options.includesStyle {
      issues += StyleCheck.issues(source: source, target: target, terms: terms.map(\.range))
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
      || isRendered(match.pair, english)
  }

  /// Whether the preferred rendering of a term stands in `target`, inflected or not.
  ///
  /// Stricter than ``isRendered(_:in:)``: neither another spelling, an admitted rendering nor what is as good is enough.
  public func hasPreferred(_ match: TermMatch, in target: String) -> Bool {
    let english = EnglishSentence(target, forms)
    return renderings.preferred(for: match.pair).contains {
      forms.range(of: $0, in: english) != nil
    }
  }

  /// Where a deprecated rendering of a term stands in `target`, in UTF-16 units; nil if none does.
  public func deprecatedRange(_ match: TermMatch, in target: String) -> Range<Int>? {
    let english = EnglishSentence(target, forms)
    return renderings.deprecated(for: match.pair).lazy.compactMap {
      forms.range(of: $0, in: english)
    }.first
  }

  // MARK: Terms

  private func termIssues(
    _ english: EnglishSentence, _ terms: [(match: TermMatch, range: Range<Int>)]
  ) -> [ConsistencyIssue] {
    var issues: [ConsistencyIssue] = []
    var index = 0
    while index < terms.count {
      // The concepts that one form may mean: one rendering of any of them is enough.
      var end = index + 1
      while end < terms.count, terms[end].range == terms[index].range { end += 1 }
      issues += termIssue(english, Array(terms[index..<end]))
      index = end
    }
    return issues
  }

  private func termIssue(
    _ english: EnglishSentence, _ group: [(match: TermMatch, range: Range<Int>)]
  ) -> [ConsistencyIssue] {
    let (first, range) = group[0]
    let allowed = group.flatMap { renderings.allowed(for: $0.match.pair) }
    let found = allowed.lazy.compactMap { forms.range(of: $0, in: english) }.first
    var deprecated: (text: String, range: Range<Int>)?
    for text in group.flatMap({ renderings.deprecated(for: $0.match.pair) }) {
      if let place = forms.range(of: text, in: english), found.map({ !$0.overlaps(place) }) ?? true
      {
        deprecated = (text, place)
        break
      }
    }
    let wanted = allowed.prefix(3).map { "'\($0)'" }.joined(separator: " or ")
    if let deprecated {
      let advice = wanted.isEmpty ? "" : "; use \(wanted)"
      return [
        ConsistencyIssue(
          .deprecated, "'\(deprecated.text)' is deprecated for '\(first.text)'\(advice)",
          source: range, target: deprecated.range, entry: first.pair.id)
      ]
    }
    guard found == nil, !allowed.isEmpty, group.allSatisfy({ !isRendered($0.match.pair, english) })
    else { return [] }
    if group.contains(where: { $0.match.pair.isUntranslated }) {
      if english.text.contains(first.text) { return [] }
      return [
        ConsistencyIssue(
          .untranslatable, "'\(first.text)' is not to be translated and is missing", source: range,
          entry: first.pair.id)
      ]
    }
    return [
      ConsistencyIssue(
        .term, "'\(first.text)' is \(wanted), and that is not in the translation", source: range,
        entry: first.pair.id)
    ]
  }

  /// Whether `english` has what is as good as a rendering.
  ///
  /// A verb of saying may be any verb of saying; of a country, a nationality or a currency another form of its name is
  /// enough; and a false friend is only wrong where the friend stands.
  private func isRendered(_ pair: TermPair, _ english: EnglishSentence) -> Bool {
    if pair.partOfSpeech == .adverb || pair.domain == "false-friends" { return true }
    if pair.partOfSpeech == .verb, pair.domain == "media" {
      return renderings.reportingVerbs.contains { forms.range(of: $0, in: english) != nil }
    }
    let isName = pair.id.hasPrefix("icu:")
    if isName || pair.domain == "demonyms", forms.hasKin(of: pair.target, in: english) {
      return true
    }
    guard isName, let symbols = Self.symbols[String(pair.id.dropFirst(4))] else { return false }
    return symbols.contains { english.text.contains($0) }
  }

  /// What stands for a currency or a country in running text.
  private static let symbols: [String: [String]] = [
    "GBP": ["£", "pound", "sterling"], "USD": ["$", "dollar"], "EUR": ["€", "euro"],
    "JPY": ["¥", "yen"], "CHF": ["franc"], "XOF": ["CFA"], "XAF": ["CFA"], "CNY": ["yuan"],
    "RUB": ["rouble", "ruble"], "US": ["US", "U.S", "America"], "AE": ["UAE"],
    "GB": ["UK", "U.K", "Britain", "British"],
  ]

  // MARK: Numbers

  private func numberIssues(_ source: String, _ target: String) -> [ConsistencyIssue] {
    let french = frenchNumbers.numbers(in: source)
    let english = englishNumbers.numbers(in: target)
    let inEnglish = Set(english.map(\.value))
    let inFrench = Set(french.map(\.value))
    var issues: [ConsistencyIssue] = []
    for number in french where number.isFirm {
      if !Self.equivalents(number.value).contains(where: inEnglish.contains) {
        issues.append(
          ConsistencyIssue(
            .number, "'\(source.utf16Text(number.range))' is not in the translation",
            source: number.range))
      }
    }
    for number in english where number.isFirm {
      if !Self.sources(number.value).contains(where: inFrench.contains) {
        issues.append(
          ConsistencyIssue(
            .number, "'\(target.utf16Text(number.range))' is not in the source",
            target: number.range))
      }
    }
    return issues
  }

  /// What a French number may be in English: 20 (heures) is 8 (pm), (les années) 90 are the 1990s.
  static func equivalents(_ value: NumberMention.Value) -> [NumberMention.Value] {
    guard let whole = value.whole else { return [value] }
    var values = [value]
    if (13...24).contains(whole) { values.append(.init(digits: UInt64(whole - 12))) }
    if (10...99).contains(whole) {
      values += [.init(digits: UInt64(1900 + whole)), .init(digits: UInt64(2000 + whole))]
    }
    return values
  }

  static func sources(_ value: NumberMention.Value) -> [NumberMention.Value] {
    guard let whole = value.whole else { return [value] }
    var values = [value]
    if (1...12).contains(whole) { values.append(.init(digits: UInt64(whole + 12))) }
    if (1910...2099).contains(whole) { values.append(.init(digits: UInt64(whole % 100))) }
    return values
  }
}

/// What the glossary allows and what it deprecates for a term.
private struct Renderings {
  private var pairsOfEntry: [String: [TermPair]] = [:]
  /// The English of the glossary's verbs of saying, and the plainest ones.
  let reportingVerbs: [String]

  init(_ glossary: Glossary) {
    for pair in glossary.pairs { pairsOfEntry[pair.id, default: []].append(pair) }
    var verbs = ["tell", "report", "note", "say", "add", "announce", "claim", "explain", "argue"]
    for pair in glossary.pairs
    where pair.partOfSpeech == .verb && pair.domain == "media" && pair.status == .preferred {
      verbs.append(pair.target)
    }
    reportingVerbs = verbs
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

  func deprecated(for pair: TermPair) -> [String] {
    (pairsOfEntry[pair.id] ?? [pair]).filter {
      ($0.status == .deprecated || $0.status == .superseded) && $0.source == pair.source
    }.flatMap { [$0.target] + $0.targetVariants }.filter { !$0.isEmpty }
  }
}

extension String {
  /// The text between two UTF-16 offsets.
  func utf16Text(_ range: Range<Int>) -> String {
    String(decoding: Array(utf16)[range], as: UTF16.self)
  }
}
