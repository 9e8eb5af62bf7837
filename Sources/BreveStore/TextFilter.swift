// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// What texts of a concordance have to hold beside the words, as a pattern.
public struct TextFilter: Sendable {
  /// Where a text has it, in UTF-8 bytes.
  public typealias Ranges = (String) -> [Range<Int>]

  /// Texts in ASCII of which one stands in every text that passes, whatever its case; empty where none is known.
  ///
  /// They let most texts of a large memory be passed over without the filter.
  public let literals: [String]
  /// Makes the filter; each thread has its own.
  public let make: @Sendable () -> Ranges

  /// A filter.
  public init(literals: [String] = [], make: @escaping @Sendable () -> Ranges) {
    self.literals = literals
    self.make = make
  }
}

/// Finds one of some texts in bytes, in any case.
struct LiteralFinder: Sendable {
  private let literals: [[UInt8]]

  /// Nil where every text has to be looked at.
  init?(_ literals: [String]) {
    guard !literals.isEmpty,
      literals.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 < 0x80 } })
    else { return nil }
    self.literals = literals.map { $0.utf8.map(Self.folded) }
  }

  /// Whether `bytes` may hold one: it does, or it has a letter that is one of ASCII in another case.
  func mayStand(in bytes: Span<UInt8>) -> Bool {
    for literal in literals where stands(literal, in: bytes) { return true }
    return hasOddLetter(bytes)
  }

  private func stands(_ literal: [UInt8], in bytes: Span<UInt8>) -> Bool {
    let last = bytes.count - literal.count
    guard last >= 0 else { return false }
    let first = literal[0]
    for start in 0...last where Self.folded(bytes[start]) == first {
      var length = 1
      while length < literal.count, Self.folded(bytes[start + length]) == literal[length] {
        length += 1
      }
      if length == literal.count { return true }
    }
    return false
  }

  /// The Kelvin sign, the long s and the dotted capital I.
  private func hasOddLetter(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 1 else { return false }
    for place in 0..<bytes.count - 1 {
      switch (bytes[place], bytes[place + 1]) {
      case (0xE2, 0x84), (0xC5, 0xBF), (0xC4, 0xB0), (0xC4, 0xB1): return true
      default: continue
      }
    }
    return false
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
