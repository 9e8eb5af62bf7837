// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveMemory
internal import BreveText

extension BilingualBrief {
  /// The rows for other programs, each with the mark by which `breve review --import` knows it again.
  var exchangeRows: [ExchangeRow] {
    let items = reviewItems
    return zip(rows, items).map { row, item in
      let mark = RowMark(
        document: item.document ?? "stdin", range: row.source.segment.range.utf8,
        source: item.source, english: item.english)
      var out = ExchangeRow(mark: mark, source: item.source, english: item.english ?? "")
      out.language = item.language
      // The unit was reviewed, the sentence that was made from it was not.
      out.state = item.english == nil || item.label == .memoryRepaired ? nil : item.state
      out.label = item.labelInWords
      out.engine = row.target.label == .engine ? row.target.engine : nil
      out.findings = item.findings
      out.document = item.document
      (out.previous, out.next) = (item.previous, item.next)
      return out
    }
  }
}

/// Bilingual briefs as a document of Word.
package enum BilingualDOCX {
  /// The file.
  ///
  /// - Parameter briefs: One after the other.
  /// - Returns: The bytes of the archive, the same for the same briefs.
  package static func document(_ briefs: [BilingualBrief]) -> [UInt8] {
    DOCXWriter.document(briefs.map(brief))
  }

  private static func brief(_ bilingual: BilingualBrief) -> DOCXBrief {
    let brief = bilingual.brief
    let article = brief.article
    var out = DOCXBrief(
      heading: brief.heading, headingLanguage: article.title == nil ? .english : article.language,
      source: article.language, target: bilingual.language)
    if let outlet = article.facts.outlet { out.facts.append(("Outlet", outlet)) }
    out.facts.append(("Date", article.date.map(\.inWords) ?? "not known"))
    out.facts.append(("Languages", "\(article.language.tag) → \(bilingual.language.tag)"))
    if let url = article.facts.url { out.facts.append(("Link", url)) }
    if let name = article.path?.split(separator: "/").last {
      out.facts.append(("Source", String(name)))
    }
    out.facts.append(("SHA-256 of the source", article.sha256))
    out.making = [bilingual.coverageInWords, bilingual.makingInWords].joined(separator: " ").words
    out.rows = zip(bilingual.rows, bilingual.exchangeRows).map { row, exchange in
      DOCXRow(exchange, details: details(row))
    }
    out.terms = brief.keyTerms.map {
      [$0.pair.source, $0.translation, $0.pair.status.rawValue, $0.pair.id]
    }
    out.footer.append(brief.size + ".")
    if let leftOut = brief.leftOut { out.footer.append("Left out besides: \(leftOut).") }
    out.footer += (brief.notes + bilingual.notes).map { "Note (\($0.kind.rawValue)): \($0.text)." }
    return out
  }

  private static func details(_ row: BilingualRow) -> [String] {
    var details = row.details.map { "\($0.label): \($0.text)" }
    for bracket in row.brackets {
      details.append("In the source: \(bracket.source) = \(bracket.target)")
    }
    return details
  }
}
