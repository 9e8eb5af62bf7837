// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Finds the tags of well-formed XML in its bytes, so that single places can be edited.
///
/// The bytes are of an encoding that has ASCII in it, as UTF-8. That they are well-formed is for ``XMLReader`` to say.
struct MarkupScanner {
  /// A tag as it stands in the bytes.
  struct Tag: Hashable {
    enum Kind: Hashable { case start, end, empty }
    let kind: Kind
    let range: Range<Int>
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag; nil at the end.
  ///
  /// Comments, instructions, CDATA and the document type are passed over.
  mutating func next() -> Tag? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if begins(Array("<!--".utf8)) {
        pass(Array("-->".utf8))
      } else if begins(Array("<![CDATA[".utf8)) {
        pass(Array("]]>".utf8))
      } else if begins(Array("<?".utf8)) {
        pass(Array("?>".utf8))
      } else if begins(Array("<!".utf8)) {
        passDocumentType()
      } else {
        return tag()
      }
    }
    return nil
  }

  private mutating func tag() -> Tag {
    let start = index
    var quote: UInt8 = 0
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      index += 1
    }
    index = min(index + 1, bytes.count)
    let kind: Tag.Kind =
      start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
      ? .end : index >= 2 && bytes[index - 2] == UInt8(ascii: "/") ? .empty : .start
    return Tag(kind: kind, range: start..<index)
  }

  private func begins(_ text: [UInt8]) -> Bool {
    guard index + text.count <= bytes.count else { return false }
    for place in text.indices where bytes[index + place] != text[place] { return false }
    return true
  }

  private mutating func pass(_ end: [UInt8]) {
    while index < bytes.count, !begins(end) { index += 1 }
    index += end.count
  }

  /// `<!DOCTYPE … [ … ]>`, with quotation marks and comments in it.
  private mutating func passDocumentType() {
    var depth = 0
    var quote: UInt8 = 0
    while index < bytes.count {
      if quote == 0, bytes[index] == UInt8(ascii: "<"), begins(Array("<!--".utf8)) {
        pass(Array("-->".utf8))
        continue
      }
      let byte = bytes[index]
      index += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      switch byte {
      case 0x22, 0x27: quote = byte
      case UInt8(ascii: "<"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">"):
        depth -= 1
        if depth <= 0 { return }
      default: continue
      }
    }
  }
}

extension MarkupScanner {
  /// The attributes in the bytes of a start tag: names as written, and where the values stand, without their quotation
  /// marks.
  static func attributes(
    _ bytes: [UInt8], in tag: Range<Int>
  ) -> [(name: String, value: Range<Int>)] {
    var found: [(name: String, value: Range<Int>)] = []
    var index = tag.lowerBound + 1
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
    func isNameEnd(_ byte: UInt8) -> Bool {
      isBlank(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
        || byte == UInt8(ascii: "/")
    }
    while index < tag.upperBound, !isNameEnd(bytes[index]) { index += 1 }
    while index < tag.upperBound {
      while index < tag.upperBound, isBlank(bytes[index]) { index += 1 }
      let start = index
      while index < tag.upperBound, !isNameEnd(bytes[index]) { index += 1 }
      if start == index { break }
      let name = String(decoding: bytes[start..<index], as: UTF8.self)
      while index < tag.upperBound, bytes[index] != 0x22, bytes[index] != 0x27 { index += 1 }
      guard index < tag.upperBound else { break }
      let quote = bytes[index]
      index += 1
      let value = index
      while index < tag.upperBound, bytes[index] != quote { index += 1 }
      found.append((name, value..<index))
      index += 1
    }
    return found
  }
}
