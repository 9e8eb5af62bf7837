// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTerms
public import BreveText
internal import BreveXML

/// Reads the terms of two languages from a TBX file: version 3 in both styles (Core, Min, Basic, Linguist, IATE) and
/// version 2 (`martif`, also TermWeb's).
///
/// ```swift
/// let reading = try TBXReader().read(contentsOf: "terms.tbx")
/// print(reading.glossary.pairs.count, reading.report.remarks)
/// ```
/// - Source: ISO 30042:2019; ISO 30042:2008 for version 2.
public struct TBXReader: Sendable {
  private let source: Language
  private let target: Language

  /// A reader of the terms of `source` with their renderings in `target`.
  public init(from source: Language = .french, to target: Language = .english) {
    self.source = source
    self.target = target
  }

  /// Reads a file; `-` is standard input, gzip and xz are unpacked.
  ///
  /// - Throws: ``LoadingError`` if it cannot be read, is not well-formed or is no TBX: then nothing of it counts.
  public func read(contentsOf path: String) throws(LoadingError) -> GlossaryReading {
    try read(try FileStream(path: path))
  }

  /// Reads bytes at hand, called `path` in errors.
  ///
  /// - Throws: ``LoadingError`` if they are not well-formed or no TBX.
  public func read(_ bytes: [UInt8], path: String) throws(LoadingError) -> GlossaryReading {
    try read(FileStream(bytes, path: path))
  }

  package func read(_ stream: FileStream) throws(LoadingError) -> GlossaryReading {
    let parsing = TBXParsing(stream, from: source, to: target)
    do {
      return try parsing.read()
    } catch {
      if let failure = stream.failure { throw failure }
      switch error {
      case .xml(let error):
        throw LoadingError(
          .notWellFormed(error.reason, shown: error.pointer),
          at: SourceLocation(path: stream.path, line: error.line, column: error.column))
      case .noTBX(let reason):
        throw LoadingError(.malformed(reason), at: SourceLocation(path: stream.path, line: 1))
      }
    }
  }
}

/// Why reading stops.
enum TBXFault: Error {
  case xml(XMLError)
  case noTBX(String)
}

/// One reading of one file.
final class TBXParsing {
  private let reader: XMLReader
  private let stream: FileStream
  private let source: Language
  private let target: Language
  private let idName: Int32
  private let typeName: Int32
  private let targetName: Int32
  private let langNames: [Int32]
  private var isVersion3 = true
  private var report = ReadingReport()
  private var told: Set<String> = []
  private var languages: [String] = []

  init(_ stream: FileStream, from source: Language, to target: Language) {
    self.stream = stream
    self.source = source
    self.target = target
    reader = XMLReader { stream.next() }
    idName = reader.number(of: "id")
    typeName = reader.number(of: "type")
    targetName = reader.number(of: "target")
    langNames = [reader.number(of: "xml:lang"), reader.number(of: "lang")]
  }

  func read() throws(TBXFault) -> GlossaryReading {
    let form = try begin()
    var glossary = Glossary(from: source, to: target)
    var lines: [Int] = []
    while let event = try next() {
      guard event == .start else { continue }
      switch name {
      case "conceptEntry", "termEntry":
        if name == "termEntry", isVersion3 { tell("<termEntry> stands in a file of version 3") }
        let concept = try readConcept()
        let pairs = concept.pairs(from: source, to: target)
        if pairs.count >= TBXConcept.mostPairs {
          report.add(
            .changed,
            "the entry makes more than \(TBXConcept.mostPairs) pairs; the rest is not read",
            line: concept.line)
        }
        if pairs.isEmpty { skip(concept) }
        report.countRead(pairs.count)
        glossary.pairs += pairs
        lines += Array(repeating: concept.line, count: pairs.count)
      case "tbxHeader", "martifHeader", "back": try skipElement()
      case "text", "body": continue
      default:
        tell("the element <\(name)> stands outside of an entry, so it is not read")
        try skipElement()
      }
    }
    if stream.failure != nil { throw .noTBX("") }
    return GlossaryReading(
      glossary: glossary, lines: lines, report: report, form: form, languages: languages)
  }

