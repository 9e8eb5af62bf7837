// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Writes JSON (RFC 8259) into a buffer, members in the order they are given.
///
/// An own writer, because the order of members and the form of numbers are part of the interface.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  /// A writer with room for `capacity` bytes before it has to grow.
  package init(capacity: Int) { bytes.reserveCapacity(capacity) }

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

  package mutating func member(_ name: String, _ value: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
    value(&self)
  }

  package mutating func member(_ name: String, _ text: String?) {
    member(name) { $0.value(text) }
  }

  package mutating func member(_ name: String, _ number: Int?) {
    member(name) { $0.value(number) }
  }

  package mutating func value(_ text: String?) {
    separate()
    guard let text else { return null() }
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    escape(from: start)
    bytes.append(UInt8(ascii: "\""))
  }

  /// How many bytes stand for each byte of a text.
  private static let lengths: [UInt8] = (0..<256).map { byte in
    switch byte {
    case 0x22, 0x5C, 0x0A, 0x0D, 0x09: 2
    case 0..<0x20, 0x7F: 6
    default: 1
    }
  }

  /// Makes what stands from `start` on a JSON string, in its place, from the end.
  private mutating func escape(from start: Int) {
    let lengths = Self.lengths
    let count = bytes.count
    var longer = 0
    for place in start..<count { longer += Int(lengths[Int(bytes[place])]) - 1 }
    if longer == 0 { return }
    bytes.append(contentsOf: repeatElement(0, count: longer))
    var place = count
    // Before the first byte that is escaped nothing moves.
    while longer > 0 {
      place -= 1
      let byte = bytes[place]
      switch lengths[Int(byte)] {
      case 2:
        longer -= 1
        bytes[place + longer] = UInt8(ascii: "\\")
        bytes[place + longer + 1] = Self.letter(byte)
      case 6:
        longer -= 5
        for (offset, digit) in "\\u00".utf8.enumerated() { bytes[place + longer + offset] = digit }
        bytes[place + longer + 4] = Self.digits[Int(byte >> 4)]
        bytes[place + longer + 5] = Self.digits[Int(byte & 15)]
      default: bytes[place + longer] = byte
      }
    }
  }

  /// What follows the backslash.
  private static func letter(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x0A: UInt8(ascii: "n")
    case 0x0D: UInt8(ascii: "r")
    case 0x09: UInt8(ascii: "t")
    default: byte
    }
  }

  package mutating func value(_ number: Int?) {
    separate()
    guard let number else { return null() }
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    append(digitsOf: number.magnitude)
  }

  /// A number with four decimals, rounded to even; the same on every machine.
  package mutating func value(rounded number: Double) {
    separate()
    guard number.isFinite, abs(number) < 1e12 else { return null() }
    let scaled = Int((number * 10_000).rounded(.toNearestOrEven))
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = scaled.magnitude
    append(digitsOf: magnitude / 10_000)
    bytes.append(UInt8(ascii: "."))
    append(digitsOf: magnitude % 10_000, least: 4)
  }

  /// Appends a number in decimal, with zeros before it if it has fewer than `least` digits.
  private mutating func append(digitsOf number: UInt, least: Int = 1) {
    var count = 1
    var rest = number / 10
    while count < least || rest > 0 {
      rest /= 10
      count += 1
    }
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: count))
    var place = bytes.count
    rest = number
    while rest > 0 {
      place -= 1
      bytes[place] += UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  package mutating func value(_ flag: Bool) {
    separate()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  /// Ends a line of JSON Lines.
  package mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
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
