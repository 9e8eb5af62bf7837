// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveTerms
internal import BreveText
internal import BreveXML

/// Makes a TBX file of a glossary: version 3, TBX-Basic in DCA style, or version 2 (`martif`), which OmegaT, Weblate and
/// Translate Toolkit read.
///
/// Reading the file gives the same pairs, those of one id together. What TBX-Basic has no place for stands in
/// instructions (`<?breve …?>`) that other tools pass over.
public struct TBXWriter: Sendable {
  /// The form of the file.
  public enum Form: Hashable, Sendable {
    /// Version 3: ISO 30042:2019, TBX-Basic, DCA.
    case basic
    /// Version 2: ISO 30042:2008.
    case martif
  }

  private let form: Form
  private var xml = XMLWriter()
  private var ids: Set<String> = []
  private var made = 0

  private init(form: Form) { self.form = form }

  /// The bytes of the file.
  ///
  /// - Parameters:
  ///   - glossary: What is written, in its order.
  ///   - form: Version 3 or 2.
  ///   - title: What the header says of the file.
  /// - Returns: UTF-8; a value that XML cannot hold stands exact in an instruction, and visibly in the element.
  public static func bytes(
    of glossary: Glossary, form: Form = .basic, title: String = "Breve glossary"
  ) -> [UInt8] {
    var writer = TBXWriter(form: form)
    writer.begin(title: title, language: glossary.targetLanguage.tag)
    for concept in TBXConcept.concepts(of: glossary) { writer.write(concept) }
    return writer.end()
  }

