// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// An element of a document that is held as a tree, with its places in the bytes.
final class MarkupElement {
  /// What stands in an element.
  enum Content {
    case element(MarkupElement)
    case text(String)
  }

  /// An attribute; declarations of namespaces are none.
  struct Attribute {
    /// As written, with its prefix.
    let name: String
    let local: String
    /// Empty if it has none.
    let namespace: String
    let value: String
  }

  /// Without its prefix.
  let name: String
  /// Empty if it has none.
  let namespace: String
  let attributes: [Attribute]
  /// The line it begins in, from 1.
  let line: Int
  /// Where its start tag stands in the bytes.
  let startTag: Range<Int>
  /// Where its end tag stands; empty, and at the end of the start tag, for `<a/>`.
  private(set) var endTag: Range<Int>
  private(set) var content: [Content] = []
  private(set) weak var parent: MarkupElement?

  init(
    _ name: String, namespace: String, attributes: [Attribute], line: Int,
    startTag: Range<Int>, parent: MarkupElement?
  ) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.line = line
    self.startTag = startTag
    endTag = startTag.upperBound..<startTag.upperBound
    self.parent = parent
  }

  /// The elements in it.
  var children: [MarkupElement] {
    content.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  /// Whether it is written `<a/>`.
  var isSelfClosed: Bool { endTag.isEmpty }

  /// The first child of its own namespace with a name.
  func child(_ name: String) -> MarkupElement? {
    children.first { $0.name == name && $0.namespace == namespace }
  }

  /// The value of an attribute without a prefix.
  func attribute(_ name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }

  /// The text in it, that of inner elements included.
  var text: String {
    content.reduce(into: "") { text, part in
      switch part {
      case .text(let piece): text += piece
      case .element(let child): text += child.text
      }
    }
  }

  /// Whether there is nothing in it but white space.
  var isBlank: Bool {
    content.allSatisfy {
      if case .text(let text) = $0 { text.utf8.allSatisfy { $0 <= 0x20 } } else { false }
    }
  }

  /// The value that an attribute has here or has from the nearest element around.
  func inherited(_ name: String) -> String? { attribute(name) ?? parent?.inherited(name) }

  /// Itself and all elements in it, in the order of the document.
  func forEach(_ body: (MarkupElement) -> Void) {
    body(self)
    for child in children { child.forEach(body) }
  }
}

extension MarkupElement {
  /// Used only while a tree is made.
  func close(_ tag: Range<Int>) { endTag = tag }
  func append(_ part: Content) {
    if case .text(let more) = part, case .text(let text)? = content.last {
      content[content.count - 1] = .text(text + more)
    } else {
      content.append(part)
    }
  }
}
