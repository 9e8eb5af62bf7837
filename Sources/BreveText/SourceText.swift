// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU

/// A decoded text and where each part of it stands in the bytes it was read from.
public struct SourceText: Sendable {
  /// The decoded text, a byte order mark included.
  public let utf16: [UInt16]
  /// The IANA name of the encoding the bytes were in, as `UTF-8`.
  public let encoding: String
  /// For each unit, the byte it began at; nil for UTF-8, where the offsets are computed.
  private let byteOffsets: [Int32]?
  private let byteCount: Int

  /// Text that was UTF-8, or that never was bytes.
  public init(_ text: String) {
    self.init(
      utf16: Array(utf16: text), encoding: "UTF-8", byteOffsets: nil, byteCount: text.utf8.count)
  }

  package init(utf16: [UInt16], encoding: String, byteOffsets: [Int32]?, byteCount: Int) {
    self.utf16 = utf16
    self.encoding = encoding
    self.byteOffsets = byteOffsets
    self.byteCount = byteCount
  }

  /// The text between two UTF-16 offsets.
  public func text(in range: Range<Int>) -> String { String(utf16: utf16.span.extracting(range)) }

  /// A range of UTF-16 units in all coordinates.
  ///
  /// - Complexity: O(distance) from where `cursor` stands; ascending ranges cost one pass in all.
  package func range(_ range: Range<Int>, from cursor: inout UTF8Cursor) -> SourceRange {
    let lower = cursor.utf8Offset(of: range.lowerBound, in: utf16.span)
    let upper = cursor.utf8Offset(of: range.upperBound, in: utf16.span)
    return SourceRange(utf8: lower..<upper, utf16: range, bytes: bytes(range))
  }

  private func bytes(_ range: Range<Int>) -> Range<Int>? {
    guard let byteOffsets else { return nil }
    func offset(_ unit: Int) -> Int {
      unit < byteOffsets.count ? Int(byteOffsets[unit]) : byteCount
    }
    return offset(range.lowerBound)..<offset(range.upperBound)
  }
}

/// A half-open range of the decoded text, before any normalization or repair.
public struct SourceRange: Hashable, Sendable {
  /// UTF-8 bytes; for a UTF-8 file these are offsets into the file itself.
  public let utf8: Range<Int>
  /// UTF-16 code units.
  public let utf16: Range<Int>
  /// Bytes of the file, where it was in another encoding than UTF-8.
  public let bytes: Range<Int>?

  public init(utf8: Range<Int>, utf16: Range<Int>, bytes: Range<Int>? = nil) {
    self.utf8 = utf8
    self.utf16 = utf16
    self.bytes = bytes
  }
}

/// Turns UTF-16 offsets into UTF-8 offsets, each from where the last one was: ascending ones in one pass.
package struct UTF8Cursor: Sendable {
  private var utf16 = 0
  private var utf8 = 0

  package init() {}

  package mutating func utf8Offset(of target: Int, in units: Span<UInt16>) -> Int {
    let passed = units.extracting(min(utf16, target)..<max(utf16, target))
    var count = 0
    for index in passed.indices {
      let unit = passed[index]
      // Each half of a surrogate pair counts two of its four bytes.
      count &+= unit < 0x80 ? 1 : unit < 0x800 || (unit & 0xF800) == 0xD800 ? 2 : 3
    }
    utf8 += target < utf16 ? -count : count
    utf16 = target
    return utf8
  }
}