  private mutating func begin(title: String, language: String) {
    let isBasic = form == .basic
    if !isBasic { xml.raw("<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">\n") }
    xml.start(isBasic ? "tbx" : "martif")
    xml.attribute("type", "TBX-Basic")
    if isBasic { xml.attribute("style", "dca") }
    xml.attribute("xml:lang", language)
    if isBasic { xml.attribute("xmlns", "urn:iso:std:iso:30042:ed-2") }
    xml.newLine()
    xml.start(isBasic ? "tbxHeader" : "martifHeader")
    xml.start("fileDesc")
    xml.start("titleStmt")
    xml.element("title", title)
    xml.end()
    xml.start("sourceDesc")
    xml.element("p", "Written by Breve")
    xml.end()
    xml.end()
    xml.start("encodingDesc")
    xml.start("p")
    xml.attribute("type", "XCSURI")
    xml.text(isBasic ? "TBXXCS.xcs" : "TBXBasicXCSV02.xcs")
    xml.end()
    xml.end()
    xml.end()
    xml.newLine()
    xml.start("text")
    xml.start("body")
  }

  private mutating func end() -> [UInt8] {
    xml.newLine(outer: 3)
    xml.end()
    xml.end()
    xml.newLine()
    xml.raw("")
    xml.end()
    xml.raw("\n")
    return xml.take()
  }

  private mutating func write(_ concept: TBXConcept) {
    xml.newLine(outer: 2)
    xml.start(form == .basic ? "conceptEntry" : "termEntry")
    let id = identifier(concept.id)
    xml.attribute("id", id)
    for item in concept.items where !(item.key == "breve:id" && item.value == id) {
      write(item, level: .entry)
    }
    for section in concept.sections {
      xml.newLine(outer: 2)
      xml.start(form == .basic ? "langSec" : "langSet")
      xml.attribute("xml:lang", section.language)
      for term in section.terms { write(term) }
      xml.newLine(outer: 2)
      xml.end()
    }
    xml.newLine(outer: 2)
    xml.end()
  }

  private mutating func write(_ term: TBXConcept.Term) {
    xml.newLine(outer: 2)
    xml.start(form == .basic ? "termSec" : "tig")
    xml.element("term", term.text)
    writeExact(TBXConcept.Item(key: "term", value: term.text))
    let notes = term.items.filter { Self.element(for: $0, .term) == "termNote" }
    for item in notes { write(item, level: .term) }
    for item in term.items where Self.element(for: item, .term) != "termNote" {
      write(item, level: .term)
    }
    xml.end()
  }

  private enum Level { case entry, term }

  private mutating func write(_ item: TBXConcept.Item, level: Level) {
    switch Self.element(for: item, level) {
    case "note": xml.element("note", item.value)
    case "transacGrp":
      xml.start("transacGrp")
      xml.start("transac")
      xml.attribute("type", "transactionType")
      xml.text(item.key == "created" ? "origination" : "modification")
      xml.end()
      xml.element("date", item.value)
      xml.end()
    case "xref":
      let words = item.value.split(separator: " ", omittingEmptySubsequences: false)
      xml.start("xref")
      xml.attribute("type", item.key)
      xml.attribute("target", words.last.map(String.init) ?? "")
      xml.text(words.count == 1 ? "" : words.dropLast().joined(separator: " "))
      xml.end()
    case .some(let element):
      xml.start(element)
      xml.attribute("type", item.key)
      xml.text(item.value)
      xml.end()
    case nil:
      if form == .martif, !item.key.hasPrefix("breve:"), item.key != "created",
        item.key != "changed", !item.key.isEmpty, !item.value.isEmpty,
        TBXValue.collapsed(item.key) == item.key, XMLWriter.holds(item.key)
      {
        xml.start("descrip")
        xml.attribute("type", item.key)
        xml.text(item.value)
        xml.end()
      } else {
        xml.instruction("breve", TBXInstruction.data("item", item))
        return
      }
    }
    writeExact(item)
  }

  /// The value itself, where an element cannot give it back.
  private mutating func writeExact(_ item: TBXConcept.Item) {
    if TBXValue.collapsed(item.value) != item.value || !XMLWriter.holds(item.value) {
      xml.instruction("breve", TBXInstruction.data("exact", item))
    }
  }

  /// The element that TBX-Basic has for an item at a level; nil if it has none.
  private static func element(for item: TBXConcept.Item, _ level: Level) -> String? {
    // White space alone would be no value.
    guard !TBXValue.collapsed(item.value).isEmpty else { return nil }
    switch (item.key, level) {
    case ("note", _): return "note"
    case ("subjectField", .entry), ("definition", .entry), ("context", .term): return "descrip"
    case ("customerSubset", _), ("projectSubset", _), ("source", .term): return "admin"
    case ("created", .term), ("changed", .term):
      return TBXValue.day(item.value) == item.value ? "transacGrp" : nil
    case ("xGraphic", .entry), ("externalCrossReference", _):
      let last = item.value.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
      let isLink = last.hasPrefix("http://") || last.hasPrefix("https://")
      return isLink && last.utf8.count > 8 ? "xref" : nil
    case ("partOfSpeech", .term):
      return TBXCheck.partsOfSpeech.contains(item.value) ? "termNote" : nil
    case ("administrativeStatus", .term):
      let isWord = TBXValue.statuses.contains { item.value == $0 + "Term-admn-sts" }
      return isWord ? "termNote" : nil
    case ("grammaticalGender", .term):
      return TBXCheck.genders.contains(item.value) ? "termNote" : nil
    case ("termType", .term): return TBXCheck.termTypes.contains(item.value) ? "termNote" : nil
    case ("termLocation", .term):
      return TBXCheck.termLocations.contains(item.value) ? "termNote" : nil
    case ("geographicalUsage", .term): return "termNote"
    default: return nil
    }
  }

  /// An id of XML for a concept, that no other has: its own if it is one.
  private mutating func identifier(_ id: String) -> String {
    if Self.isIdentifier(id), ids.insert(id).inserted { return id }
    while true {
      made += 1
      let other = "c\(made)"
      if ids.insert(other).inserted { return other }
    }
  }

  private static func isIdentifier(_ id: String) -> Bool {
    guard let first = id.utf8.first, first == 0x5F || isLetter(first) else { return false }
    return id.utf8.allSatisfy {
      isLetter($0) || 0x30...0x39 ~= $0 || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    0x41...0x5A ~= byte || 0x61...0x7A ~= byte
  }
}
