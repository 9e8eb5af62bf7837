// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

extension XMLReader {
  /// Reads what the element that has just started holds, up to its end, and gives it back as markup.
  ///
  /// - Parameter limit: How many bytes are kept; what is over is read and dropped.
  /// - Returns: Escaped text and elements with their attributes, the same for the same content; names keep their
  ///   prefixes. No comments and no instructions.
  /// - Throws: ``XMLError`` as ``next()``.
  package func content(limit: Int = 1 << 16) throws(XMLError) -> String {
    try content(limit: limit, before: Self.noName) ?? ""
  }

  /// As ``content(limit:)``, but stops at an element that never stands in another's content: where it starts, the
  /// element before it was cut off.
  ///
  /// - Parameters:
  ///   - limit: How many bytes are kept.
  ///   - stop: The number of the name of that element.
  /// - Returns: The markup; nil if `stop` has just started.
  /// - Throws: ``XMLError`` as ``next()``.
  package func content(
    limit: Int = 1 << 16, before stop: Int32
  ) throws(XMLError) -> String? {
    var writer = XMLWriter(declaration: false)
    var open = 0
    while let event = try next() {
      let isFull = writer.count > limit
      switch event {
      case .start:
        if name == stop { return nil }
        open += 1
        if isFull { continue }
        writer.start(prefix.map { $0 + ":" + string(name) } ?? string(name))
        for attribute in attributes { writer.attribute(string(attribute.name), attribute.value) }
      case .end:
        if open == 0 { return String(decoding: writer.take(), as: UTF8.self) }
        open -= 1
        if writer.depth > open { writer.end() }
      case .text:
        if !isFull { writer.text(text) }
      case .instruction: continue
      }
    }
    return String(decoding: writer.take(), as: UTF8.self)
  }

  /// Reads on to the end of the element that has just started.
  package func skip() throws(XMLError) { _ = try skip(before: Self.noName) }

  /// Reads on to the end of the element that has just started, or to a start of `stop` in it.
  ///
  /// - Parameter stop: The number of the name of an element that never stands in this one.
  /// - Returns: Whether the end was reached; false if `stop` has just started.
  /// - Throws: ``XMLError`` as ``next()``.
  package func skip(before stop: Int32) throws(XMLError) -> Bool {
    var open = 0
    while let event = try next() {
      if event == .start {
        if name == stop { return false }
        open += 1
      }
      if event == .end {
        if open == 0 { return true }
        open -= 1
      }
    }
    return true
  }

  /// A number that no name has.
  private static var noName: Int32 { -1 }

  /// The text of the element that has just started, that of inner elements included, up to its end.
  package func textContent(limit: Int = 1 << 20) throws(XMLError) -> String {
    try textContent(limit: limit, before: Self.noName) ?? ""
  }

  /// As ``textContent(limit:)``, but stops at a start of `stop` in the element.
  ///
  /// - Parameters:
  ///   - limit: How many bytes are kept.
  ///   - stop: The number of the name of an element that never stands in this one.
  /// - Returns: The text; nil if `stop` has just started.
  /// - Throws: ``XMLError`` as ``next()``.
  package func textContent(
    limit: Int = 1 << 20, before stop: Int32
  ) throws(XMLError) -> String? {
    var bytes: [UInt8] = []
    var first: String?
    var open = 0
    while let event = try next() {
      switch event {
      case .start:
        if name == stop { return nil }
        open += 1
      case .end:
        if open == 0 { return first ?? String(decoding: bytes, as: UTF8.self) }
        open -= 1
      case .text:
        if first == nil, bytes.isEmpty {
          first = text
        } else {
          if let start = first {
            bytes = Array(start.utf8)
            first = nil
          }
          if bytes.count < limit { appendText(to: &bytes) }
        }
      case .instruction: continue
      }
    }
    return first ?? String(decoding: bytes, as: UTF8.self)
  }
}

extension XMLWriter {
  /// Content as markup, if it is; escaped as text, if it is not.
  package mutating func markup(_ content: String) {
    if Self.isMarkup(content) { raw(content) } else { text(content) }
  }

  /// Whether `content` can stand in an element as it is.
  package static func isMarkup(_ content: String) -> Bool {
    var isPlain = true
    for byte in content.utf8 {
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") { isPlain = false }
      if byte < 0x20, byte != 0x09, byte != 0x0A { return false }
    }
    if isPlain { return !content.utf8.contains(0x3E) && !content.utf8.contains(0xEF) }
    var rest = Array("<x>\(content)</x>".utf8)
    let reader = XMLReader {
      defer { rest = [] }
      return rest
    }
    do {
      var depth = 0
      var roots = 0
      while let event = try reader.next() {
        if event == .start {
          if depth == 0 { roots += 1 }
          depth += 1
        }
        if event == .end { depth -= 1 }
      }
      return roots == 1 && depth == 0
    } catch {
      return false
    }
  }
}
