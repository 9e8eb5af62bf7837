// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Sentences as the paragraphs of HTML that Apertium is given, and the way back.
package enum ApertiumMarkup {
  /// `<p id="4">Moscou a annoncé, <b id="0">jeudi</b>, …</p>` and a line break.
  package static func paragraph(_ number: Int, _ sentence: EngineSentence) -> String {
    let units = Array(sentence.text.utf16)
    var out = "<p id=\"\(number)\">"
    var done = 0
    for (index, form) in sentence.known.enumerated() where form.range.upperBound <= units.count {
      out += escaped(units[done..<form.range.lowerBound])
      out += "<b id=\"\(index)\">" + escaped(units[form.range]) + "</b>"
      done = form.range.upperBound
    }
    return out + escaped(units[done...]) + "</p>\n"
  }

  private static func escaped(_ units: ArraySlice<UInt16>) -> String {
    var out = ""
    for scalar in String(decoding: units, as: UTF16.self).unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      // Marks of Apertium's own stream that its deformatter leaves alone in some versions.
      case "\u{AD}", "\u{200B}", "\u{FEFF}": break
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// The paragraphs of an output by their numbers; nil for one that is missing, or there twice.
  package static func answers(in output: String, count: Int) -> [EngineAnswer?] {
    var answers: [EngineAnswer?] = Array(repeating: nil, count: count)
    var isSpoilt: Set<Int> = []
    var reader = Reader(Array(output.unicodeScalars))
    while let (number, answer) = reader.next() {
      guard answers.indices.contains(number) else { continue }
      if answers[number] != nil { isSpoilt.insert(number) }
      answers[number] = answer
    }
    for number in isSpoilt { answers[number] = nil }
    return answers
  }

  /// Reads paragraphs; what stands between them is passed over.
  private struct Reader {
    private let scalars: [Unicode.Scalar]
    private var place = 0

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func next() -> (number: Int, answer: EngineAnswer)? {
      while place < scalars.count {
        guard scalars[place] == "<" else {
          place += 1
          continue
        }
        if let (name, number) = tag(), name == "p", let number { return (number, paragraph()) }
      }
      return nil
    }

    /// The text of a paragraph, up to its end or the beginning of the next one.
    private mutating func paragraph() -> EngineAnswer {
      var text = Line()
      var form: Int?
      // Nil until the first word of the element.
      var start: Int?
      var renderings: [KnownRendering] = []
      while place < scalars.count {
        if scalars[place] == "<" {
          let before = place
          guard let (name, number) = tag() else {
            text.append("<")
            place = before + 1
            continue
          }
          if name == "p" {
            place = before
            break
          }
          if name == "/p" { break }
          if name == "b" {
            form = number
            start = nil
          } else if name == "/b", let open = form {
            if let start, start < text.count {
              renderings.append(KnownRendering(form: open, range: start..<text.count))
            }
            form = nil
          }
          continue
        }
        if let width = text.append(scalar()), form != nil, start == nil {
          start = text.count - width
        }
      }
      return EngineAnswer(text.text, renderings: renderings)
    }

    /// A tag at `place` with its number, and goes behind it; nil if there is none.
    private mutating func tag() -> (name: String, number: Int?)? {
      var end = place + 1
      while end < scalars.count, scalars[end] != ">", scalars[end] != "<" { end += 1 }
      guard end < scalars.count, scalars[end] == ">" else {
        place += 1
        return nil
      }
      var inside = String.UnicodeScalarView()
      inside.append(contentsOf: scalars[(place + 1)..<end])
      place = end + 1
      let words = String(inside).split(separator: " ", maxSplits: 1)
      let name = words.first.map { $0.lowercased() } ?? ""
      let digits = words.count > 1 ? words[1].filter(\.isNumber) : ""
      return (name, Int(digits))
    }

    /// A scalar or the one a reference stands for, and goes behind it.
    private mutating func scalar() -> Unicode.Scalar {
      let first = scalars[place]
      place += 1
      guard first == "&" else { return first }
      var end = place
      while end < scalars.count, end - place < 10, scalars[end] != ";" { end += 1 }
      guard end < scalars.count, scalars[end] == ";" else { return first }
      var name = String.UnicodeScalarView()
      name.append(contentsOf: scalars[place..<end])
      guard let meant = Self.meaning(String(name)) else { return first }
      place = end + 1
      return meant
    }

    private static func meaning(_ name: String) -> Unicode.Scalar? {
      switch name {
      case "amp": return "&"
      case "lt": return "<"
      case "gt": return ">"
      case "quot": return "\""
      case "apos": return "'"
      case "nbsp": return "\u{A0}"
      default: break
      }
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let value =
        digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
      return value.flatMap(Unicode.Scalar.init)
    }
  }

  /// A line that is written without blanks at its ends and before points, and with one where there are many.
  private struct Line {
    private(set) var text = ""
    /// UTF-16 units of ``text``.
    private(set) var count = 0
    private var owesBlank = false

    /// The UTF-16 units of `scalar`; nil if it is a blank, which is owed.
    @discardableResult
    mutating func append(_ scalar: Unicode.Scalar) -> Int? {
      if scalar.properties.isWhitespace || scalar.value < 0x20 {
        owesBlank = true
        return nil
      }
      if owesBlank, count > 0, ![".", ",", ")", "]"].contains(scalar) {
        text += " "
        count += 1
      }
      owesBlank = false
      text.unicodeScalars.append(scalar)
      let width = scalar.value > 0xFFFF ? 2 : 1
      count += width
      return width
    }
  }
}
