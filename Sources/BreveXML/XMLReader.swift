// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import CXML2

/// Reads XML from beginning to end, one start, end or text at a time, in constant memory.
///
/// It loads nothing: no DTD, no external entity, no address. Entities that the document itself declares are put in as
/// text up to 16 KB each and 1 MB together; more is refused, and so are tags over 64 KB, comments over 4 MB and more than
/// 128 levels. UTF-8, UTF-16, UTF-32 and the common declared encodings are read.
///
/// ```swift
/// let reader = XMLReader { bytes.next() }
/// let segment = reader.number(of: "seg")
/// while let event = try reader.next() {
///   if event == .start, reader.name == segment { … }
/// }
/// ```
@safe package final class XMLReader {
  /// What comes next.
  package enum Event: Sendable { case start, end, text, instruction }

  private let reader: OpaquePointer
  private let source: () -> [UInt8]
  private var isAtEnd = false
  private var events: UnsafePointer<bxml_event>?
  private var count = 0
  private var index = -1
  private var event = bxml_event()
  private var fault: Int32 = 0

  /// What was put right so far, since it was taken last; empty unless the reader mends.
  package private(set) var mends: [XMLMend] = []

  /// A reader of what `source` gives.
  ///
  /// - Parameters:
  ///   - mends: Whether characters that XML does not allow, bytes that are not of the encoding and lone `&` are put right
  ///     and listed; otherwise they are an error.
  ///   - source: Gives the next bytes of the document; none at its end.
  package init(mends: Bool = false, source: @escaping () -> [UInt8]) {
    guard let opened = unsafe bxml_open(mends ? 1 : 0) else { fatalError("out of memory") }
    unsafe reader = opened
    self.source = source
  }

  deinit { unsafe bxml_close(reader) }

  /// The number that stands for a name in this reader.
  package func number(of name: String) -> Int32 { unsafe bxml_intern(reader, name) }

  /// The name that a number stands for.
  package func string(_ number: Int32) -> String {
    unsafe String(cString: bxml_name(reader, number))
  }

  /// Goes to the next event.
  ///
  /// - Returns: Nil at the end of the document.
  /// - Throws: ``XMLError`` where the document is not well-formed or asks for what is refused; after it only ``resume(at:inside:)``
  ///   leads on.
  package func next() throws(XMLError) -> Event? {
    while index + 1 >= count {
      if fault != 0 { throw error() }
      if isAtEnd { return nil }
      let bytes = source()
      isAtEnd = bytes.isEmpty
      fault = unsafe bytes.withUnsafeBufferPointer {
        unsafe bxml_feed(reader, $0.baseAddress, $0.count, isAtEnd ? 1 : 0)
      }
      takeBatch()
    }
    index += 1
    guard let events = unsafe events else { return nil }
    unsafe event = events[index]
    return switch event.kind {
    case Int32(BXML_START): .start
    case Int32(BXML_END): .end
    case Int32(BXML_INSTRUCTION): .instruction
    default: .text
    }
  }

  /// After an error: goes on at the next start of `element`, as if the elements in `ancestors` were open around it.
  package func resume(at element: String, inside ancestors: [String]) {
    let names = ancestors.map { Array($0.utf8.map { CChar(bitPattern: $0) }) + [0] }
    let all = names.flatMap { $0 }
    unsafe all.withUnsafeBufferPointer { buffer in
      var pointers: [UnsafePointer<CChar>?] = unsafe []
      var offset = 0
      for name in names {
        unsafe pointers.append(buffer.baseAddress.map { unsafe $0 + offset })
        offset += name.count
      }
      fault = unsafe bxml_resume(reader, element, &pointers, Int32(names.count))
    }
    takeBatch()
  }

  /// Takes what was put right since the last call.
  package func takeMends() -> [XMLMend] {
    defer { mends = [] }
    return mends
  }

  /// The number of the name, without its prefix, of the element that starts or ends, or of the instruction.
  package var name: Int32 { event.name }
  /// The prefix of that name; nil if it has none.
  package var prefix: String? { event.prefix < 0 ? nil : string(event.prefix) }
  /// The line, from 1, where the tag begins; of a text about where it begins.
  package var line: Int { Int(event.line) }
  /// How many elements are open around the event; a start counts itself not.
  package var depth: Int { Int(event.depth) - (event.kind == Int32(BXML_START) ? 1 : 0) }
  /// How many bytes the text has.
  package var textLength: Int { Int(event.text_length) }
  /// The encoding, as `UTF-8`; empty before the first event.
  package var encoding: String { unsafe String(cString: bxml_encoding(reader)) }

  /// The text, or what an instruction holds; a long text may come in several events.
  package var text: String { string(event.text, event.text_length) }

  /// Appends the bytes of the text, which are UTF-8.
  package func appendText(to bytes: inout [UInt8]) {
    guard let text = unsafe bxml_text(reader), event.text_length > 0 else { return }
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: text + Int(event.text), count: Int(event.text_length)))
  }

  /// Whether the text is nothing but white space.
  package var isWhite: Bool {
    guard let text = unsafe bxml_text(reader) else { return true }
    let bytes = unsafe UnsafeBufferPointer(
      start: text + Int(event.text), count: Int(event.text_length))
    return unsafe bytes.allSatisfy { $0 == 0x20 || (9...13).contains($0) }
  }

  /// The value of the attribute with this number; nil if the element does not have it.
  package func attribute(_ number: Int32) -> String? {
    guard event.attributes > 0, let all = unsafe bxml_attributes(reader) else { return nil }
    for place in Int(event.first_attribute)..<Int(event.first_attribute + event.attributes) {
      let attribute = unsafe all[place]
      if attribute.name == number { return string(attribute.text, attribute.text_length) }
    }
    return nil
  }

  /// The attributes of the element that starts, in order: the number of the name with its prefix, and the value.
  package var attributes: [(name: Int32, value: String)] {
    guard event.attributes > 0, let all = unsafe bxml_attributes(reader) else { return [] }
    return (Int(event.first_attribute)..<Int(event.first_attribute + event.attributes)).map {
      let attribute = unsafe all[$0]
      return (attribute.name, string(attribute.text, attribute.text_length))
    }
  }

  private func string(_ start: Int64, _ length: Int64) -> String {
    guard length > 0, let text = unsafe bxml_text(reader) else { return "" }
    return unsafe String(
      decoding: UnsafeBufferPointer(start: text + Int(start), count: Int(length)), as: UTF8.self)
  }

  private func takeBatch() {
    var found = 0
    unsafe events = bxml_events(reader, &found)
    count = found
    index = -1
    var mended = 0
    if let list = unsafe bxml_mends(reader, &mended) {
      for place in 0..<mended {
        let mend = unsafe list[place]
        mends.append(XMLMend(kind: mend.kind, value: mend.value, line: Int(mend.line)))
      }
    }
  }

  private func error() -> XMLError {
    var before: Int64 = 0
    let excerpt = unsafe String(cString: bxml_fault_excerpt(reader, &before))
    return unsafe XMLError(
      code: fault, detail: String(cString: bxml_fault_message(reader)),
      line: Int(bxml_fault_line(reader)), column: Int(bxml_fault_column(reader)),
      excerpt: excerpt, before: Int(before), open: Int(bxml_depth(reader)))
  }
}