  private func begin() throws(TBXFault) -> String {
    while let event = try next() {
      guard event == .start else { continue }
      let type = reader.attribute(typeName) ?? "TBX"
      switch name {
      case "tbx":
        let style = reader.attribute(reader.number(of: "style")) ?? "dca"
        return "TBX v3 (\(type), \(style))"
      case "martif":
        isVersion3 = false
        return "TBX v2 (\(type))"
      default: throw .noTBX("this is no TBX: its first element is <\(name)>")
      }
    }
    throw .noTBX("this is no TBX: there is no element in it")
  }

  private func skip(_ concept: TBXConcept) {
    let missing = [source, target].filter { language in
      concept.sections(of: language).allSatisfy { $0.terms.allSatisfy(\.text.isEmpty) }
    }
    let names = missing.map { "'\($0.tag)'" }.joined(separator: " and ")
    let id = concept.id.isEmpty ? "the entry" : "the entry '\(concept.id)'"
    report.skip("\(id) has no term in \(names)", line: concept.line)
  }

  private func readConcept() throws(TBXFault) -> TBXConcept {
    var concept = TBXConcept()
    concept.line = reader.line
    concept.id = reader.attribute(idName) ?? ""
    if concept.id.isEmpty { concept.id = String(concept.line) }
    while let event = try next() {
      switch event {
      case .end: return concept
      case .text: continue
      case .instruction: take(into: &concept.items)
      case .start:
        if name == "langSec" || name == "langSet" {
          let section = try readSection()
          if !languages.contains(section.language), languages.count < 1_000 {
            languages.append(section.language)
          }
          concept.sections.append(section)
        } else {
          try readItem(into: &concept.items, level: "entry")
        }
      }
    }
    return concept
  }

  private func readSection() throws(TBXFault) -> TBXConcept.Section {
    let written = langNames.lazy.compactMap { self.reader.attribute($0) }.first ?? ""
    var section = TBXConcept.Section(language: written)
    if written.isEmpty {
      report.add(.changed, "terms without a language are not read", line: reader.line)
    }
    while let event = try next() {
      switch event {
      case .end: return section
      case .text: continue
      case .instruction: take(into: &section.items)
      case .start:
        switch name {
        case "termSec", "tig", "ntig":
          if isVersion3, name != "termSec" { tell("<\(name)> stands in a file of version 3") }
          section.terms.append(try readTerm())
        default: try readItem(into: &section.items, level: "language")
        }
      }
    }
    return section
  }

  private func readTerm() throws(TBXFault) -> TBXConcept.Term {
    var term = TBXConcept.Term(text: "")
    let line = reader.line
    try readTermContent(into: &term)
    if term.text.isEmpty { report.add(.changed, "a term is empty, so it is not read", line: line) }
    return term
  }

  private func readTermContent(into term: inout TBXConcept.Term) throws(TBXFault) {
    while let event = try next() {
      switch event {
      case .end: return
      case .text: continue
      case .instruction:
        if let own = instruction(), own.word == "exact", own.item.key == "term" {
          term.text = own.item.value
        } else {
          take(into: &term.items)
        }
      case .start:
        switch name {
        case "term":
          let line = reader.line
          let text = TBXValue.collapsed(try text())
          if term.text.isEmpty {
            if !term.items.isEmpty, isVersion3 {
              report.add(.note, "<term> does not stand first", line: line)
            }
            term.text = text
          } else {
            report.add(
              .changed, "a second <term> stands at one place; it is kept as a remark", line: line)
            term.items.append(TBXConcept.Item(key: "note", value: text))
          }
        case "termGrp": try readTermContent(into: &term)
        default: try readItem(into: &term.items, level: "term")
        }
      }
    }
  }

