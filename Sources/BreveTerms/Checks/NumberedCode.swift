// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A name that ends in a number, as `COVID-19`, `F-16` and `G20`; its number is none that is counted with.
struct NumberedCode: Sendable {
  /// In small letters, without accents.
  let letters: String
  let digits: String
  /// UTF-16 units.
  let range: Range<Int>

  /// The codes of `text` that begin with a capital, in order.
  static func codes(in text: String) -> [NumberedCode] {
    let words = PlainWord.words(of: text)
    return words.indices.compactMap { index in
      let word = words[index]
      if word.isNumber, word.followsHyphen, index > 0 {
        let before = words[index - 1]
        guard before.isCapital, before.range.upperBound + 1 == word.range.lowerBound else {
          return nil
        }
        return NumberedCode(
          letters: before.folded, digits: word.folded,
          range: before.range.lowerBound..<word.range.upperBound)
      }
      let letters = word.folded.prefix { !("0"..."9").contains($0) }
      let digits = word.folded.dropFirst(letters.count)
      guard word.isCapital, !letters.isEmpty, !digits.isEmpty,
        digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
      else { return nil }
      return NumberedCode(letters: String(letters), digits: String(digits), range: word.range)
    }
  }

  /// A code of each text that the other does not have, with the same letters; nil if there are no such two.
  static func changed(
    _ ones: [NumberedCode], _ others: [NumberedCode]
  ) -> (source: NumberedCode, target: NumberedCode)? {
    for other in others {
      let equals = ones.filter { $0.letters == other.letters }
      guard !equals.contains(where: { $0.digits == other.digits }) else { continue }
      // `RN6 et 7` is `RN6 and RN7`: nothing is lost.
      let lost = equals.first { one in
        !others.contains { $0.letters == one.letters && $0.digits == one.digits }
      }
      if let lost { return (lost, other) }
    }
    return nil
  }
}
