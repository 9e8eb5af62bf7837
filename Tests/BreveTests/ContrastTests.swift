// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Breve
internal import BreveTestSupport
internal import Foundation
internal import Testing

/// The colours of the bilingual page, light and dark.
private struct Palette {
  private var colours: [String: String] = [:]

  init(_ rules: Substring, over base: Palette? = nil) {
    colours = base?.colours ?? [:]
    for match in rules.matches(of: /--([a-z-]+): (#[0-9a-f]+)/) {
      colours[String(match.output.1)] = String(match.output.2)
    }
  }

  /// The contrast of two colours, from 1 to 21.
  ///
  /// - Source: WCAG 2.1, "contrast ratio" and "relative luminance".
  func contrast(_ one: String, _ other: String) throws -> Double {
    let lights = try [one, other].map(luminance).sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private func luminance(_ name: String) throws -> Double {
    let hex = try #require(colours[name], "--\(name) is not defined").dropFirst()
    let digits = hex.count == 3 ? hex.map { "\($0)\($0)" }.joined() : String(hex)
    let number = try #require(Int(digits, radix: 16))
    let parts = [number >> 16, number >> 8 & 0xFF, number & 0xFF].map { part in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}

@Suite("Contrast of the bilingual page")
struct ContrastTests {
  /// Ink and ground of every rule that sets a colour; where it sets no ground, that of the page.
  private static func pairs(in style: String) -> Set<[String]> {
    var pairs: Set<[String]> = []
    for match in style.matches(of: /\{([^{}]*)\}/) {
      let rule = match.output.1
      let ink = rule.firstMatch(of: /(?:^|[ ;])color: var\(--([a-z-]+)\)/)?.output.1
      let ground = rule.firstMatch(of: /background: var\(--([a-z-]+)\)/)?.output.1
      guard ink != nil || ground != nil else { continue }
      pairs.insert([String(ink ?? "ink"), String(ground ?? "paper")])
    }
    return pairs
  }

  @Test("All text has at least 4.5 to 1 (AA), in light and dark")
  func contrast() throws {
    let style = HTMLBilingual.style
    let dark = try #require(style.range(of: "@media (prefers-color-scheme: dark)"))
    let end = try #require(style[dark.upperBound...].range(of: "* {"))
    let print = try #require(style.range(of: "@media print"))
    let light = Palette(style[..<dark.lowerBound])
    let palettes = [
      ("light", light), ("dark", Palette(style[dark.upperBound..<end.lowerBound], over: light)),
      ("print", Palette(style[print.upperBound...], over: light)),
    ]
    // A row that a link leads to has links and ids on another ground; suggestions have marked words.
    let pairs = Self.pairs(in: style).union([["soft", "warn-back"], ["ink", "warn-back"]])
    #expect(pairs.count >= 8 && pairs.contains(["good", "good-back"]))
    for (name, palette) in palettes {
      for pair in pairs.sorted(by: { $0.joined() < $1.joined() }) {
        let contrast = try palette.contrast(pair[0], pair[1])
        #expect(contrast >= 4.5, "\(name): --\(pair[0]) on --\(pair[1]) is \(contrast)")
      }
    }
  }

  @Test("The measure bites")
  func bites() throws {
    let palette = Palette("--ink: #000; --paper: #ffffff; --pale: #777; --grey: #767676;")
    #expect(abs(try palette.contrast("ink", "paper") - 21) < 0.001)
    #expect(try palette.contrast("pale", "paper") < 4.5)
    #expect(try palette.contrast("grey", "paper") >= 4.5)
    #expect(Self.pairs(in: "a { color: var(--b); background: var(--c); }") == [["b", "c"]])
  }
}
