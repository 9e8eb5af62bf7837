// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveTerms

extension GlossaryTable {
  /// Everything that is wrong, by line.
  ///
  /// - Parameters:
  ///   - rules: The values that the fields take.
  ///   - bytes: The file, for what reading overlooks: a byte order mark and the ends of lines.
  /// - Returns: The findings by line, then kind.
  package func findings(_ rules: GlossaryRules, bytes: [UInt8] = []) -> [GlossaryFinding] {
    let entries = rows.compactMap { row in
      row.pair.map { GlossaryCheck.Entry(line: row.line, pair: $0) }
    }
    let malformed = warnings.map {
      GlossaryFinding(.malformed, line: $0.location.line ?? 1, $0.reason)
    }
    let pairs =
      columns.isHeader
      ? GlossaryCheck(entries).findings()
      : GlossaryCheck(entries).findings().filter { $0.kind == .duplicate }
    return GlossaryCheck.sorted(
      malformed + Self.lineEnds(bytes) + rows.flatMap { findings(in: $0, rules) } + pairs)
  }

  private func findings(in row: Row, _ rules: GlossaryRules) -> [GlossaryFinding] {
    let fields = row.text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    var findings: [GlossaryFinding] = []
    if row.text.isEmpty {
      return [GlossaryFinding(.empty, line: row.line, "the line is empty; take it out")]
    }
    for (place, name) in columns.names.enumerated() {
      let column = columns.role(of: name)
      let value = place < fields.count ? fields[place] : ""
      findings += Self.faults(of: value, column: column, line: row.line)
      if row.pair != nil, columns.isHeader {
        findings += Self.faults(in: value, of: column, row.line, rules)
      }
    }
    if let pair = row.pair, columns.isHeader { findings += Self.faults(of: pair, line: row.line) }
    return findings
  }

  /// How a text is written.
  private static func faults(of value: String, column: String, line: Int) -> [GlossaryFinding] {
    let scalars = Array(value.unicodeScalars)
    var findings: [GlossaryFinding] = []
    func find(_ kind: GlossaryFinding.Kind, _ text: String) {
      findings.append(GlossaryFinding(kind, line: line, "\(column): \(text)"))
    }
    if let first = scalars.first, let last = scalars.last,
      TermText.isSpace(first) || TermText.isSpace(last)
    {
      find(.untrimmed, "'\(value)' has white space at an end; take it away")
    }
    let inner = zip(scalars, scalars.dropFirst())
    if inner.contains(where: { TermText.isSpace($0) && TermText.isSpace($1) }) {
      find(.spacing, "'\(value)' has two spaces in a row; keep one")
    }
    if scalars.contains(where: { TermText.isSpace($0) && $0 != " " }) {
      find(.spacing, "'\(value)' has a space that is no ordinary one; make it one")
    }
    if scalars.contains(where: TermText.isCurledApostrophe) {
      find(.apostrophe, "'\(value)' has a curled apostrophe; write it straight (')")
    }
    if !NormalForm.composed(value).utf8.elementsEqual(value.utf8) {
      find(.normalization, "'\(value)' is not in NFC; write its letters and accents as one")
    }
    if scalars.contains(where: { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }) {
      find(.spacing, "a control character stands in it; take it out")
    }
    return findings
  }

  private static let required: Set<String> = ["id", "pos", "domain", "status", "match"]

  private static func faults(
    in value: String, of column: String, _ line: Int, _ rules: GlossaryRules
  ) -> [GlossaryFinding] {
    if value.isEmpty {
      guard required.contains(column) else { return [] }
      return [GlossaryFinding(.empty, line: line, "\(column) is empty; fill it in")]
    }
    guard let fault = rules.fault(value, in: column) else { return [] }
    let kind: GlossaryFinding.Kind = ["created", "changed"].contains(column) ? .date : .value
    return [GlossaryFinding(kind, line: line, fault)]
  }

  private static func faults(of pair: TermPair, line: Int) -> [GlossaryFinding] {
    var findings: [GlossaryFinding] = []
    if TermText.isDay(pair.created), TermText.isDay(pair.changed), pair.changed < pair.created {
      findings.append(
        GlossaryFinding(
          .date, line: line,
          "changed \(pair.changed) is before created \(pair.created); mend one of them"))
    }
    if pair.isUntranslated, pair.source != pair.target {
      findings.append(
        GlossaryFinding(
          .untranslated, line: line,
          "'\(pair.source)' is not to be translated, but the English is '\(pair.target)'; mend dnt or the English"
        ))
    }
    return findings
  }

  private static func lineEnds(_ bytes: [UInt8]) -> [GlossaryFinding] {
    var findings: [GlossaryFinding] = []
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      findings.append(
        GlossaryFinding(
          .lineEnd, line: 1, "the file begins with a byte order mark; save it without"))
    }
    var line = 1
    var first: Int?
    for index in bytes.indices where bytes[index] == 0x0A {
      if first == nil, index > 0, bytes[index - 1] == 0x0D { first = line }
      line += 1
    }
    if let first {
      findings.append(
        GlossaryFinding(
          .lineEnd, line: first, "lines end with CR LF, here and perhaps later; save them with LF"))
    }
    if let last = bytes.last, last != 0x0A {
      findings.append(GlossaryFinding(.lineEnd, line: line, "the last line has no end; add one"))
    }
    return findings
  }
}

extension GlossaryTable {
  /// What pairs of several tables say against each other that no table says against itself.
  package static func newFaults(of pairs: [TermPair], in tables: [GlossaryTable]) -> [String] {
    let kinds: Set<GlossaryFinding.Kind> = [
      .duplicate, .contradiction, .shadow, .preferred, .cycle,
    ]
    let count = { (pairs: [TermPair]) in
      // Without lines: they are not the same in the merged table.
      GlossaryCheck(pairs.map { GlossaryCheck.Entry(line: 0, pair: $0) }).findings()
        .filter { kinds.contains($0.kind) }.map(\.text)
    }
    let known = Set(tables.flatMap { count($0.glossary.pairs) })
    return count(pairs).filter { !known.contains($0) }.map { text in
      text.split(separator: ";").dropLast().joined(separator: ";")
        .split(separator: " on line 0").joined()
    }
  }
}
