// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Text that a segmenter would rather not meet, the same for the same seed.
package struct RandomText {
  package var generator: SeededGenerator

  package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// About `count` pieces of every kind, one after the other.
  package mutating func soup(_ count: Int) -> String {
    var text = ""
    for _ in 0..<count { text.unicodeScalars.append(contentsOf: piece().unicodeScalars) }
    return text
  }

  /// UTF-16 units, lone surrogates among them.
  package mutating func units(_ count: Int) -> [UInt16] {
    var units: [UInt16] = []
    while units.count < count {
      if generator.isOne(in: 12) {
        units.append(UInt16(0xD800 + generator.number(in: 0..<0x800)))
      } else {
        units.append(contentsOf: piece().utf16)
      }
    }
    return units
  }

  /// An article of French sentences in paragraphs: names, pronouns that lean back, quotations over several sentences.
  package mutating func article(sentences: Int) -> String {
    var text = ""
    var isInQuotation = false
    for index in 0..<sentences {
      var sentence = generator.isOne(in: 4) ? generator.one(of: Self.leaning) : ""
      for position in 0..<generator.number(in: 2..<18) {
        let word = generator.one(of: Self.words)
        let isCapital = sentence.isEmpty && position == 0
        sentence += (sentence.isEmpty ? "" : " ") + (isCapital ? word.capitalizedFirst : word)
      }
      if !isInQuotation, generator.isOne(in: 6) {
        sentence = "« " + sentence
        isInQuotation = true
      }
      sentence += generator.one(of: [".", ".", ".", ".", "!", "?"])
      if isInQuotation, generator.isOne(in: 2) || index == sentences - 1 {
        sentence += " »"
        isInQuotation = false
      }
      text += sentence + (generator.isOne(in: 3) && !isInQuotation ? "\n\n" : " ")
    }
    return text
  }

  private mutating func piece() -> String {
    switch generator.number(in: 0..<12) {
    case 0...2: generator.one(of: Self.words) + (generator.isOne(in: 4) ? "" : " ")
    case 3, 4: generator.one(of: Self.punctuation)
    case 5: generator.one(of: Self.lineBreaks)
    case 6: generator.one(of: Self.combining)
    case 7: generator.one(of: Self.odd)
    case 8: generator.one(of: Self.scripts)
    case 9: scalar(below: 0x110000)
    case 10: scalar(below: 0x3000)
    default: generator.one(of: Self.abbreviations)
    }
  }

  private mutating func scalar(below limit: UInt32) -> String {
    let value = UInt32.random(in: 0..<limit, using: &generator)
    return Unicode.Scalar(value).map { String(Character($0)) } ?? "\u{FFFD}"
  }

  private static let words = [
    "le", "Mali", "accord", "Bamako", "ministre", "a signé", "la", "Russie", "défense", "été",
    "dit-il",
    "12", "2 000", "président", "visite", "œuvre", "l’État", "d'armes", "Moscou", "pays", "Sahel",
  ]
  private static let leaning = [
    "Il", "Ce rapprochement", "En effet,", "Mais", "Elle", "Les deux hommes",
  ]
  private static let punctuation = [
    "« ", " »", "«\u{A0}", "\u{202F}»", ". ", "! ", "? ", "… ", "...", ".", " !", "“", "”", "\"",
    "''",
    "'", "’", ": ", "; ", "— ", "– ", "(", ") ", "[", "]", ", ", "-", "?! ", "! ! ", ". . . ", "•",
  ]
  private static let lineBreaks = [
    "\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{0B}", "\u{0C}", "\n\n", " \n \n",
    "\t\n",
  ]
  private static let combining = [
    "e\u{301}", "\u{301}\u{327}", "o\u{327}\u{301}\u{302}", "\u{1100}\u{1161}\u{11A8}", "\u{344}",
    "\u{958}", "\u{FB2C}", "\u{1D15E}", "\u{212B}", "a\u{30A}", "\u{3B1}\u{345}\u{301}",
    "\u{AC00}\u{11A8}",
  ]
  private static let odd = [
    "\u{0}", "\u{AD}", "\u{200B}", "\u{FEFF}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{FFFE}",
    "\u{7F}",
    "\u{200D}", "👩‍👩‍👧", "🇲🇱", "ﬁ", "FranÃ§aise", "2021,le", "paysdepuis", "\u{10FFFF}", "\u{E0001}",
  ]
  private static let scripts = [
    "これは。それ！", "字.字", "שלום. ", "مرحبا؟ ", "नमस्ते। ", "Привет. ", "Ελλάδα; ", "ไทย ", "한국어. ",
    "ǅungla", "ß", "İi", "ﬀ", "𝒜𝒷. ", "１２．",
  ]
  private static let abbreviations = [
    "M. ", "MM. ", "etc. ", "J.-C. ", "p. 12. ", "1er ", "12.5 ", "http://a.b/c. ", "S. ", "No. 3 ",
    "1. ",
    "a) ", "- ", "date 2023-02 ", "x@y.org ", "XIXe. ",
  ]
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
