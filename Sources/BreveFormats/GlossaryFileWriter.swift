// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveTerms
internal import BreveText

/// Makes the file of a glossary in a form for other tools.
public struct GlossaryFileWriter: Sendable {
  /// What was made.
  public struct Result: Hashable, Sendable {
    public var bytes: [UInt8]
    /// How many pairs stand in it.
    public var written = 0
    /// Pairs that the form has no place for, and why; the line is the pair's place in the glossary, from 1.
    public var report = ReadingReport()
  }

  /// In bytes; DeepL takes no longer text.
  private static let longestForDeepL = 1_024

  /// The file of `glossary` in `form`.
  public static func file(of glossary: Glossary, as form: GlossaryForm) -> Result {
    var result = Result(bytes: [])
    switch form {
    case .tbx, .tbx2:
      result.bytes = TBXWriter.bytes(of: glossary, form: form == .tbx ? .basic : .martif)
      result.written = glossary.pairs.count
    case .tsv:
      result.bytes = Array(GlossaryTable(glossary).text.utf8)
      result.written = glossary.pairs.count
    default: result.bytes = table(glossary, form, &result)
    }
    return result
  }

  private static func table(
    _ glossary: Glossary, _ form: GlossaryForm, _ result: inout Result
  ) -> [UInt8] {
    let (source, target) = (glossary.sourceLanguage.tag, glossary.targetLanguage.tag)
    let hasTabs = form == .omegat || form == .utx
    let delimiter: UInt8 = hasTabs ? 0x09 : UInt8(ascii: ",")
    var text = ""
    func add(_ fields: [String]) {
      text += DelimitedText.line(
        fields, delimiter: delimiter, hasQuotes: !hasTabs, alwaysQuotes: form == .weblate)
    }
    let others = form == .csv ? Set(glossary.pairs.flatMap(\.others.keys)).sorted() : []
    let names = GlossaryColumns.names(from: glossary.sourceLanguage, to: glossary.targetLanguage)
    switch form {
    case .google: add([source, target, "pos", "description"])
    case .amazon: add([source, target])
    case .weblate: add(["source", "target", "context", "developer_comments"])
    case .csv: add(names + others)
    case .utx:
      text = "#UTX 1.11; \(source)/\(target); bidirectional;\n"
      text += "#src\ttgt\tsrc:pos\tterm status\tsrc:comment\tconcept ID\n"
    default: break
    }
    var seen: Set<String> = []
    for (place, pair) in glossary.pairs.enumerated() {
      if let reason = fault(pair, form, &seen) {
        result.report.skip("'\(pair.source)' → '\(pair.target)': \(reason)", line: place + 1)
        continue
      }
      result.written += 1
      switch form {
      case .omegat: add([pair.source, pair.target, remark(pair)])
      case .google:
        add([
          pair.source, pair.target, pair.partOfSpeech?.rawValue ?? "",
          pair.definition.isEmpty ? pair.note : pair.definition,
        ])
      case .weblate: add([pair.source, pair.target, pair.id, marks(pair)])
      case .csv: add(values(pair) + others.map { pair.others[$0] ?? "" })
      case .utx:
        add([
          pair.source, pair.target,
          pair.partOfSpeech == .name ? "properNoun" : pair.partOfSpeech?.rawValue ?? "",
          status(pair), pair.note, pair.id,
        ])
      default: add([pair.source, pair.target])
      }
    }
    return Array(text.utf8)
  }

  /// Why a form has no place for a pair; nil if it has one.
  private static func fault(
    _ pair: TermPair, _ form: GlossaryForm, _ seen: inout Set<String>
  ) -> String? {
    guard [.deepl, .google, .amazon].contains(form) else {
      if form == .omegat || form == .utx, pair.source.hasPrefix("#") {
        return "a line that begins with '#' is a remark"
      }
      return nil
    }
    if pair.status == .deprecated || pair.status == .superseded {
      return "the form would recommend a term that is not to be used"
    }
    if form == .deepl {
      let isLong = max(pair.source.utf8.count, pair.target.utf8.count) > longestForDeepL
      if isLong { return "DeepL takes no more than 1,024 bytes" }
      if (pair.source + pair.target).unicodeScalars.contains(where: {
        $0.properties.generalCategory == .control
      }) {
        return "DeepL takes no control characters"
      }
    }
    if form == .amazon || form == .deepl || form == .google, !seen.insert(pair.source).inserted {
      return "the form takes one rendering of a term"
    }
    return nil
  }

  private static func remark(_ pair: TermPair) -> String {
    var parts: [String] = []
    if pair.status != .preferred { parts.append(pair.status.rawValue) }
    if pair.isUntranslated { parts.append("do not translate") }
    parts += [pair.note, pair.definition].filter { !$0.isEmpty }
    return parts.joined(separator: "; ")
  }

  private static func marks(_ pair: TermPair) -> String {
    var parts: [String] = []
    if pair.isUntranslated { parts.append("read-only") }
    if pair.status == .deprecated || pair.status == .superseded { parts.append("forbidden") }
    if !pair.note.isEmpty { parts.append(pair.note) }
    return parts.joined(separator: ", ")
  }

  private static func status(_ pair: TermPair) -> String {
    switch pair.status {
    case .preferred: "approved"
    case .admitted: "provisional"
    case .deprecated: "forbidden"
    case .superseded: "non-standard"
    default: pair.status.rawValue
    }
  }

  private static func values(_ pair: TermPair) -> [String] {
    [
      pair.id, pair.source, pair.target, pair.sourceVariants.joined(separator: " | "),
      pair.targetVariants.joined(separator: " | "), pair.partOfSpeech?.rawValue ?? "", pair.gender,
      pair.domain, pair.status.rawValue, pair.isUntranslated ? "yes" : "", pair.matching.rawValue,
      pair.definition, pair.note, pair.origin, pair.created, pair.changed,
    ]
  }
}
