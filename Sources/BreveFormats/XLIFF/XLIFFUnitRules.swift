// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The rules of XLIFF 2.1 that hold within one `<unit>`.
struct XLIFFUnitRules {
  private let unit: MarkupElement
  /// Whether it is the first of its file.
  private let isFirst: Bool
  private let file: MarkupElement
  private let unitIDs: Set<String>
  private let rules: XLIFFRules
  /// Segments and ignorables.
  private let parts: [MarkupElement]
  let dataIDs: Set<String>
  private let noteIDs: Set<String>

  init(
    _ unit: MarkupElement, isFirst: Bool, file: MarkupElement, _ unitIDs: Set<String>,
    _ rules: XLIFFRules
  ) {
    self.unit = unit
    self.isFirst = isFirst
    self.file = file
    self.unitIDs = unitIDs
    self.rules = rules
    parts = unit.children.filter { $0.isCore("segment") || $0.isCore("ignorable") }
    dataIDs = Set(
      unit.child("originalData")?.children.compactMap { $0.attribute("id") } ?? [])
    noteIDs = Set(unit.child("notes")?.children.compactMap { $0.attribute("id") } ?? [])
  }

  func check() {
    if !parts.isEmpty, !parts.contains(where: { $0.isCore("segment") }) {
      rules.add(unit, "there is no <segment> in the <unit>, and there must be one")
    }
    if let data = unit.child("originalData") { rules.checkUnique(data.children, "data") }
    checkSkeleton()
    checkParts()
    checkOrder()
    checkIDs()
    for side in ["source", "target"] {
      let sides = parts.compactMap { $0.child(side) }
      XLIFFSpanRules(sides, rules).check()
      for element in sides { element.forEach { if $0 !== element { checkInline($0) } } }
    }
    XLIFFEditRules(parts, rules).check()
  }

  /// Only once, with the first unit of the file.
  private func checkSkeleton() {
    guard isFirst, let skeleton = file.child("skeleton") else { return }
    let isEmpty = skeleton.content.isEmpty
    if isEmpty, skeleton.attribute("href") == nil {
      rules.add(skeleton, "an empty <skeleton> must have the attribute 'href'")
    } else if !isEmpty, skeleton.attribute("href") != nil {
      rules.add(skeleton, "a <skeleton> with content may not have the attribute 'href'")
    }
  }

  private func checkParts() {
    for part in parts {
      if part.attribute("subState") != nil, part.attribute("state") == nil {
        rules.add(part, "a <segment> with 'subState' must have the attribute 'state'")
      }
      if let source = part.child("source"), let target = part.child("target") {
        let spaces = [source, target].map { $0.inherited("xml:space") ?? "default" }
        if spaces[0] != spaces[1] {
          rules.add(
            target,
            "xml:space is '\(spaces[0])' for the <source> and '\(spaces[1])' for the <target>; they must be the same"
          )
        }
      }
    }
  }

  /// The places of targets, told or by their order, are all different.
  private func checkOrder() {
    var seen: Set<Int> = []
    for (number, part) in parts.enumerated() {
      let target = part.child("target")
      let place = target?.attribute("order").flatMap { Int($0) } ?? number + 1
      if place > parts.count, let target {
        rules.add(target, "'order' is \(place), and the unit has only \(parts.count) parts")
      }
      if !seen.insert(place).inserted {
        rules.add(target ?? part, "two targets of the <unit> have the place \(place)")
      }
    }
  }

  /// Ids of segments, ignorables and inline elements; a target has those of its source again.
  private func checkIDs() {
    var sources: [String: MarkupElement] = [:]
    func addSource(_ element: MarkupElement) {
      guard let id = element.attribute("id") else { return }
      if sources[id] == nil {
        sources[id] = element
      } else {
        rules.add(element, "the id '\(id)' is there twice in the <unit>; ids are unique")
      }
    }
    for part in parts {
      addSource(part)
      part.child("source")?.forEach { if Self.hasID($0) { addSource($0) } }
    }
    var seen: Set<String> = []
    for part in parts {
      part.child("target")?.forEach { element in
        guard Self.hasID(element), let id = element.attribute("id") else { return }
        if !seen.insert(id).inserted {
          rules.add(element, "the id '\(id)' is there twice in the targets; ids are unique")
        } else if let other = sources[id], !Self.areAlike(other, element) {
          rules.add(
            element, "the id '\(id)' is that of a <\(other.name)> of the source; ids are unique")
        }
      }
    }
  }

