// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveFormats
internal import BreveMemory
internal import BreveText

/// A bilingual brief that was written as JSON, read back to be looked over.
public struct ReviewDocument: Sendable {
  public private(set) var items: [ReviewItem] = []
  /// What could not be found again.
  public private(set) var notes: [Note] = []

  /// Whether a file is JSON, by its first byte that is no blank.
  public static func isJSON(_ bytes: [UInt8]) -> Bool {
    bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
  }

  /// Reads what `breve bilingual --format json` writes.
  ///
  /// The neighbours of the sentences are read from the articles, where these are still what they were.
  /// - Parameters:
  ///   - bytes: The JSON.
  ///   - path: What the file is called in errors.
  ///   - reader: Reads the articles.
  /// - Throws: ``LoadingError`` if it is no bilingual brief.
  public init(_ bytes: [UInt8], path: String, reader: inout ArticleReader) throws(LoadingError) {
    let file = try BilingualFile(bytes, at: SourceLocation(path: path))
    for brief in file.briefs {
      let article = article(of: brief, &reader)
      for row in brief.rows { items.append(item(row, brief, article)) }
    }
  }

  /// The article a brief was made of; nil if it is not there, or another by now.
  private mutating func article(
    of brief: BilingualFile.Brief, _ reader: inout ArticleReader
  ) -> Article? {
    guard let path = brief.path, path != "-", let bytes = try? FileBytes.read(path),
      let article = try? reader.article(bytes, path: path, language: Language(brief.language)),
      article.sha256 == brief.sha256
    else {
      let name = brief.path ?? "the article"
      notes.append(
        Note(
          kind: .content,
          text:
            "\(name) is not there, or not what it was: sentences are kept without their neighbours"
        ))
      return nil
    }
    return article
  }

  private func item(
    _ row: BilingualFile.Row, _ brief: BilingualFile.Brief, _ article: Article?
  ) -> ReviewItem {
    let target = row.target
    var range: Range<Int>?
    if let ends = row.source.range?.utf8, ends.count == 2, ends[0] <= ends[1] {
      range = ends[0]..<ends[1]
    }
    var neighbours: (previous: String?, next: String?) = (nil, nil)
    if let document = article?.document,
      let number = document.segments.firstIndex(where: { $0.range.utf8 == range })
    {
      neighbours = BilingualMaker.neighbours(of: number, in: document)
    }
    let label = RowTarget.Label(rawValue: target.label) ?? .termsOnly
    let unit = (target.unit ?? target.suggestion?.unit).map {
      UnitReference(name: $0, memory: target.memory ?? target.suggestion?.memory ?? "")
    }
    let state = (target.state ?? target.suggestion?.state).flatMap(UnitState.init(rawValue:))
    var words = target.text == nil ? ["not translated", target.label] : [target.label]
    if let state { words.append(state.rawValue) }
    var reasons = [label.meaning]
    if let unit { reasons.append("unit \(unit.name) of \(unit.memory)") }
    if let suggestion = target.suggestion {
      reasons.append(
        "the unit is \(MatchRate(percent: suggestion.rate).inWords) like the sentence: \(suggestion.difference)"
      )
      reasons.append("its English is: \(suggestion.text)")
    }
    for repair in target.repairs {
      reasons.append("\(repair.kind) put in: \(repair.before) -> \(repair.after)")
    }
    return ReviewItem(
      source: row.source.text, language: Language(brief.language),
      document: brief.path.map { Brief.stem($0) }, range: range, previous: neighbours.previous,
      next: neighbours.next, english: target.text, label: label,
      labelInWords: words.joined(separator: " · "), unit: unit, state: state,
      suggestion: target.suggestion?.text,
      known: row.terms.map { "\($0.text) = \($0.translation)" }
        + row.facts.map { "\($0.text) = \($0.translation)" },
      findings: row.findings.map { "\($0.kind): \($0.message)" }, reasons: reasons)
  }
}
