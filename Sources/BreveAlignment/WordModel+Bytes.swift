// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Why the bytes of a model cannot be used.
public enum WordModelError: Error, Equatable, CustomStringConvertible {
  /// They are no model, are cut short, or were changed.
  case damaged
  /// They are of another version of this form.
  case otherVersion

  public var description: String {
    switch self {
    case .damaged: "it is damaged"
    case .otherVersion: "it is of another version of breve"
    }
  }
}

/// The form on the disk; all numbers have their low bytes first.
///
/// Eight bytes of name and version; the state (8), the number of pairs (8); the two tags, each 16 bytes and zeros; for either
/// side the number of words and of probabilities (4 each); then for either side the hashes (8 each), the counts (4 each), the
/// ends of the rows (4 each), the words of the other side (4 each) and the probabilities (2 each); last FNV-1a of all before.
extension WordModel {
  private static let name = Array("BRVWORD".utf8)
  private static let version: UInt8 = 2
  private static let headLength = 8 + 8 + 8 + 32 + 16

  /// The model as a file has it.
  public var bytes: [UInt8] {
    var bytes = Self.name + [Self.version]
    func append(_ number: UInt64, _ count: Int) {
      for byte in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(8 * byte))) }
    }
    append(state, 8)
    append(UInt64(pairs), 8)
    for language in [source, target] {
      let tag = Array(language.tag.utf8.prefix(16))
      bytes += tag + [UInt8](repeating: 0, count: 16 - tag.count)
    }
    for side in [sources, targets] {
      append(UInt64(side.stems.count), 4)
      append(UInt64(side.table.columns.count), 4)
    }
    for side in [sources, targets] {
      for stem in side.stems { append(stem, 8) }
      for count in side.counts { append(UInt64(count), 4) }
      for end in side.table.offsets.dropFirst() { append(UInt64(end), 4) }
      for column in side.table.columns { append(UInt64(column), 4) }
      for value in side.table.values { append(UInt64(value), 2) }
    }
    append(Self.check(bytes.span, bytes.count), 8)
    return bytes
  }

  /// Reads a model.
  ///
  /// - Parameter bytes: What ``bytes`` gave.
  /// - Throws: ``WordModelError``; nothing outside of the bytes is read, whatever they are.
  public init(_ bytes: Span<UInt8>) throws(WordModelError) {
    guard bytes.count >= Self.headLength + 8 else { throw .damaged }
    for (place, byte) in Self.name.enumerated() where bytes[place] != byte { throw .damaged }
    guard bytes[Self.name.count] == Self.version else { throw .otherVersion }
    var place = 8
    func next(_ count: Int) -> UInt64 {
      var number: UInt64 = 0
      for byte in 0..<count { number |= UInt64(bytes[place + byte]) << UInt64(8 * byte) }
      place += count
      return number
    }
    let state = next(8)
    guard let pairs = Int(exactly: next(8)) else { throw .damaged }
    var tags: [Language] = []
    for _ in 0..<2 {
      let field = (0..<16).map { bytes[place + $0] }
      let tag = field.prefix { $0 != 0 }
      guard let text = String(validating: tag, as: UTF8.self),
        field.dropFirst(tag.count).allSatisfy({ $0 == 0 }), Language(text).tag == text
      else { throw .damaged }
      tags.append(Language(text))
      place += 16
    }
    let sizes = (0..<2).map { _ in (words: Int(next(4)), entries: Int(next(4))) }
    let length = sizes.reduce(Self.headLength + 8) { $0 + $1.words * 16 + $1.entries * 6 }
    guard bytes.count == length else { throw .damaged }
    let end = bytes.count - 8
    var sum: UInt64 = 0
    for byte in 0..<8 { sum |= UInt64(bytes[end + byte]) << UInt64(8 * byte) }
    guard sum == Self.check(bytes, end) else { throw .damaged }
    var sides: [Side] = []
    for (number, size) in sizes.enumerated() {
      let stems = (0..<size.words).map { _ in next(8) }
      let counts = (0..<size.words).map { _ in UInt32(next(4)) }
      let ends = (0..<size.words).map { _ in Int(next(4)) }
      let columns = (0..<size.entries).map { _ in UInt32(next(4)) }
      let values = (0..<size.entries).map { _ in Float(next(2)) }
      guard
        let table = WordProbabilities(
          ends: ends, columns: columns, values: values, width: sizes[1 - number].words),
        zip(stems, stems.dropFirst()).allSatisfy({ $0 < $1 })
      else { throw .damaged }
      sides.append(Side(stems: stems, counts: counts, table: table))
    }
    self.init(
      source: tags[0], target: tags[1], state: state, pairs: pairs, sources: sides[0],
      targets: sides[1])
  }

  /// FNV-1a of the first `count` bytes.
  private static func check(_ bytes: Span<UInt8>, _ count: Int) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in 0..<count { sum = (sum ^ UInt64(bytes[place])) &* 0x100_0000_01B3 }
    return sum
  }
}

extension WordProbabilities {
  /// A table as it was read; nil if rows do not ascend and tile the entries, or a column is not below `width`.
  fileprivate init?(ends: [Int], columns: [UInt32], values: [Float], width: Int) {
    self.init()
    var start = 0
    for end in ends {
      guard end >= start, end <= columns.count else { return nil }
      for entry in start..<end {
        guard columns[entry] < width, entry == start || columns[entry - 1] < columns[entry] else {
          return nil
        }
        append(columns[entry], values[entry])
      }
      endRow()
      start = end
    }
    guard start == columns.count else { return nil }
  }
}
