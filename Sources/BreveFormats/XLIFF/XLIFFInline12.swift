// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Whether what stands in a `<source>` or `<target>` may stand there in XLIFF 1.2.
///
/// Files of older versions, and many of 1.2, have inline elements that the schema refuses; these are not written as they
/// were read.
///
/// - Source: OASIS 2008, `xliff-core-1.2-strict.xsd` and `-transitional.xsd`.
struct XLIFFInline12 {
  /// Ids of pairs (`rid`) that began, by the element they began with.
  private var begun: [String: Set<String>] = [:]
  private var ended: [(start: String, id: String)] = []

  /// Whether the content of an element is valid, as that of a target of a unit without `<seg-source>` if that is said.
  static func isValid(_ element: MarkupElement, asTarget: Bool = false) -> Bool {
    var check = XLIFFInline12()
    if asTarget, element.children.contains(where: { $0.attribute("mid") != nil }) { return false }
    guard element.children.allSatisfy({ check.isValid($0, in: element, names) }) else {
      return false
    }
    return check.ended.allSatisfy { check.begun[$0.start]?.contains($0.id) ?? false }
  }

  /// Whether the texts in an element, as those of an `<alt-trans>`, are valid.
  static func holdsValidTexts(_ element: MarkupElement) -> Bool {
    var isValid = true
    element.forEach { inner in
      if inner.namespace == element.namespace,
        ["source", "target", "seg-source"].contains(inner.name)
      {
        isValid = isValid && Self.isValid(inner)
      }
    }
    return isValid
  }

  private static let names: Set<String> = ["g", "x", "bx", "ex", "bpt", "ept", "ph", "it", "mrk"]
  private static let delimiters: Set<String> = ["bold", "italic", "underlined", "link"]
  private static let placeholders: Set<String> = ["image", "pb", "lb"]
  private static let marks: Set<String> = [
    "abbrev", "abbreviated-form", "abbreviation", "acronym", "appellation", "collocation",
    "common-name", "datetime", "equation", "expanded-form", "formula", "head-term", "initialism",
    "international-scientific-term", "internationalism", "logical-expression",
    "materials-management-unit", "name", "near-synonym", "part-number", "phrase",
    "phraseological-unit", "protected", "romanized-form", "seg", "set-phrase", "short-form", "sku",
    "standard-text", "symbol", "synonym", "synonymous-phrase", "term", "transcribed-form",
    "transliterated-form", "truncated-term", "variant",
  ]
  private static let dataTypes: Set<String> = [
    "asp", "c", "cdf", "cfm", "cpp", "csharp", "cstring", "csv", "database", "documentfooter",
    "documentheader", "filedialog", "form", "html", "htmlbody", "ini", "interleaf", "javaclass",
    "javapropertyresourcebundle", "javalistresourcebundle", "javascript", "jscript", "layout",
    "lisp", "margin", "menufile", "messagefile", "mif", "mimetype", "mo", "msglib", "pagefooter",
    "pageheader", "parameters", "pascal", "php", "plaintext", "po", "report", "resources", "resx",
    "rtf", "sgml", "sgmldtd", "svg", "vbscript", "warning", "winres", "xhtml", "xml", "xmldtd",
    "xsl", "xul",
  ]
  /// Attributes of elements, besides `id`, `xid` and `equiv-text`.
  private static let attributes: [String: Set<String>] = [
    "g": ["ctype", "clone"], "x": ["ctype", "clone"], "bx": ["rid", "ctype", "clone"],
    "ex": ["rid"], "ph": ["ctype", "crc", "assoc"], "bpt": ["rid", "ctype", "crc"],
    "ept": ["rid", "crc"], "it": ["pos", "rid", "ctype", "crc"],
  ]

  private mutating func isValid(
    _ element: MarkupElement, in parent: MarkupElement, _ names: Set<String>
  ) -> Bool {
    let name = element.name
    guard element.namespace == parent.namespace, names.contains(name) else { return false }
    for attribute in element.attributes where attribute.namespace.isEmpty {
      guard isAllowed(attribute, on: name) else { return false }
    }
    switch name {
    case "mrk": guard element.attribute("mtype") != nil else { return false }
    case "sub": break
    case "it":
      guard element.attribute("id") != nil, element.attribute("pos") != nil else {
        return false
      }
    default: guard element.attribute("id") != nil else { return false }
    }
    if let id = element.attribute("rid") {
      switch name {
      case "bpt", "bx": guard begun[name, default: []].insert(id).inserted else { return false }
      case "ept": ended.append(("bpt", id))
      case "ex": ended.append(("bx", id))
      default: break
      }
    }
    let inner: Set<String> =
      switch name {
      case "g", "mrk", "sub": Self.names
      case "x", "bx", "ex": []
      default: ["sub"]
      }
    if inner.isEmpty { return element.content.isEmpty }
    return element.children.allSatisfy { isValid($0, in: element, inner) }
  }

  private func isAllowed(_ attribute: MarkupElement.Attribute, on name: String) -> Bool {
    let value = attribute.value
    switch (name, attribute.name) {
    case ("mrk", "mtype"): return Self.isOne(value, of: Self.marks)
    case ("mrk", "mid"): return XLIFFSchema.Value.isName(value)
    case ("mrk", "comment"), ("mrk", "ts"), ("sub", "xid"): return true
    case ("sub", "datatype"): return Self.isOne(value, of: Self.dataTypes)
    case ("mrk", _): return false
    case ("sub", "ctype"): return Self.isOne(value, of: Self.delimiters)
    case (_, "id"), (_, "xid"), (_, "equiv-text"): return name != "sub"
    default: break
    }
    guard Self.attributes[name]?.contains(attribute.name) ?? false else { return false }
    return switch attribute.name {
    case "ctype":
      Self.isOne(value, of: name == "x" || name == "ph" ? Self.placeholders : Self.delimiters)
    case "clone": ["yes", "no"].contains(value)
    case "pos": ["open", "close"].contains(value)
    case "assoc": ["preceding", "following", "both"].contains(value)
    case "rid": XLIFFSchema.Value.isName(value)
    default: true
    }
  }

  /// A value of a list, or one of the file's own.
  private static func isOne(_ value: String, of list: Set<String>) -> Bool {
    list.contains(value)
      || value.hasPrefix("x-") && value.utf8.count > 2
        && value.utf8.allSatisfy { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }
}
