// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTerms
internal import BreveText

/// One reading of one table of terms.
struct GlossaryTableParsing {
  private let source: Language
  private let target: Language
  private let targetFirst: Bool
  private var report = ReadingReport()
  private var glossary: Glossary
  private var lines: [Int] = []
  private var form = ""
  private var columns: [Column] = []
  private var languages: [String] = []
  private var isReversed = false
  private var isFirst = true

  /// What a column holds.
  private enum Column: Hashable {
    case source, target, note, partOfSpeech, status, definition, domain, id, context, other(String)
    case own(String)
  }

  init(from source: Language, to target: Language, targetFirst: Bool = false) {
    self.targetFirst = targetFirst
    self.source = source
    self.target = target
    glossary = Glossary(from: source, to: target)
  }

  mutating func read(_ utf8: [UInt8]) -> GlossaryReading {
    let bytes = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(utf8.dropFirst(3)) : utf8
    let (delimiter, hasQuotes) = Self.delimiter(of: bytes)
    var table = DelimitedText(delimiter: delimiter, hasQuotes: hasQuotes)
    // In pieces: the records of a large table are not all held at once.
    for start in stride(from: 0, to: bytes.count, by: 1 << 16) {
      table.append(Array(bytes[start..<min(start + (1 << 16), bytes.count)]))
      take(&table)
    }
    table.finish()
    take(&table)
    if form.isEmpty { form = Self.name(delimiter) + " without a header" }
    return GlossaryReading(
      glossary: glossary, lines: lines, report: report, form: form, languages: languages)
  }

  /// Takes the records that are whole.
  private mutating func take(_ table: inout DelimitedText) {
    while let record = table.popRecord() {
      if record.isOpen {
        report.skip("a quotation mark is not closed", line: record.line)
        continue
      }
      if record.fields.allSatisfy({ Self.trimmed($0).isEmpty }) { continue }
      if record.fields[0].hasPrefix("#"), table.delimiter == 0x09 {
        readComment(record)
        continue
      }
      if isFirst {
        isFirst = false
        if columns.isEmpty, readHeader(record.fields, table.delimiter) { continue }
        if columns.isEmpty { columns = headless(record.fields.count) }
      }
      readRow(record)
    }
  }

  /// Tabs where half of the first lines have any; else the sign of commas and semicolons that each of them has.
  ///
  /// - Parameters:
  ///   - bytes: The beginning of the table.
  ///   - remarks: Whether lines that begin with `#` are remarks, which tables with tabs have.
  /// - Returns: What divides the fields, and whether quotation marks count.
  static func delimiter(of bytes: [UInt8], remarks: Bool = true) -> (UInt8, Bool) {
    let sample = bytes.prefix(1 << 14)
    let rows = sample.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
      .filter { !remarks || $0.first != UInt8(ascii: "#") }.prefix(20)
    let withTabs = rows.count { $0.contains(0x09) }
    if remarks && sample.first == UInt8(ascii: "#") || withTabs > 0 && withTabs * 2 >= rows.count {
      return (0x09, false)
    }
    func fields(_ delimiter: UInt8) -> [Int] {
      var table = DelimitedText(delimiter: delimiter, hasQuotes: true)
      table.append(Array(rows.joined(separator: [0x0A])))
      table.finish()
      var counts: [Int] = []
      while let record = table.popRecord() {
        if !record.isOpen { counts.append(record.fields.count) }
      }
      return counts
    }
    let commas = fields(UInt8(ascii: ","))
    let semicolons = fields(UInt8(ascii: ";"))
    let isWhole = ((commas.min() ?? 0) >= 2, (semicolons.min() ?? 0) >= 2)
    let isEven = (Set(commas).count == 1, Set(semicolons).count == 1)
    if isWhole.1, !isWhole.0 || isEven.1 && !isEven.0 { return (UInt8(ascii: ";"), true) }
    if !isWhole.0, withTabs > 0 { return (0x09, false) }
    return (UInt8(ascii: ","), true)
  }

  private static func name(_ delimiter: UInt8) -> String {
    switch delimiter {
    case 0x09: "table with tabs"
    case UInt8(ascii: ";"): "table with semicolons"
    default: "table with commas"
    }
  }

