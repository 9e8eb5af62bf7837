// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

extension SeededGenerator {
  /// `bytes` with a few bytes changed, taken out, put in, doubled or cut off.
  package mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<number(in: 1..<6) where !bytes.isEmpty {
      let place = number(in: 0..<bytes.count)
      switch number(in: 0..<7) {
      case 0: bytes[place] = UInt8(number(in: 0..<256))
      case 1: bytes[place] ^= UInt8(1 << number(in: 0..<8))
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + number(in: 1..<12)))
      case 3: bytes.insert(one(of: Array("<>&;'\"/!-[]?\u{0}".utf8)), at: place)
      case 4:
        let piece = Array(bytes[place..<min(bytes.count, place + number(in: 1..<40))])
        bytes.insert(contentsOf: piece, at: number(in: 0..<bytes.count))
      case 5 where isOne(in: 3): bytes.removeSubrange(place...)
      default: bytes.insert(contentsOf: [0xC3, 0x28, 0xFF].prefix(number(in: 1..<4)), at: place)
      }
    }
    return bytes
  }
}
