// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Says which rules of XLIFF 2.1 a document breaks: those of its schema, and those that a schema cannot state.
///
/// - Source: OASIS 2018, "XLIFF Version 2.1", §4.2 to §4.7 (core) and §5 for the places of modules.
final class XLIFFRules {
  /// A rule that is broken, and where.
  struct Fault {
    let element: MarkupElement
    /// What is wrong and what the rule is, in words.
    let reason: String
  }

  private(set) var faults: [Fault] = []

  /// The faults of a document, in the order of their elements as far as one pass finds them.
  static func faults(in root: MarkupElement) -> [Fault] {
    let rules = XLIFFRules()
    rules.checkRoot(root)
    return rules.faults.enumerated().sorted {
      ($0.element.element.startTag.lowerBound, $0.offset)
        < ($1.element.element.startTag.lowerBound, $1.offset)
    }.map(\.element)
  }

  func add(_ element: MarkupElement, _ reason: String) {
    faults.append(Fault(element: element, reason: reason))
  }

  private func checkRoot(_ root: MarkupElement) {
    checkForm(of: root)
    let files = root.children.filter { $0.isCore("file") }
    checkUnique(files, "file")
    for file in files {
      var groups: [MarkupElement] = []
      var units: [MarkupElement] = []
      file.forEach { element in
        if element.isCore("group") { groups.append(element) }
        if element.isCore("unit") { units.append(element) }
      }
      checkUnique(groups, "group")
      checkUnique(units, "unit")
      let unitIDs = Set(units.compactMap { $0.attribute("id") })
      for container in [file] + groups + units { checkForeign(in: container) }
      for (number, unit) in units.enumerated() {
        XLIFFUnitRules(unit, isFirst: number == 0, file: file, unitIDs, self).check()
      }
    }
    checkLanguages(root)
  }

  /// No two elements with one id.
  func checkUnique(_ elements: [MarkupElement], _ what: String) {
    var seen: Set<String> = []
    for element in elements {
      if let id = element.attribute("id"), !seen.insert(id).inserted {
        add(element, "the id '\(id)' of a <\(what)> is there twice; ids are unique")
      }
    }
  }

  // MARK: Form

  /// Attributes, their values, and what stands in an element.
  private func checkForm(of element: MarkupElement) {
    guard let schema = XLIFFSchema.elements[element.name] else {
      add(element, "there is no element <\(element.name)> in XLIFF 2.1")
      return
    }
    checkAttributes(of: element, schema)
    checkContent(of: element, schema)
    for child in element.children where child.namespace == XLIFFNames.core {
      checkForm(of: child)
    }
    for child in element.children where child.namespace != XLIFFNames.core {
      checkCore(in: child)
    }
  }

  /// Core elements that stand in those of other namespaces, as the source of a match.
  private func checkCore(in element: MarkupElement) {
    for child in element.children {
      if child.namespace == XLIFFNames.core { checkForm(of: child) } else { checkCore(in: child) }
    }
  }

  private func checkAttributes(of element: MarkupElement, _ schema: XLIFFSchema) {
    for name in schema.required where element.attribute(name) == nil {
      add(element, "<\(element.name)> has no attribute '\(name)', which it must have")
    }
    for attribute in element.attributes {
      if attribute.namespace.isEmpty || attribute.namespace == XLIFFNames.xml {
        guard let value = schema.attributes[attribute.name] else {
          if attribute.name == "xml:id" { continue }
          add(element, "<\(element.name)> may not have the attribute '\(attribute.name)'")
          continue
        }
        if let fault = value.fault(in: attribute.value) {
          add(element, "'\(attribute.value)' in the attribute '\(attribute.name)' \(fault)")
        }
      } else {
        checkForeign(attribute, on: element, schema)
      }
    }
  }

  private func checkForeign(
    _ attribute: MarkupElement.Attribute, on element: MarkupElement, _ schema: XLIFFSchema
  ) {
    let isModule = XLIFFNames.isModule(attribute.namespace)
    let isAllowed =
      switch schema.foreign {
      case .none: false
      case .modules: isModule
      case .any: true
      }
    if !isAllowed {
      add(
        element,
        "<\(element.name)> may not have the attribute '\(attribute.name)' of another namespace")
    } else if attribute.namespace == XLIFFNames.style {
      if attribute.local != "fs", attribute.local != "subFs" {
        add(element, "the Format Style module has no attribute '\(attribute.local)'")
      } else if attribute.local == "fs", !XLIFFSchema.styles.contains(attribute.value) {
        add(element, "'\(attribute.value)' in '\(attribute.name)' is no element of HTML")
      }
    }
  }

