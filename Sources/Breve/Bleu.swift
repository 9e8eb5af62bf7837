// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// How like translations are to reference translations, by words: BLEU of a corpus with one reference, up to four words.
///
/// The same as `sacrebleu` gives with its defaults (tokenizer 13a, exponential smoothing, capitals heeded).
/// - Source: Papineni et al. 2002, "BLEU: a Method for Automatic Evaluation of Machine Translation"; Post 2018, "A Call for
///   Clarity in Reporting BLEU Scores".
package struct Bleu {
  private static let order = 4
  private var matches = [Int](repeating: 0, count: Bleu.order)
  private var totals = [Int](repeating: 0, count: Bleu.order)
  private var length = 0
  private var referenceLength = 0

  package init() {}

  /// Adds a translation and its reference.
  package mutating func add(_ translation: String, reference: String) {
    let (words, wanted) = (Self.tokens(of: translation), Self.tokens(of: reference))
    length += words.count
    referenceLength += wanted.count
    for size in 1...Self.order {
      var counts = Self.counts(wanted, size)
      for index in words.indices.dropLast(size - 1) {
        totals[size - 1] += 1
        let key = words[index..<index + size].joined(separator: " ")
        if let left = counts[key], left > 0 {
          matches[size - 1] += 1
          counts[key] = left - 1
        }
      }
    }
  }

  /// From 0 to 100.
  package var score: Double {
    guard length > 0 else { return 0 }
    var smoothing = 1.0
    var product = 1.0
    for size in 0..<Self.order {
      guard totals[size] > 0 else { return 0 }
      var precision = 100 * Double(matches[size]) / Double(totals[size])
      if matches[size] == 0 {
        smoothing *= 2
        precision = 100 / (smoothing * Double(totals[size]))
      }
      product *= precision / 100
    }
    if matches.allSatisfy({ $0 == 0 }) { return 0 }
    let brevity =
      length < referenceLength
      ? Self.exponential(1 - Double(referenceLength) / Double(length)) : 1
    return 100 * brevity * product.squareRoot().squareRoot()
  }

  /// e to the power of a number that is not positive: by its series for a 1024th, squared ten times.
  private static func exponential(_ power: Double) -> Double {
    guard power > -700 else { return 0 }
    let part = power / 1024
    var value = 1 + part * (1 + part / 2 * (1 + part / 3 * (1 + part / 4)))
    for _ in 0..<10 { value *= value }
    return value
  }

  private static func counts(_ words: [String], _ size: Int) -> [String: Int] {
    var counts: [String: Int] = [:]
    for index in words.indices.dropLast(size - 1) {
      counts[words[index..<index + size].joined(separator: " "), default: 0] += 1
    }
    return counts
  }

  // MARK: Words

  /// The words and marks of a text, as `mteval-v13a` cuts them.
  package static func tokens(of text: String) -> [String] {
    var scalars: [Unicode.Scalar] = [" "]
    for scalar in unescaped(text).unicodeScalars {
      if isMark(scalar) { scalars += [" ", scalar, " "] } else { scalars.append(scalar) }
    }
    scalars.append(" ")
    // A point or comma is cut off unless a digit stands before it, then unless one stands behind; a dash behind a digit.
    scalars = replacing(scalars, { !isDigit($0) && isPoint($1) }) { [$0, " ", $1, " "] }
    scalars = replacing(scalars, { isPoint($0) && !isDigit($1) }) { [" ", $0, " ", $1] }
    scalars = replacing(scalars, { isDigit($0) && $1 == "-" }) { [$0, " ", $1, " "] }
    return scalars.split(whereSeparator: \.properties.isWhitespace).map { part in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: part)
      return String(view)
    }
  }

  private static func unescaped(_ text: String) -> String {
    var text = text.replacing("<skipped>", with: "")
    guard text.contains("&") else { return text }
    for (name, mark) in [("&quot;", "\""), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">")] {
      text = text.replacing(name, with: mark)
    }
    return text
  }

  /// Replaces neighbours from left to right; those that were replaced are not looked at again.
  private static func replacing(
    _ scalars: [Unicode.Scalar], _ isWanted: (Unicode.Scalar, Unicode.Scalar) -> Bool,
    _ form: (Unicode.Scalar, Unicode.Scalar) -> [Unicode.Scalar]
  ) -> [Unicode.Scalar] {
    var out: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      if index + 1 < scalars.count, isWanted(scalars[index], scalars[index + 1]) {
        out += form(scalars[index], scalars[index + 1])
        index += 2
      } else {
        out.append(scalars[index])
        index += 1
      }
    }
    return out
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isPoint(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar == "," }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x26, 0x28...0x2B, 0x3A...0x40, 0x2F, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
