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
    let classes = CharacterClass.table
    let folds = WordKey.folds
    var names: [CapitalName] = []
    var words = 0
    var last = WordKey()
    func end() -> CapitalName? { words == 0 ? nil : CapitalName(last: last, isFull: words > 1) }
    var index = range.lowerBound
    while index < range.upperBound {
      let kind = classes[Int(units[index])]
      guard kind.isWordPart else {
        // Blanks join; the stop of `M. Diop` as well.
        let joins = CharacterClass.isBlank(units[index]) || units[index] == 0x2E && words == 1
        if !joins, let name = end() {
          names.append(name)
          words = 0
        }
        index += 1
        continue
      }
      let start = index
      guard kind == .upper else {
        repeat {
          index += 1
        } while index < range.upperBound
          && (classes[Int(units[index])].isWordPart || units[index] == 0x2D)
        if let name = end() {
          names.append(name)
          words = 0
        }
        continue
      }
      var key = WordKey()
      repeat {
        key.append(folds[Int(units[index])])
        index += 1
      } while index < range.upperBound
        && (classes[Int(units[index])].isWordPart || units[index] == 0x2D)
      // The M of `M. Diop` is a stop word too.
      let isTitle = index - start == 1 && index < range.upperBound && units[index] == 0x2E
      if isTitle || !stopWords.contains(key) {
        words += 1
        last = key
      } else if let name = end() {
        names.append(name)
        words = 0
      }
    }
    if let name = end() { names.append(name) }
    return names
  }
}