  private func checkContent(of element: MarkupElement, _ schema: XLIFFSchema) {
    if !schema.isMixed, case let texts = element.content, texts.contains(where: Self.isText) {
      add(element, "there may be no text in <\(element.name)>")
    }
    var group = 0
    var counts = schema.groups.map { _ in 0 }
    for child in element.children {
      let isOwn = child.namespace == XLIFFNames.core
      let name = isOwn ? child.name : "*"
      if !isOwn { checkPlace(of: child) }
      guard let place = schema.groups.firstIndex(where: { $0.contains(name) }) else {
        add(child, "<\(child.name)> may not stand in <\(element.name)>")
        continue
      }
      if place < group {
        add(child, "<\(child.name)> stands too late in <\(element.name)>")
      }
      group = max(group, place)
      counts[place] += 1
      if counts[place] > schema.counts[place].upperBound {
        add(child, "there may be only one <\(child.name)> in <\(element.name)>")
      }
    }
    for (place, count) in counts.enumerated() where count < schema.counts[place].lowerBound {
      let names = schema.groups[place].sorted().map { "<\($0)>" }.joined(separator: " or ")
      add(element, "there is no \(names) in <\(element.name)>, and there must be")
    }
  }

  private static func isText(_ part: MarkupElement.Content) -> Bool {
    if case .text(let text) = part { text.utf8.contains { $0 > 0x20 } } else { false }
  }

  /// Whether the element of a module that stands in a core element is one of the module's outermost.
  private func checkPlace(of element: MarkupElement) {
    guard let module = XLIFFNames.modules[element.namespace] else { return }
    if !module.elements.contains(element.name) {
      add(
        element,
        "<\(element.name)> is no element of the module '\(module.prefix)' that may stand here")
    }
  }

  // MARK: Ids of elements of other namespaces

  /// Ids are unique among the elements of one namespace of a file, group or unit, those inside of it apart.
  private func checkForeign(in container: MarkupElement) {
    var seen: [String: Set<String>] = [:]
    func look(at element: MarkupElement) {
      guard element.namespace != XLIFFNames.core else { return }
      if XLIFFNames.modules[element.namespace] == nil {
        for name in ["id", "xml:id"] {
          guard let id = element.attribute(name) else { continue }
          if !seen[element.namespace, default: []].insert(id).inserted {
            add(element, "the id '\(id)' is there twice in one <\(container.name)>; ids are unique")
          }
        }
      }
      for child in element.children { look(at: child) }
    }
    for child in container.children { look(at: child) }
    for notes in container.children where notes.isCore("notes") {
      checkUnique(notes.children.filter { $0.isCore("note") }, "note")
    }
  }

  // MARK: Languages

  private func checkLanguages(_ root: MarkupElement) {
    let source = root.attribute("srcLang")?.lowercased()
    let target = root.attribute("trgLang")?.lowercased()
    root.forEach { element in
      guard element.isCore("source") || element.isCore("target"),
        element.parent.map({ $0.isCore("segment") || $0.isCore("ignorable") }) ?? false
      else { return }
      let isSource = element.name == "source"
      let wanted = isSource ? source : target
      if !isSource, target == nil {
        add(element, "there is a <target>, so <xliff> must have the attribute 'trgLang'")
      }
      if let language = element.inherited("xml:lang"), let wanted, language.lowercased() != wanted {
        add(
          element,
          "the language of the <\(element.name)> is '\(language)' by xml:lang, and '\(wanted)' by "
            + "the attribute '\(isSource ? "srcLang" : "trgLang")' of <xliff>")
      }
    }
  }
}

extension MarkupElement {
  /// Whether it is the core element of XLIFF 2 with this name.
  func isCore(_ name: String) -> Bool { self.name == name && namespace == XLIFFNames.core }
}