  private func headless(_ count: Int) -> [Column] {
    (targetFirst ? [.target, .source] : [.source, .target]) + (count > 2 ? [.note] : [])
      + (count > 3 ? (4...count).map { .other("column \($0)") } : [])
  }

  /// A line that begins with `#`: UTX's header, or a remark.
  private mutating func readComment(_ record: DelimitedText.Record) {
    let first = record.fields[0]
    if first.hasPrefix("#UTX") {
      form = "UTX"
      let parts = first.split(separator: ";").map { Self.trimmed(String($0)) }
      if parts.count > 1 {
        languages = parts[1].split(separator: "/").map(String.init)
        if languages.count == 2, LanguageCode.matches(languages[0], target),
          LanguageCode.matches(languages[1], source), source.primary != target.primary
        {
          isReversed = true
        }
      }
      return
    }
    let names = ([String(first.dropFirst())] + record.fields.dropFirst()).map {
      Self.trimmed($0).lowercased()
    }
    if form == "UTX", names.first == "src", columns.isEmpty {
      columns = names.map { name in
        switch name {
        case "src": isReversed ? .target : .source
        case "tgt": isReversed ? .source : .target
        case "src:pos": isReversed ? .other("tgt:pos") : .partOfSpeech
        case "tgt:pos": isReversed ? .partOfSpeech : .other(name)
        case "term status", "status": .status
        case "concept id": .id
        case "src:comment", "comment": .note
        default: .other(name)
        }
      }
    }
  }

  /// Reads a first line as the names of columns; false if it holds terms.
  private mutating func readHeader(_ fields: [String], _ delimiter: UInt8) -> Bool {
    let names = fields.map { Self.trimmed($0) }
    let plain = names.map { $0.lowercased() }
    if let own = GlossaryColumns(firstLine: fields), own.place(of: "id") != nil {
      form = "own columns, " + Self.name(delimiter)
      languages = [own.source.tag, own.target.tag]
      let (from, to) = (own.source.primary, own.target.primary)
      isReversed = from == target.primary && to == source.primary
      guard isReversed || from == source.primary && to == target.primary else {
        return readLanguages(names, delimiter)
      }
      columns = names.map { name in
        let role = own.role(of: name)
        return GlossaryColumns.known.contains(role) ? .own(role) : .other(name)
      }
      return true
    }
    let codes = names.map { LanguageCode.isCode($0) }
    if codes[0], codes.count > 1, codes[1] || LanguageCode.isCode(names[1]),
      codes.filter({ $0 }).count >= 2
    {
      return readLanguages(names, delimiter)
    }
    let sources: Set<String> = ["source", "term", "terme", "source term", "src"]
    let targets: Set<String> = ["target", "translation", "traduction", "target term", "tgt"]
    guard let from = plain.firstIndex(where: sources.contains),
      let to = plain.firstIndex(where: targets.contains)
    else { return false }
    form = "table with a header"
    columns = plain.enumerated().map { place, name in
      place == from ? .source : place == to ? .target : Self.column(name, names[place])
    }
    return true
  }

  private mutating func readLanguages(_ names: [String], _ delimiter: UInt8) -> Bool {
    languages = names.filter { LanguageCode.isCode($0) && $0.lowercased() != "pos" }
    let from = Self.place(of: source, in: names)
    let to = Self.place(of: target, in: names)
    guard let from, let to else {
      report.add(
        .note,
        "the header has the languages \(languages.joined(separator: ", ")), and not both '\(source)' and '\(target)'",
        line: 1)
      columns = names.map { .other($0) }
      form = Self.name(delimiter) + " of languages"
      return true
    }
    form = Self.name(delimiter) + " of languages"
    columns = names.enumerated().map { place, name in
      place == from ? .source : place == to ? .target : Self.column(name.lowercased(), name)
    }
    return true
  }

  /// The column of a language: of that very tag, or of any region.
  private static func place(of language: Language, in names: [String]) -> Int? {
    names.firstIndex { LanguageCode.isCode($0) && LanguageCode.language($0) == language }
      ?? names.firstIndex { LanguageCode.isCode($0) && LanguageCode.matches($0, language) }
  }

