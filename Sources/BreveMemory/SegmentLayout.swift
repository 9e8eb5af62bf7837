// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Where the sections of one segment of an index stand, and how much there is in them.
///
/// A segment is a file, or memory that looks like one, that never changes once written. All numbers are little-endian.
/// The first 512 bytes are the header: magic, version, counts, then offset, length and checksum of each section, and last
/// a checksum of the header itself. Sections begin at multiples of 64.
package struct SegmentLayout: Equatable, Sendable {
  /// The parts of a segment.
  enum Section: Int, CaseIterable {
    /// Pairs of a length in tokens and the first unit of that length; units are in the order of their lengths.
    case runs
    /// The unit number of each unit.
    case units
    /// Where each unit's tokens begin, and where the last ends.
    case tokenOffsets
    /// The token ids, of one to five bytes each.
    case tokens
    /// The key of each token id, two numbers each.
    case keys
    /// Token ids + 1 by their keys, 0 for free places.
    case slots
    /// Where each token's spelling begins, and where the last ends.
    case spellingOffsets
    case spellings
    /// The token ids in the order of their folded spellings.
    case alphabet
    /// Six numbers a length class: see ``SignatureClass``.
    case classes
    /// The slice of the most frequent pairs of a token id and its occurrence.
    case ranks
    /// The signatures, by slices.
    case signatures
    /// Where each token's units begin, and where the last ends.
    case postingOffsets
    /// The units of the rarer tokens, ascending, as differences.
    case postings
    /// The unit numbers that are no longer valid in older segments, ascending.
    case removed
  }

  static let magic: [UInt8] = Array("BREVEIDX".utf8)
  /// The version that is written and read.
  package static let version: UInt32 = 1
  static let headerBytes = 512

  /// Units in it.
  package internal(set) var unitCount = 0
  /// Tokens of all units.
  package internal(set) var tokenCount = 0
  /// Different tokens.
  package internal(set) var vocabularyCount = 0
  /// Tokens of the longest unit.
  package internal(set) var longest = 0
  var sections = [Range<Int>](repeating: 0..<0, count: Section.allCases.count)
  var checksums = [UInt32](repeating: 0, count: Section.allCases.count)

  init() {}

  subscript(section: Section) -> Range<Int> { sections[section.rawValue] }

  /// The first of the numbers of `section` in the file taken as numbers of 32 bits.
  func numbers(_ section: Section) -> Int { sections[section.rawValue].lowerBound / 4 }

  /// How many numbers of 32 bits `section` has.
  func numberCount(_ section: Section) -> Int { sections[section.rawValue].count / 4 }

  /// Reads the header of `bytes`, the whole segment.
  ///
  /// Only the header is looked at, so that a mapped file is not read.
  ///
  /// - Throws: ``IndexError`` if it is no segment, of another version, damaged or cut short.
  package init(_ bytes: Span<UInt8>) throws(IndexError) {
    guard bytes.count >= Self.headerBytes else { throw .damaged("too short for a header") }
    for (index, byte) in Self.magic.enumerated() where bytes[index] != byte {
      throw .damaged("no index of Breve")
    }
    func number(_ offset: Int) -> Int { Int(littleEndian32(bytes, offset)) }
    let version = littleEndian32(bytes, 8)
    guard version == Self.version else { throw .otherVersion(Int(version)) }
    var sum = IndexChecksum()
    sum.add(bytes.extracting(0..<Self.headerBytes - 4))
    guard sum.value == littleEndian32(bytes, Self.headerBytes - 4) else {
      throw .damaged("the header's checksum is wrong")
    }
    unitCount = number(16)
    tokenCount = number(20) | number(24) << 32
    vocabularyCount = number(28)
    longest = number(32)
    for section in Section.allCases {
      let place = 64 + section.rawValue * 20
      let offset = number(place) | number(place + 4) << 32
      let length = number(place + 8) | number(place + 12) << 32
      guard offset % 64 == 0, offset >= Self.headerBytes, offset <= bytes.count,
        length <= bytes.count - offset
      else { throw .damaged("the file is cut short") }
      sections[section.rawValue] = offset..<offset + length
      checksums[section.rawValue] = littleEndian32(bytes, place + 16)
    }
    try checkCounts()
  }

  private func checkCounts() throws(IndexError) {
    let slots = numberCount(.slots)
    guard numberCount(.units) == unitCount, numberCount(.tokenOffsets) == unitCount + 1,
      numberCount(.keys) == vocabularyCount * 2, numberCount(.alphabet) == vocabularyCount,
      numberCount(.spellingOffsets) == vocabularyCount + 1,
      numberCount(.postingOffsets) == vocabularyCount + 1, slots > vocabularyCount,
      slots & (slots - 1) == 0, numberCount(.classes) % 6 == 0
    else { throw .damaged("the counts do not agree") }
  }

  /// The header's bytes.
  func header() -> [UInt8] {
    var bytes = Self.magic
    func append(_ number: UInt32) {
      for shift in 0..<4 { bytes.append(UInt8(number >> (8 * UInt32(shift)) & 0xFF)) }
    }
    func append(wide number: Int) {
      append(UInt32(truncatingIfNeeded: number))
      append(UInt32(truncatingIfNeeded: number >> 32))
    }
    append(Self.version)
    append(UInt32(Self.headerBytes))
    append(UInt32(unitCount))
    append(wide: tokenCount)
    append(UInt32(vocabularyCount))
    append(UInt32(longest))
    bytes.append(contentsOf: repeatElement(0, count: 64 - bytes.count))
    for section in Section.allCases {
      append(wide: self[section].lowerBound)
      append(wide: self[section].count)
      append(checksums[section.rawValue])
    }
    bytes.append(contentsOf: repeatElement(0, count: Self.headerBytes - 4 - bytes.count))
    var sum = IndexChecksum()
    sum.add(bytes.span)
    append(sum.value)
    return bytes
  }

  /// Whether every section has the checksum that the header gives; reads the whole segment.
  package func isIntact(_ bytes: Span<UInt8>) -> Bool {
    for section in Section.allCases {
      var sum = IndexChecksum()
      sum.add(bytes.extracting(self[section]))
      if sum.value != checksums[section.rawValue] { return false }
    }
    return true
  }
}

/// What is wrong with an index; the remedy is to build it anew.
package enum IndexError: Error, Equatable, Sendable, CustomStringConvertible {
  case damaged(String)
  case otherVersion(Int)

  package var description: String {
    switch self {
    case .damaged(let reason): "the index is damaged (\(reason))"
    case .otherVersion(let version):
      "the index has version \(version), and this Breve reads version \(SegmentLayout.version)"
    }
  }
}

/// A checksum of 32 bits that does not depend on how the bytes are cut into pieces.
///
/// - Source: Fowler, Noll and Vo, FNV-1a over 64 bits, folded.
struct IndexChecksum {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  var value: UInt32 { UInt32(truncatingIfNeeded: state ^ state >> 32) }

  mutating func add(_ bytes: Span<UInt8>) {
    var sum = state
    for index in bytes.indices { sum = (sum ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    state = sum
  }
}

@inline(__always)
func littleEndian32(_ bytes: Span<UInt8>, _ offset: Int) -> UInt32 {
  UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]) << 16
    | UInt32(bytes[offset + 3]) << 24
}
