// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import Breve
import BreveFormats
import BreveMemory
import FoundationEssentials

/// Units of a table: source, tab, target.
struct MemoryTableReader {
  private let data: Data
  private var place = 0
  private var line = 0
  private let source: Language
  private let target: Language

  init(path: String, source: Language, target: Language) throws(LoadingError) {
    do { data = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe) } catch {
      throw LoadingError(.notFound, at: SourceLocation(path: path))
    }
    self.source = source
    self.target = target
  }

  mutating func next() -> TranslationUnit? {
    let bytes = data.span
    guard place < bytes.count else { return nil }
    var end = place
    var tab = -1
    while end < bytes.count, bytes[end] != 0x0A {
      if bytes[end] == 0x09, tab < 0 { tab = end }
      end += 1
    }
    var last = end
    if last > place, bytes[last - 1] == 0x0D { last -= 1 }
    var unit = TranslationUnit([])
    unit.variants.append(Variant(source, text(place..<(tab < 0 ? last : tab))))
    if tab >= 0, tab + 1 < last { unit.variants.append(Variant(target, text(tab + 1..<last))) }
    unit.line = line
    line += 1
    place = end + 1
    return unit
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: data[range], as: UTF8.self) }
}
