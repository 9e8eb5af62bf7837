// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory

/// The text of a `<source>` or `<target>`, and its inline elements as tags.
struct XLIFFInline {
  private(set) var text = ""
  private(set) var tags: [InlineTag] = []
  /// For each tag, its markup: the start tag, the end tag or the whole element.
  private(set) var markup: [String] = []

  /// Whether a span begins here and ends in another segment, or the other way round.
  private(set) var isCut = false

  private let version: XLIFFVersion
  private let data: [String: String]
  private let writer: XLIFFMarkup
  private let numbers: Numbers
  private var count = 0
  private var pairs = 0
  private var open: [String: Int] = [:]
  private let ends: Set<String>
  private let starts: Set<String>

  /// Joins the inline elements of the source and the target by their ids.
  final class Numbers {
    private var known: [String: Int] = [:]

    func number(of id: String) -> Int {
      if let number = known[id] { return number }
      known[id] = known.count + 1
      return known.count
    }
  }

  /// Reads the content of `element`.
  ///
  /// - Parameters:
  ///   - element: A source or target, or a `<mrk>` that stands for one.
  ///   - version: Of the file.
  ///   - data: The original data of the unit, by id.
  ///   - numbers: Those of the unit.
  init(
    _ element: MarkupElement, _ version: XLIFFVersion, data: [String: String], numbers: Numbers
  ) {
    self.version = version
    self.data = data
    self.numbers = numbers
    writer = XLIFFMarkup(core: element.namespace)
    var ends: Set<String> = []
    var starts: Set<String> = []
    element.forEach { inner in
      switch inner.name {
      case "sm": if let id = inner.attribute("id") { starts.insert(id) }
      case "ec", "em": if let id = inner.attribute("startRef") { ends.insert(id) }
      case "ex", "ept":
        if let id = Self.pairID(inner) { ends.insert(id) }
      default: return
      }
    }
    self.ends = ends
    self.starts = starts
    read(element)
  }

  private static func pairID(_ element: MarkupElement) -> String? {
    element.attribute("rid") ?? element.attribute("id") ?? element.attribute("i")
  }

  private mutating func read(_ element: MarkupElement) {
    for part in element.content {
      switch part {
      case .text(let piece):
        text += piece
        count += piece.utf8.count
      case .element(let child): readTag(child)
      }
    }
  }

  private mutating func readTag(_ element: MarkupElement) {
    switch element.name {
    case "pc", "g":
      pairs += 1
      let pair = pairs
      add(.begin, element, pair: pair, data: "dataRefStart", markup: writer.startTag(of: element))
      read(element)
      add(.end, element, pair: pair, data: "dataRefEnd", markup: "</\(element.name)>")
    case "mrk":
      add(.highlightBegin, element, markup: writer.startTag(of: element))
      read(element)
      add(.highlightEnd, element, markup: "</mrk>")
    case "sc", "bx", "bpt":
      let id = element.name == "sc" ? element.attribute("id") : Self.pairID(element)
      if let id, ends.contains(id) {
        pairs += 1
        open[id] = pairs
        add(.begin, element, pair: pairs)
      } else {
        if element.name == "sc", element.attribute("isolated") != "yes" { isCut = true }
        add(.isolatedBegin, element)
      }
    case "ec", "ex", "ept":
      let id = element.name == "ec" ? element.attribute("startRef") : Self.pairID(element)
      if let id, let pair = open.removeValue(forKey: id) {
        add(.end, element, pair: pair)
      } else {
        if element.name == "ec", element.attribute("isolated") != "yes" { isCut = true }
        add(.isolatedEnd, element)
      }
    case "it":
      let isEnd = ["end", "close"].contains(element.attribute("pos"))
      add(isEnd ? .isolatedEnd : .isolatedBegin, element)
    case "sm":
      if !ends.contains(element.attribute("id") ?? "") { isCut = true }
      add(.isolatedBegin, element)
    case "em":
      if !starts.contains(element.attribute("startRef") ?? "") { isCut = true }
      add(.isolatedEnd, element)
    case "ph", "x", "cp": add(.placeholder, element)
    default: add(.unknown, element)
    }
  }

  private mutating func add(
    _ kind: InlineTag.Kind, _ element: MarkupElement, pair: Int? = nil,
    data name: String = "dataRef",
    markup: String? = nil
  ) {
    var tag = InlineTag(kind, at: count, pair: pair)
    let isHighlight = kind == .highlightBegin || kind == .highlightEnd
    if kind != .end, kind != .isolatedEnd, kind != .highlightEnd {
      if let id = element.attribute("id") { tag.match = numbers.number(of: id) }
      tag.type =
        element.attribute("subType") ?? element.attribute("type") ?? element.attribute("ctype")
        ?? element.attribute("mtype")
    }
    if !isHighlight { tag.code = code(of: element, name) }
    tags.append(tag)
    self.markup.append(markup ?? writer.elements([element]))
  }

  /// The native code, where the file holds it.
  private func code(of element: MarkupElement, _ name: String) -> String {
    switch version {
    case .v2:
      guard let id = element.attribute(name) else { return "" }
      return XLIFFMarkup.escaped(data[id] ?? "")
    case .v12:
      return ["bpt", "ept", "ph", "it"].contains(element.name) ? writer.content(of: element) : ""
    }
  }
}
