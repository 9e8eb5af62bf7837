// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Bytes that hold numbers and texts one after the other.
///
/// Numbers are of variable length, seven bits a byte, low bits first, signs folded in; texts carry their length.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number(_ value: Int) {
    var rest = UInt64(bitPattern: Int64((value << 1) ^ (value >> 63)))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func number(optional value: Int?) {
    number(value == nil ? 0 : 1)
    if let value { number(value) }
  }

  mutating func text(_ value: String) {
    number(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }

  mutating func text(optional value: String?) {
    number(value == nil ? 0 : 1)
    if let value { text(value) }
  }

  mutating func list<Element>(
    _ elements: [Element], _ write: (inout RecordWriter, Element) -> Void
  ) {
    number(elements.count)
    for element in elements { write(&self, element) }
  }
}

/// Reads what ``RecordWriter`` wrote; bytes that are damaged give ``RecordReader/Damage``, never a trap.
struct RecordReader {
  struct Damage: Error {}

  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func number() throws(Damage) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard place < bytes.count, shift < 64 else { throw Damage() }
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
  }

  mutating func optionalNumber() throws(Damage) -> Int? {
    try number() == 0 ? nil : try number()
  }

  mutating func text() throws(Damage) -> String {
    let count = try number()
    guard count >= 0, count <= bytes.count - place else { throw Damage() }
    defer { place += count }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }

  mutating func optionalText() throws(Damage) -> String? {
    try number() == 0 ? nil : try text()
  }

  mutating func list<Element>(
    _ read: (inout RecordReader) throws(Damage) -> Element
  ) throws(Damage) -> [Element] {
    let count = try number()
    guard count >= 0, count <= bytes.count - place else { throw Damage() }
    var elements: [Element] = []
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }
}
