// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The bytes of a segment, mapped or in memory; aligned to 64 bytes, and a multiple of 64 long.
package protocol IndexBytes: AnyObject, Sendable {
  /// Calls `body` with the bytes, with the same bytes as numbers of 32 bits, and as vectors of four times 64 bits.
  func withSpans<Result, Failure: Error>(
    _ body: (Span<UInt8>, Span<UInt32>, Span<SIMD4<UInt64>>) throws(Failure) -> Result
  ) throws(Failure) -> Result
}

/// Token ids as bytes: one for the 192 most frequent, two for the next 15,360, then three, then five.
enum TokenCode {
  @inline(__always)
  static func append(_ id: UInt32, to bytes: inout [UInt8]) {
    if id < 192 {
      bytes.append(UInt8(id))
    } else if id < 15_552 {
      bytes.append(UInt8(192 + (id - 192) >> 8))
      bytes.append(UInt8((id - 192) & 0xFF))
    } else if id < 212_160 {
      let rest = id - 15_552
      bytes.append(UInt8(252 + rest >> 16))
      bytes.append(UInt8(rest >> 8 & 0xFF))
      bytes.append(UInt8(rest & 0xFF))
    } else {
      bytes.append(255)
      for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(id >> shift & 0xFF)) }
    }
  }

  /// How many bytes an id takes.
  @inline(__always)
  static func length(_ id: UInt32) -> Int {
    id < 192 ? 1 : id < 15_552 ? 2 : id < 212_160 ? 3 : 5
  }

  /// The id at `index`, which is moved past it; the largest number if the bytes end within it.
  @inline(__always)
  static func next(_ bytes: Span<UInt8>, _ index: inout Int, end: Int) -> UInt32 {
    let first = UInt32(bytes[index])
    index += 1
    if first < 192 { return first }
    if first < 252 {
      guard index < end else { return .max }
      let id = 192 + (first - 192) << 8 + UInt32(bytes[index])
      index += 1
      return id
    }
    return long(first, bytes, &index, end: end)
  }

  private static func long(
    _ first: UInt32, _ bytes: Span<UInt8>, _ index: inout Int, end: Int
  ) -> UInt32 {
    let length = first == 255 ? 4 : 2
    guard index + length <= end else {
      index = end
      return .max
    }
    var id: UInt32 = first == 255 ? 0 : first - 252
    for offset in 0..<length { id = id << 8 | UInt32(bytes[index + offset]) }
    index += length
    return first == 255 ? id : id + 15_552
  }
}

/// Ascending numbers as differences of seven bits a byte, the low ones first.
enum GapCode {
  static func append(_ gap: UInt32, to bytes: inout [UInt8]) {
    var rest = gap
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F | 0x80))
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  static func length(_ gap: UInt32) -> Int {
    gap < 1 << 7 ? 1 : gap < 1 << 14 ? 2 : gap < 1 << 21 ? 3 : gap < 1 << 28 ? 4 : 5
  }

  @inline(__always)
  static func next(_ bytes: Span<UInt8>, _ index: inout Int, end: Int) -> UInt32 {
    var gap: UInt32 = 0
    var shift: UInt32 = 0
    while index < end {
      let byte = UInt32(bytes[index])
      index += 1
      gap |= (byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
      if shift > 28 { break }
    }
    return gap
  }
}