  private static func hasID(_ element: MarkupElement) -> Bool {
    element.namespace == XLIFFNames.core
      && ["ph", "pc", "sc", "ec", "mrk", "sm"].contains(element.name)
  }

  /// A pair may be one element in the source and two in the target.
  private static func areAlike(_ one: MarkupElement, _ other: MarkupElement) -> Bool {
    let kinds = [["pc", "sc"], ["mrk", "sm"], ["ph"], ["ec"]]
    return kinds.contains { $0.contains(one.name) && $0.contains(other.name) }
  }

  // MARK: Inline elements

  private func checkInline(_ element: MarkupElement) {
    guard element.namespace == XLIFFNames.core else { return }
    for name in ["dataRef", "dataRefStart", "dataRefEnd"] {
      if let id = element.attribute(name), !dataIDs.contains(id) {
        rules.add(element, "'\(name)' names '\(id)', and no <data> of the unit has this id")
      }
    }
    for name in ["subFlows", "subFlowsStart", "subFlowsEnd"] {
      for id in element.attribute(name)?.split(separator: " ") ?? []
      where !unitIDs.contains(String(id)) {
        rules.add(element, "'\(name)' names '\(id)', and no <unit> of the file has this id")
      }
    }
    checkSubType(element)
    checkCopy(element)
    if element.name == "cp" { checkCharacter(element) }
    if element.name == "mrk" || element.name == "sm" { checkMark(element) }
  }

  private func checkSubType(_ element: MarkupElement) {
    guard let subType = element.attribute("subType") else { return }
    guard let type = element.attribute("type") else {
      rules.add(element, "'subType' stands without the attribute 'type'")
      return
    }
    let wanted: String? =
      switch subType {
      case "xlf:lb", "xlf:pb", "xlf:b", "xlf:i", "xlf:u": "fmt"
      case "xlf:var": "ui"
      default: subType.hasPrefix("xlf:") ? "" : nil
      }
    if let wanted, wanted != type {
      rules.add(
        element,
        wanted.isEmpty
          ? "XLIFF has no subType '\(subType)'"
          : "the subType '\(subType)' needs the type '\(wanted)', not '\(type)'")
    }
  }

  private func checkCopy(_ element: MarkupElement) {
    guard let id = element.attribute("copyOf") else { return }
    if element.attributes.contains(where: { $0.name.hasPrefix("dataRef") }) {
      rules.add(element, "'copyOf' may not stand beside 'dataRef'")
    }
    var base: MarkupElement?
    for part in parts {
      part.forEach { other in
        if base == nil, Self.hasID(other), other.attribute("id") == id { base = other }
      }
    }
    guard let base else {
      rules.add(element, "'copyOf' names '\(id)', and no code of the unit has this id")
      return
    }
    if base.attribute("canCopy") == "no" {
      rules.add(element, "'copyOf' names '\(id)', which may not be copied (canCopy is 'no')")
    }
  }

  /// Only characters that XML cannot hold are written so.
  private func checkCharacter(_ element: MarkupElement) {
    guard let hex = element.attribute("hex") else { return }
    guard (4...6).contains(hex.utf8.count), let value = UInt32(hex, radix: 16) else {
      rules.add(element, "'\(hex)' in 'hex' is no hexadecimal number of four to six digits")
      return
    }
    let isOutside =
      value < 0x20 && value != 9 && value != 10 && value != 13
      || (0xD800...0xDFFF).contains(value) || value == 0xFFFE || value == 0xFFFF
    if !isOutside {
      rules.add(element, "U+\(hex.uppercased()) may stand in XML, so it may not be written as <cp>")
    }
  }

  private func checkMark(_ element: MarkupElement) {
    let reference = element.attribute("ref")
    if let reference, let fault = XLIFFFragment.fault(in: reference) {
      rules.add(element, "'\(reference)' in 'ref': \(fault)")
      return
    }
    guard element.attribute("type") == "comment" else { return }
    let value = element.attribute("value")
    if (value == nil) == (reference == nil) {
      rules.add(
        element,
        "a comment has either 'value' or 'ref', and here are \(value == nil ? "none" : "both")")
      return
    }
    guard let reference else { return }
    let ids = XLIFFFragment.ids(in: reference)
    let isOfUnit =
      ids.unit.map { $0 == unit.attribute("id") } ?? (ids.file == nil && ids.group == nil)
    let isOfFile = ids.file.map { $0 == file.attribute("id") } ?? true
    if !isOfUnit || !isOfFile || !(ids.note.map(noteIDs.contains) ?? false) {
      rules.add(
        element, "the 'ref' of a comment names a <note> of its unit, and '\(reference)' does not")
    }
  }
}
