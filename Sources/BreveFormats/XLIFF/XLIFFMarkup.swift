// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveXML

/// Parts of an XLIFF file as markup that can be kept and written again: elements of the file's own namespace without a
/// prefix, those of others with one that they declare.
struct XLIFFMarkup {
  private let core: String
  /// Attributes that are left out of every element of the file's own namespace, and of those with some name.
  private var omitted: Set<String> = []
  private var omittedOf: [String: Set<String>] = [:]

  /// For a file whose own namespace is `core`.
  init(core: String) { self.core = core }

  /// The same without some attributes of elements of the file's own namespace.
  func leavingOut(_ names: Set<String>, and byElement: [String: Set<String>]) -> XLIFFMarkup {
    var other = self
    (other.omitted, other.omittedOf) = (names, byElement)
    return other
  }

  /// What stands in an element.
  func content(of element: MarkupElement) -> String {
    var text = ""
    append(element.content, to: &text, [:], core)
    return text
  }

  /// Elements one after the other.
  func elements(_ elements: [MarkupElement]) -> String {
    var text = ""
    for element in elements { append(element, to: &text, [:], core) }
    return text
  }

  /// The start tag of an element, as ` name="value"` for each attribute but some.
  func attributes(of element: MarkupElement, but names: Set<String> = []) -> String {
    var text = ""
    var prefixes: [String: String] = [:]
    for attribute in element.attributes where !names.contains(attribute.name) {
      append(attribute, to: &text, &prefixes)
    }
    return text
  }

  /// The start tag of an element that stands inside of a text.
  func startTag(of element: MarkupElement) -> String {
    var text = ""
    var prefixes: [String: String] = [:]
    open(element, to: &text, &prefixes, core)
    return text + ">"
  }

  private func append(
    _ content: [MarkupElement.Content], to text: inout String, _ prefixes: [String: String],
    _ space: String
  ) {
    for part in content {
      switch part {
      case .text(let piece): text += Self.escaped(piece)
      case .element(let child): append(child, to: &text, prefixes, space)
      }
    }
  }

  private func append(
    _ element: MarkupElement, to text: inout String, _ prefixes: [String: String], _ space: String
  ) {
    var prefixes = prefixes
    open(element, to: &text, &prefixes, space)
    if element.content.isEmpty {
      text += "/>"
      return
    }
    text += ">"
    let inner = element.namespace.isEmpty || isCore(element) ? own(element) : space
    append(element.content, to: &text, prefixes, inner)
    text += "</" + name(of: element, prefixes) + ">"
  }

  private func isCore(_ element: MarkupElement) -> Bool { element.namespace == core }

  /// The namespace that an element without a prefix sets for what stands in it.
  private func own(_ element: MarkupElement) -> String { element.namespace }

  private func open(
    _ element: MarkupElement, to text: inout String, _ prefixes: inout [String: String],
    _ space: String
  ) {
    var declaration = ""
    if element.namespace.isEmpty || isCore(element) {
      if element.namespace != space {
        declaration = " xmlns=\"\(Self.escapedValue(element.namespace))\""
      }
    } else if prefixes[element.namespace] == nil {
      declaration = Self.declare(element.namespace, &prefixes)
    }
    text += "<" + name(of: element, prefixes) + declaration
    for attribute in element.attributes {
      let isLeftOut =
        omitted.contains(attribute.name)
        || omittedOf[element.name]?.contains(attribute.name) ?? false
      if isLeftOut, isCore(element) { continue }
      append(attribute, to: &text, &prefixes)
    }
  }

  private func name(of element: MarkupElement, _ prefixes: [String: String]) -> String {
    guard !element.namespace.isEmpty, !isCore(element), let prefix = prefixes[element.namespace]
    else { return element.name }
    return prefix + ":" + element.name
  }

  private func append(
    _ attribute: MarkupElement.Attribute, to text: inout String, _ prefixes: inout [String: String]
  ) {
    var name = attribute.name
    if attribute.namespace == XLIFFNames.xml {
      name = "xml:" + attribute.local
    } else if !attribute.namespace.isEmpty {
      if prefixes[attribute.namespace] == nil {
        text += Self.declare(attribute.namespace, &prefixes)
      }
      name = (prefixes[attribute.namespace] ?? "x") + ":" + attribute.local
    }
    text += " \(name)=\"\(Self.escapedValue(attribute.value))\""
  }

  private static func declare(_ namespace: String, _ prefixes: inout [String: String]) -> String {
    var prefix = XLIFFNames.modules[namespace]?.prefix ?? "ns\(prefixes.count + 1)"
    while prefixes.values.contains(prefix) { prefix += "x" }
    prefixes[namespace] = prefix
    return " xmlns:\(prefix)=\"\(escapedValue(namespace))\""
  }

  static func escaped(_ text: String) -> String {
    var writer = XMLWriter(declaration: false)
    writer.text(text)
    return String(decoding: writer.take(), as: UTF8.self)
  }

  static func escapedValue(_ text: String) -> String {
    var writer = XMLWriter(declaration: false)
    writer.start("x")
    writer.attribute("a", text)
    return String(decoding: writer.take().dropFirst(6).dropLast(2), as: UTF8.self)
  }
}