  private static func column(_ plain: String, _ name: String) -> Column {
    switch plain {
    case "pos", "part of speech", "partofspeech": .partOfSpeech
    case "status", "term status": .status
    case "note", "notes", "remarque", "comment", "comments", "commentaire", "developer_comments",
      "translator_comments", "description":
      .note
    case "definition", "définition": .definition
    case "domain", "domaine", "subject": .domain
    case "id", "concept id": .id
    case "context": .context
    default: .other(name)
    }
  }

  private mutating func readRow(_ record: DelimitedText.Record) {
    var pair = TermPair(id: String(record.line), source: "", target: "", matching: .inflect)
    var own: [String: String] = [:]
    for (place, written) in record.fields.enumerated() {
      let value = Self.trimmed(written)
      if value.isEmpty { continue }
      guard place < columns.count else {
        report.add(.changed, "the line has more fields than there are columns", line: record.line)
        break
      }
      switch columns[place] {
      case .source: pair.source = value
      case .target: pair.target = value
      case .note: pair.note += pair.note.isEmpty ? value : TBXValue.separator + value
      case .partOfSpeech: pair.partOfSpeech = Self.partOfSpeech(value)
      case .status: pair.status = Self.status(value)
      case .definition: pair.definition = value
      case .domain: pair.domain = value
      case .id: pair.id = value
      case .context: pair.others["\(source.primary)_context"] = value
      case .other(let name): pair.others[name] = value
      case .own(let name): own[name] = written
      }
    }
    if !own.isEmpty { pair = Self.own(own, others: pair.others, line: record.line) }
    takeMarks(into: &pair)
    if isReversed, !own.isEmpty { pair = pair.turned }
    guard !pair.source.isEmpty, !pair.target.isEmpty else {
      let missing = pair.source.isEmpty ? source : target
      report.skip("the line has no term in '\(missing)'", line: record.line)
      return
    }
    report.countRead()
    glossary.pairs.append(pair)
    lines.append(record.line)
  }

  /// Weblate's marks among the remarks.
  private func takeMarks(into pair: inout TermPair) {
    guard form == "table with a header" else { return }
    var words = pair.note.split(separator: ",").map { Self.trimmed(String($0)) }
    let count = words.count
    words.removeAll { word in
      switch word.lowercased() {
      case "read-only": pair.isUntranslated = true
      case "forbidden": pair.status = .deprecated
      default: return false
      }
      return true
    }
    if words.count < count { pair.note = words.joined(separator: ", ") }
  }

  private static func own(
    _ fields: [String: String], others: [String: String], line: Int
  ) -> TermPair {
    let columns = GlossaryColumns(names: GlossaryColumns.known, isHeader: true)
    var pair = columns.pair(GlossaryColumns.known.map { fields[$0] ?? "" }, line: line)
    pair.others = others
    return pair
  }

  private static func partOfSpeech(_ value: String) -> PartOfSpeech {
    switch value.lowercased() {
    case "propernoun", "proper noun": .name
    case "noun", "nom", "n": .noun
    case "verb", "verbe", "v": .verb
    case "adjective", "adjectif", "adj": .adjective
    case "adverb", "adverbe", "adv": .adverb
    default: PartOfSpeech(rawValue: value)
    }
  }

  /// UTX says `approved` of the term to use.
  private static func status(_ value: String) -> TermStatus {
    switch value.lowercased() {
    case "approved": .preferred
    case "provisional": .admitted
    case "non-standard": .superseded
    default: TermStatus(rawValue: TBXValue.status(value))
    }
  }

  /// Without white space at its ends.
  private static func trimmed(_ text: String) -> String {
    let utf8 = text.utf8
    guard let first = utf8.first, let last = utf8.last else { return text }
    func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
    if !isWhite(first), !isWhite(last) { return text }
    var rest = Substring(text).utf8
    while let byte = rest.first, isWhite(byte) { rest.removeFirst() }
    while let byte = rest.last, isWhite(byte) { rest.removeLast() }
    return String(Substring(rest))
  }
}
