// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Makes XML in UTF-8, and never something that is not well-formed.
///
/// A character that XML 1.0 cannot hold is written visibly (U+000B as `␋`, others as U+FFFD) and counted.
package struct XMLWriter: Sendable {
  /// What was written and not taken yet.
  package private(set) var bytes: [UInt8] = []
  /// How many characters were replaced so far.
  package private(set) var replaced = 0
  private var open: [String] = []
  private var isInTag = false

  /// - Parameter declaration: Whether `<?xml version="1.0" encoding="UTF-8"?>` comes first.
  package init(declaration: Bool = true) {
    bytes.reserveCapacity(1 << 16)
    if declaration { append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
  }

  /// Takes what was written since the last call.
  package mutating func take() -> [UInt8] {
    closeTag()
    var taken: [UInt8] = []
    taken.reserveCapacity(bytes.capacity)
    swap(&taken, &bytes)
    return taken
  }

  /// How many elements are open.
  package var depth: Int { open.count }

  /// How many bytes wait to be taken.
  package var count: Int { bytes.count }

  /// Begins an element; `name` is a name of XML.
  package mutating func start(_ name: String) {
    closeTag()
    bytes.append(UInt8(ascii: "<"))
    append(name)
    open.append(name)
    isInTag = true
  }

  /// An attribute of the element that was begun last; only before its content.
  package mutating func attribute(_ name: String, _ value: String) {
    precondition(isInTag, "the attribute \(name) comes after the content")
    bytes.append(UInt8(ascii: " "))
    append(name)
    append("=\"")
    escape(value, inAttribute: true)
    bytes.append(UInt8(ascii: "\""))
  }

  /// An attribute, if there is a value.
  package mutating func attribute(_ name: String, _ value: String?) {
    if let value { attribute(name, value) }
  }

  /// Text, escaped.
  package mutating func text(_ text: String) {
    closeTag()
    escape(text, inAttribute: false)
  }

  /// The end of the innermost element.
  package mutating func end() {
    let name = open.removeLast()
    if isInTag {
      isInTag = false
      append("/>")
    } else {
      append("</")
      append(name)
      bytes.append(UInt8(ascii: ">"))
    }
  }

  /// An element with nothing but text.
  package mutating func element(_ name: String, _ content: String) {
    start(name)
    text(content)
    end()
  }

  /// An end of line, and two spaces for each open element, but for the first `outer`.
  package mutating func newLine(outer: Int = 0) {
    closeTag()
    bytes.append(0x0A)
    for _ in 0..<max(0, open.count - outer) { append("  ") }
  }

  /// An instruction `<?target data?>`; `data` holds no `?>`.
  package mutating func instruction(_ target: String, _ data: String) {
    precondition(!data.contains("?>"), "an instruction cannot hold '?>': \(data)")
    closeTag()
    append("<?" + target + " " + data + "?>")
  }

  /// Markup as it is, which the caller vouches for.
  package mutating func raw(_ markup: String) {
    closeTag()
    append(markup)
  }

  private mutating func closeTag() {
    guard isInTag else { return }
    isInTag = false
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func escape(_ string: String, inAttribute: Bool) {
    var string = string
    string.makeContiguousUTF8()
    let span = string.utf8Span.span
    var start = 0
    for index in 0..<span.count {
      let byte = span[index]
      guard Self.isSpecial(byte) else { continue }
      let replacement: StaticString
      var length = 1
      switch byte {
      case UInt8(ascii: "&"): replacement = "&amp;"
      case UInt8(ascii: "<"): replacement = "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case UInt8(ascii: "\""):
        guard inAttribute else { continue }
        replacement = "&quot;"
      case 0x09, 0x0A:
        guard inAttribute else { continue }
        replacement = byte == 0x09 ? "&#9;" : "&#10;"
      case 0x0D: replacement = "&#13;"
      case 0xEF:
        // U+FFFE and U+FFFF: EF BF BE and EF BF BF.
        guard index + 2 < span.count, span[index + 1] == 0xBF, span[index + 2] >= 0xBE else {
          continue
        }
        replacement = "\u{FFFD}"
        length = 3
        replaced += 1
      default:
        copy(span, start..<index)
        // U+2400 and on: E2 90 80 and on.
        bytes.append(contentsOf: [0xE2, 0x90, 0x80 + byte])
        start = index + 1
        replaced += 1
        continue
      }
      copy(span, start..<index)
      for place in 0..<replacement.utf8CodeUnitCount { bytes.append(replacement.byte(at: place)) }
      start = index + length
    }
    copy(span, start..<span.count)
  }

  private mutating func copy(_ span: Span<UInt8>, _ range: Range<Int>) {
    if range.isEmpty { return }
    let part = span.extracting(range)
    unsafe part.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0xEF
  }
}

extension StaticString {
  fileprivate func byte(at place: Int) -> UInt8 { unsafe utf8Start[place] }
}

extension XMLWriter {
  /// Whether XML can hold every character of `text`.
  package static func holds(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        || scalar.value == 9 || scalar.value == 10 || scalar.value == 13
    }
  }
}