  /// Reads the element that has just started: a data category, or a group of them.
  private func readItem(into items: inout [TBXConcept.Item], level: String) throws(TBXFault) {
    let element = name
    let line = reader.line
    if element == "transacGrp" {
      try readTransaction(into: &items)
      return
    }
    if element.hasSuffix("Grp") || element == "termCompList" {
      var inner: [TBXConcept.Item] = []
      while let event = try next() {
        if event == .end { break }
        if event == .start { try readItem(into: &inner, level: level) }
        if event == .instruction { take(into: &inner) }
      }
      let head = inner.first?.key ?? ""
      for (place, item) in inner.enumerated() {
        items.append(
          place == 0 || item.key.hasPrefix("breve:")
            ? item : TBXConcept.Item(key: head + " " + item.key, value: item.value))
      }
      return
    }
    let isPlain =
      [
        "descrip", "admin", "termNote", "xref", "ref", "transac", "transacNote", "adminNote",
        "descripNote",
      ]
      .contains(element) && reader.prefix == nil
    let type = reader.attribute(typeName)
    if isPlain, type ?? "" == "" {
      report.add(.note, "<\(element)> has no type", line: line)
    }
    let key = isPlain && type ?? "" != "" ? type ?? element : element
    let link = reader.attribute(targetName)
    var value = TBXValue.collapsed(try text())
    if let link, key != "responsibility", link != value, !link.isEmpty {
      value = value.isEmpty ? link : value + " " + link
    }
    TBXCheck.remark(key, value, level: level).map { report.add(.note, $0, line: line) }
    if !TBXCheck.known.contains(key) {
      tell("the data category '\(key)' is not known; it is kept as a column")
    }
    if !value.isEmpty { items.append(TBXConcept.Item(key: key, value: value)) }
  }

  private func readTransaction(into items: inout [TBXConcept.Item]) throws(TBXFault) {
    var kind = ""
    var date = ""
    var person = ""
    while let event = try next() {
      if event == .end { break }
      guard event == .start else { continue }
      let element = name
      let type = reader.attribute(typeName) ?? element
      let value = TBXValue.collapsed(try text())
      switch element {
      case "transac", "transactionType":
        kind = value
        if element == "transac", type != "transactionType" {
          tell("the data category '\(type)' is not known; it is kept as a column")
        }
      case "date": date = value
      default: person = value
      }
    }
    let key: String =
      switch kind.lowercased() {
      case "origination", "creation", "input": "created"
      case "modification", "change": "changed"
      default: kind
      }
    let day = TBXValue.day(date)
    let dated = key == "created" || key == "changed" ? day : date
    if !dated.isEmpty { items.append(TBXConcept.Item(key: key, value: dated)) }
    if !person.isEmpty { items.append(TBXConcept.Item(key: key + " by", value: person)) }
  }

  /// Takes an instruction of Breve's own: an item that TBX-Basic has no place for, or a value as it was before its white
  /// space was collapsed.
  private func take(into items: inout [TBXConcept.Item]) {
    guard let own = instruction() else { return }
    if own.word == "item" {
      items.append(own.item)
    } else if own.word == "exact",
      let place = items.lastIndex(where: { $0.key == own.item.key })
    {
      items[place].value = own.item.value
    }
  }

  private func instruction() -> (word: String, item: TBXConcept.Item)? {
    name == "breve" ? TBXInstruction.parse(reader.text) : nil
  }

  private var name: String { reader.string(reader.name) }

  private func next() throws(TBXFault) -> XMLReader.Event? {
    do { return try reader.next() } catch { throw .xml(error) }
  }

  private func text() throws(TBXFault) -> String {
    do { return try reader.textContent() } catch { throw .xml(error) }
  }

  private func skipElement() throws(TBXFault) {
    do { try reader.skip() } catch { throw .xml(error) }
  }

  /// Remarks that would be the same for many entries are made once.
  private func tell(_ reason: String) {
    if told.count < 1_000, told.insert(reason).inserted {
      report.add(.note, reason, line: reader.line)
    }
  }
}
