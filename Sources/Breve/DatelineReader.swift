// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveData
internal import BreveText

/// Finds the agency that a dateline names: `NIAMEY, 12 mars 2024 (AFP) -`.
struct DatelineReader: Sendable {
  private let agencies: Set<String>

  /// A dateline ends within so many UTF-16 units.
  private static let longest = 80

  /// With the agencies of `und.roles.txt`.
  init() {
    let bytes = LinkedData.bytes(of: "und.roles.txt") ?? []
    agencies = Set(
      SectionedList(String(decoding: bytes, as: UTF8.self)).lines(in: "agencies"))
  }

  /// The agency, as the dateline writes it; nil if the text begins with no such dateline.
  func agency(of document: Document) -> String? {
    guard let block = document.blocks.first(where: { $0.role == .paragraph }) else { return nil }
    let units = document.text.units[block.range].prefix(Self.longest)
    guard let opening = units.firstIndex(of: 0x28),
      let closing = units[opening...].firstIndex(of: 0x29)
    else { return nil }
    var next = closing + 1
    while next < units.endIndex, CharacterClass.isBlank(units[next]) { next += 1 }
    guard next < units.endIndex, CharacterClass.table[Int(units[next])] == .dash else { return nil }
    let name = String(decoding: units[opening + 1..<closing], as: UTF16.self)
    return agencies.contains(name) ? name : nil
  }
}
