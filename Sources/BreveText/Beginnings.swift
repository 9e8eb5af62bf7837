// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Listed beginnings of sentences, found word by word: most sentences are settled by their first.
struct Beginnings<Value: Sendable>: Sendable {
  /// By the words so far; nil where a longer beginning is listed only.
  private var values = WordTable<Value?>()

  var isEmpty: Bool { values.isEmpty }

  /// Lists a beginning, its words with a space between.
  mutating func insert(_ line: String, _ value: Value) {
    var end = line.startIndex
    while let space = line[end...].firstIndex(of: " ") {
      let key = WordKey(folding: line[..<space])
      if values[key] == nil { values[key] = .some(nil) }
      end = line.index(after: space)
    }
    values[WordKey(folding: line)] = value
  }

  /// What the longest listed beginning of `range` says, and where it ends; nil if none is listed.
  ///
  /// An elided word keeps its apostrophe; a hyphen is part of a word.
  func longest(of units: Span<UInt16>, in range: Range<Int>) -> (value: Value, end: Int)? {
    var found: (value: Value, end: Int)?
    var key = WordKey()
    var isFirst = true
    var isInWord = false
    let table = UnitTraits.table
    let traits = table.span
    var index = range.lowerBound
    while index < range.upperBound {
      let unit = units[index]
      let own = traits[Int(unit)]
      let isPart = own.kind.isWordPart || (unit == 0x2D && isInWord)
      if isPart {
        if !isInWord, !isFirst { key.append(0x20) }
        key.append(own.fold)
      } else if isInWord {
        if unit == 0x27 || unit == 0x2019 { key.append(0x27) }
        isFirst = false
        guard let known = values[key] else { return found }
        if let value = known { found = (value, index) }
      } else if !isFirst, !CharacterClass.isWhite(unit) {
        return found  // a mark ends the beginning
      }
      isInWord = isPart
      index += 1
    }
    if isInWord, let value = values[key] ?? nil { found = (value, index) }
    return found
  }
}
