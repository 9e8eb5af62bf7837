// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Writes JSON (RFC 8259) into a buffer, members in the order they are given.
///
/// An own writer, because the order of members and the form of numbers are part of the interface.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  package mutating func array(_ elements: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "["))
    elements(&self)
    close(UInt8(ascii: "]"))
  }

  package mutating func member(_ name: StaticString, _ value: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: name.description.utf8)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
    value(&self)
  }

  package mutating func member(_ name: StaticString, _ text: String?) {
    member(name) { $0.value(text) }
  }

  package mutating func member(_ name: StaticString, _ number: Int?) {
    member(name) { $0.value(number) }
  }

  package mutating func value(_ text: String?) {
    separate()
    guard let text else { return null() }
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    if let first = bytes[start...].firstIndex(where: Self.isEscaped) { escape(from: first) }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F
  }

  /// Writes the bytes from `start` on again, escaped; few texts need it.
  private mutating func escape(from start: Int) {
    let plain = Array(bytes[start...])
    bytes.removeSubrange(start...)
    for byte in plain {
      switch byte {
      case 0x22, 0x5C:
        bytes.append(0x5C)
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(Self.digits[Int(byte >> 4)])
        bytes.append(Self.digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
  }

  package mutating func value(_ number: Int?) {
    separate()
    guard let number else { return null() }
    bytes.append(contentsOf: String(number).utf8)
  }

  /// A number with four decimals, rounded to even; the same on every machine.
  package mutating func value(rounded number: Double) {
    separate()
    guard number.isFinite, abs(number) < 1e12 else { return null() }
    let scaled = Int((number * 10_000).rounded(.toNearestOrEven))
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = scaled.magnitude
    bytes.append(contentsOf: String(magnitude / 10_000).utf8)
    bytes.append(UInt8(ascii: "."))
    let fraction = String(magnitude % 10_000)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - fraction.utf8.count))
    bytes.append(contentsOf: fraction.utf8)
  }

  package mutating func value(_ flag: Bool) {
    separate()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  /// JSON that is ready.
  package mutating func raw(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private mutating func null() { bytes.append(contentsOf: "null".utf8) }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }
}
