// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The changes since the newest segment, as records of a file that is only ever appended to.
///
/// A record is its length, a checksum and its content. What follows the last whole commit does not count.
package struct IndexLog: Sendable {
  package enum Change: Equatable, Sendable {
    case put(unit: UInt32, text: [UInt8])
    case remove(unit: UInt32)
    /// All before it is valid, and the store was at `stamp`.
    case commit(stamp: UInt64)
  }

  /// The changes that were committed.
  package private(set) var changes: [Change] = []
  /// The last stamp; nil if nothing was committed.
  package private(set) var stamp: UInt64?
  /// The bytes up to the end of the last commit.
  package private(set) var validBytes = 0

  package init() {}

  /// Reads the whole records of `bytes`.
  package init(_ bytes: Span<UInt8>) {
    var pending: [Change] = []
    var index = 0
    while index + 8 <= bytes.count {
      let length = Int(littleEndian32(bytes, index))
      guard length > 0, length <= bytes.count - index - 8 else { break }
      let content = bytes.extracting(index + 8..<index + 8 + length)
      var sum = IndexChecksum()
      sum.add(content)
      guard sum.value == littleEndian32(bytes, index + 4), let change = Self.change(content) else {
        break
      }
      index += 8 + length
      if case .commit(let stamp) = change {
        changes += pending
        pending.removeAll(keepingCapacity: true)
        self.stamp = stamp
        validBytes = index
      } else {
        pending.append(change)
      }
    }
  }

  private static func change(_ content: Span<UInt8>) -> Change? {
    guard content.count >= 5 else { return nil }
    let number = littleEndian32(content, 1)
    switch content[0] {
    case 1:
      return .put(unit: number, text: (5..<content.count).map { content[$0] })
    case 2 where content.count == 5: return .remove(unit: number)
    case 3 where content.count == 9:
      return .commit(stamp: UInt64(number) | UInt64(littleEndian32(content, 5)) << 32)
    default: return nil
    }
  }

  /// Appends the record of `change` to `bytes`.
  package static func append(_ change: Change, to bytes: inout [UInt8]) {
    var content: [UInt8]
    switch change {
    case .put(let unit, let text):
      content = [1]
      append(unit, to: &content)
      content += text
    case .remove(let unit):
      content = [2]
      append(unit, to: &content)
    case .commit(let stamp):
      content = [3]
      append(UInt32(truncatingIfNeeded: stamp), to: &content)
      append(UInt32(truncatingIfNeeded: stamp >> 32), to: &content)
    }
    var sum = IndexChecksum()
    sum.add(content.span)
    append(UInt32(content.count), to: &bytes)
    append(sum.value, to: &bytes)
    bytes += content
  }

  private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    for shift in [0, 8, 16, 24] as [UInt32] {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}

extension IndexLog {
  /// The checksum that records carry.
  package static func checksum(of bytes: [UInt8]) -> UInt32 {
    var sum = IndexChecksum()
    sum.add(bytes.span)
    return sum.value
  }
}
