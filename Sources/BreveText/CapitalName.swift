// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Words with a capital that stand together, as `Jean-Pierre Mukendi`.
package struct CapitalName {
  /// The last of them.
  package let last: WordKey
  /// Whether there are more than one.
  package let isFull: Bool

  /// Those of a range, in its order; stop words end them.
  package static func names(
    in range: Range<Int>, of units: [UInt16], _ stopWords: StopWords
  ) -> [CapitalName] {
    let table = UnitTraits.table
    let traits = table.span
    let units = units.span
    var names: [CapitalName] = []
    var words = 0
    var last = WordKey()
    func end() {
      if words > 0 { names.append(CapitalName(last: last, isFull: words > 1)) }
      words = 0
    }
    var index = range.lowerBound
    while index < range.upperBound {
      let unit = units[index]
      let kind = traits[Int(unit)].kind
      let start = index
      index += 1
      guard kind.isWordPart else {
        // Blanks join; the stop of `M. Diop` as well.
        if !CharacterClass.isBlank(unit), unit != 0x2E || words != 1 { end() }
        continue
      }
      let isCapital = kind == .upper
      var key = WordKey()
      if isCapital { key.append(traits[Int(unit)].fold) }
      while index < range.upperBound {
        let own = traits[Int(units[index])]
        guard own.kind.isWordPart || units[index] == 0x2D else { break }
        if isCapital { key.append(own.fold) }
        index += 1
      }
      // The M of `M. Diop` is a stop word too.
      let isTitle = index - start == 1 && index < range.upperBound && units[index] == 0x2E
      if isCapital, isTitle || !stopWords.contains(key) {
        words += 1
        last = key
      } else {
        end()
      }
    }
    end()
    return names
  }
}
