// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveXML

/// A whole XML document as a tree that knows where its tags stand.
struct MarkupDocument {
  let path: String
  /// The bytes that ranges lead to: those of the file, or the file in UTF-8 if it was UTF-16.
  let bytes: [UInt8]
  /// Whether ``bytes`` are the file's own, and in UTF-8.
  let isEditable: Bool
  let root: MarkupElement
  /// What a reader that mends put right.
  let mends: [XMLMend]

  /// Reads a document.
  ///
  /// - Throws: ``LoadingError`` where it is not well-formed.
  init(_ file: [UInt8], path: String, mends: Bool = false) throws(LoadingError) {
    let utf8 = Self.utf8(file)
    var rest: [UInt8] = utf8 ?? file
    let scanned = rest
    let reader = XMLReader(mends: mends) {
      defer { rest = [] }
      return rest
    }
    var scanner = MarkupScanner(scanned)
    var builder = Builder(scanned)
    do {
      while let event = try reader.next() {
        switch event {
        case .start:
          guard let tag = scanner.next() else { throw Builder.Mismatch() }
          let attributes = reader.attributes.map { (reader.string($0.name), $0.value) }
          try builder.start(
            reader.string(reader.name), reader.prefix, attributes, reader.line, tag)
        case .end: try builder.end(&scanner)
        case .text: builder.text(reader.text)
        case .instruction: continue
        }
      }
    } catch let error as XMLError {
      throw LoadingError(
        .notWellFormed(error.reason, shown: error.pointer),
        at: SourceLocation(path: path, line: error.line, column: error.column))
    } catch {
      throw LoadingError(
        .malformed("its tags cannot be told apart"), at: SourceLocation(path: path))
    }
    guard let root = builder.root else {
      throw LoadingError(.malformed("there is no element in it"), at: SourceLocation(path: path))
    }
    self.path = path
    self.bytes = scanned
    self.root = root
    self.mends = reader.takeMends()
    isEditable = utf8 == nil && ["", "UTF-8", "utf-8", "US-ASCII"].contains(reader.encoding)
  }

  /// Where an element begins.
  func location(of element: MarkupElement) -> SourceLocation {
    var place = element.startTag.lowerBound
    var column = 1
    while place > 0, bytes[place - 1] != 0x0A {
      place -= 1
      if bytes[place] & 0xC0 != 0x80 { column += 1 }
    }
    return SourceLocation(path: path, line: element.line, column: column)
  }

  /// A UTF-16 file in UTF-8; nil for any other.
  private static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 4 else { return nil }
    let isBig =
      bytes[0] == 0xFE && bytes[1] == 0xFF || bytes[0] == 0 && bytes[1] == 0x3C && bytes[2] == 0
    let isLittle =
      bytes[0] == 0xFF && bytes[1] == 0xFE || bytes[0] == 0x3C && bytes[1] == 0 && bytes[3] == 0
    guard isBig || isLittle else { return nil }
    var units: [UInt16] = []
    for place in stride(from: 0, to: bytes.count - 1, by: 2) {
      let high = UInt16(bytes[isBig ? place : place + 1])
      let low = UInt16(bytes[isBig ? place + 1 : place])
      units.append(high << 8 | low)
    }
    if units.first == 0xFEFF { units.removeFirst() }
    var text = String(decoding: units, as: UTF16.self)
    // The declaration names an encoding that is no longer true.
    if text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>") {
      text = "<?xml version=\"1.0\"" + text[end.lowerBound...]
    }
    return Array(text.utf8)
  }
}

/// Puts the events of a reader and the tags of a scanner together.
private struct Builder {
  struct Mismatch: Error {}

  private(set) var root: MarkupElement?
  private let bytes: [UInt8]
  private var open: [(element: MarkupElement, isEmpty: Bool)] = []
  /// For each open element: the namespaces that it declares.
  private var scopes: [[String: String]] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func start(
    _ name: String, _ prefix: String?, _ attributes: [(String, String)], _ line: Int,
    _ tag: MarkupScanner.Tag
  ) throws {
    guard tag.kind != .end else { throw Mismatch() }
    var scope: [String: String] = [:]
    for (written, value) in MarkupScanner.attributes(bytes, in: tag.range)
    where written == "xmlns" || written.hasPrefix("xmlns:") {
      scope[String(written.dropFirst(6))] = String(decoding: bytes[value], as: UTF8.self)
    }
    scopes.append(scope)
    let known = attributes.map { written, value in
      let parts = written.split(separator: ":", maxSplits: 1).map(String.init)
      return parts.count < 2
        ? MarkupElement.Attribute(name: written, local: written, namespace: "", value: value)
        : MarkupElement.Attribute(
          name: written, local: parts[1], namespace: namespace(parts[0]), value: value)
    }
    let element = MarkupElement(
      name, namespace: namespace(prefix ?? ""), attributes: known, line: line,
      startTag: tag.range, parent: open.last?.element)
    open.last?.element.append(.element(element))
    if root == nil { root = element }
    open.append((element, tag.kind == .empty))
  }

  mutating func end(_ scanner: inout MarkupScanner) throws {
    guard let (element, isEmpty) = open.popLast() else { throw Mismatch() }
    scopes.removeLast()
    if isEmpty { return }
    guard let tag = scanner.next(), tag.kind == .end else { throw Mismatch() }
    element.close(tag.range)
  }

  func text(_ text: String) { open.last?.element.append(.text(text)) }

  private func namespace(_ prefix: String) -> String {
    if prefix == "xml" { return "http://www.w3.org/XML/1998/namespace" }
    for scope in scopes.reversed() {
      if let found = scope[prefix] { return found }
    }
    return prefix.isEmpty ? "" : "prefix:" + prefix
  }
}
