// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
public import BreveText

/// Writes translation units as a table of two columns.
public struct UnitTableWriter: Sendable {
  private var bytes: [UInt8] = []
  private let separator: UnitTableReader.Separator
  private let source: Language
  private let target: Language
  /// Segments in which a tab or line end was written as a space.
  public private(set) var changed = 0

  /// A writer of two languages.
  public init(separator: UnitTableReader.Separator = .tab, source: Language, target: Language) {
    self.separator = separator
    self.source = source
    self.target = target
  }

  /// Adds a line; none if the unit has no text in the language of the source.
  ///
  /// - Returns: Whether there is a line.
  @discardableResult
  public mutating func append(_ unit: TranslationUnit) -> Bool {
    guard let first = unit.variant(source) else { return false }
    append(first.text)
    bytes.append(separator.byte)
    append(unit.variant(target)?.text ?? "")
    bytes.append(0x0A)
    return true
  }

  /// How many bytes wait to be taken.
  public var waiting: Int { bytes.count }

  /// What was written since the last call.
  public mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  private mutating func append(_ text: String) {
    switch separator {
    case .tab:
      let start = bytes.count
      bytes.append(contentsOf: text.utf8)
      var isChanged = false
      for place in start..<bytes.count {
        switch bytes[place] {
        case 0x09, 0x0A, 0x0D:
          bytes[place] = 0x20
          isChanged = true
        default: continue
        }
      }
      if isChanged { changed += 1 }
    case .comma:
      let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
      guard needsQuotes else { return bytes.append(contentsOf: text.utf8) }
      bytes.append(0x22)
      for byte in text.utf8 {
        if byte == 0x22 { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(0x22)
    }
  }
}
