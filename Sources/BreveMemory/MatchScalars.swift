// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// What a scalar is to MatchTokenizer.
enum MatchScalars {
  enum Kind: UInt8 { case space, digit, letter, combining, mark }

  @inline(__always)
  static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  static func kind(_ scalar: UInt32) -> Kind {
    scalar < 0x10000 ? table[Int(scalar)] : kind(CharacterClass.of(Unicode.Scalar(scalar) ?? "?"))
  }

  private static let table: [Kind] = {
    var table = CharacterClass.table.map(kind)
    for control in 0x1C...0x1F { table[control] = .space }
    for control in 0x09...0x0D { table[control] = .space }
    return table
  }()

  private static func kind(_ character: CharacterClass) -> Kind {
    switch character {
    case .lower, .upper, .letter, .number: .letter
    case .digit: .digit
    case .mark: .combining
    case .space, .lineBreak: .space
    default: .mark
    }
  }

  /// Whether NFC may change a run of letters that holds `scalar`.
  @inline(__always)
  static func mayCompose(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x300 else { return false }
    switch scalar {
    case 0x370...0x373, 0x376...0x37D, 0x388...0x482, 0x48A...0x52F: return false
    case 0x3041...0x3098, 0x30A0...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3: return false
    default: return true
    }
  }

  /// The mark that stands for all apostrophes, or all quotation marks; others stand for themselves.
  static func common(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x27, 0x2018, 0x2019, 0x201B, 0xFF07: 0x27
    case 0x22, 0xAB, 0xBB, 0x201C...0x201F, 0x2039, 0x203A, 0xFF02: 0x22
    default: scalar
    }
  }

  /// All scalars that stand for the same mark as `scalar`, itself included.
  static func equivalents(of scalar: UInt32) -> [UInt32] {
    switch common(scalar) {
    case 0x27: [0x27, 0x2018, 0x2019, 0x201B, 0xFF07]
    case 0x22:
      [0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x201F, 0x2039, 0x203A, 0xFF02]
    default: [scalar]
    }
  }
}
