// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveTestSupport
internal import BreveText
internal import Testing

@Suite("Decoding")
struct TextDecoderTests {
  private static let location = SourceLocation(path: "a.txt")
  private static let french = """
    L’été dernier, la société a été créée à Bamako. « Le contrôle des forêts est très limité », a
    déclaré le général Traoré, interrogé à l’hôtel. Où est passé l’élève ? Ça reste à démêler, précise-t-il.
    """
  private static let latin = """
    Le coût de l'œuvre est évalué à 300 € par l'École de la sœur aînée. Le président a été reçu à Moscou,
    où les accords ont été signés. Le cœur du problème reste à régler, a précisé la société.
    """
  private static let windows: [Unicode.Scalar: UInt8] = [
    "€": 0x80, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "œ": 0x9C, "Œ": 0x8C, "…": 0x85,
    "–": 0x96,
  ]
  private static let latin9: [Unicode.Scalar: UInt8] = ["€": 0xA4, "œ": 0xBD, "Œ": 0xBC]
  private static let mac: [Unicode.Scalar: UInt8] = [
    "é": 0x8E, "è": 0x8F, "à": 0x88, "ç": 0x8D, "ê": 0x90, "ô": 0x99, "û": 0x9E, "î": 0x94,
    "ù": 0x9D,
    "’": 0xD5, "«": 0xC7, "»": 0xC8, "É": 0x83, "Ç": 0x82, "ë": 0x91,
  ]

  private static func bytes(_ text: String, _ table: [Unicode.Scalar: UInt8]) -> [UInt8] {
    text.unicodeScalars.map { table[$0] ?? UInt8(truncatingIfNeeded: $0.value) }
  }

  private static func wide(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap {
      let (high, low) = (UInt8($0 >> 8), UInt8($0 & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  private struct Example: CustomTestStringConvertible, Sendable {
    let bytes: [UInt8]
    let text: String
    let encoding: String
    var testDescription: String { "\(encoding), \(bytes.count) bytes" }
  }

  private static let mark = "\u{FEFF}"
  private static let examples = [
    Example(bytes: Array(french.utf8), text: french, encoding: "UTF-8"),
    Example(bytes: Array((mark + french).utf8), text: mark + french, encoding: "UTF-8"),
    Example(bytes: Array("Oui.".utf8), text: "Oui.", encoding: "UTF-8"),
    Example(
      bytes: wide(mark + french, bigEndian: false), text: mark + french, encoding: "UTF-16LE"),
    Example(bytes: wide(mark + french, bigEndian: true), text: mark + french, encoding: "UTF-16BE"),
    Example(bytes: wide(french, bigEndian: false), text: french, encoding: "UTF-16LE"),
    Example(bytes: wide(french, bigEndian: true), text: french, encoding: "UTF-16BE"),
    Example(bytes: bytes(french, windows), text: french, encoding: "windows-1252"),
    Example(bytes: bytes(latin, windows), text: latin, encoding: "windows-1252"),
    Example(bytes: bytes(latin, latin9), text: latin, encoding: "ISO-8859-15"),
    Example(bytes: bytes(french, mac), text: french, encoding: "macintosh"),
    Example(
      bytes: [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], text: mark + "A", encoding: "UTF-32LE"),
  ]

  @Test("Finds the encoding, and for each unit its bytes", arguments: examples)
  private func decodes(example: Example) throws {
    let source = try TextDecoder().text(example.bytes, at: Self.location)
    #expect(String(decoding: source.utf16, as: UTF16.self).utf16.elementsEqual(example.text.utf16))
    #expect(source.encoding == example.encoding)
  }

  @Test("Ranges lead into the file", arguments: examples.filter { $0.text.count > 4 })
  private func ranges(example: Example) throws {
    let source = try TextDecoder().text(example.bytes, at: Self.location)
    var reader = DocumentReader()
    let document = try reader.document(source, language: .french)
    #expect(document.segments.count > 1)
    for segment in document.segments {
      let range = segment.range
      let shown = segment.original ?? segment.text
      switch source.encoding {
      case "UTF-8":
        #expect(range.bytes == nil)
        #expect(Array(example.bytes[range.utf8]) == Array(shown.utf8))
      case "UTF-16LE", "UTF-16BE":
        #expect(range.bytes == range.utf16.lowerBound * 2..<range.utf16.upperBound * 2)
      default:
        // One byte a unit.
        #expect(range.bytes == range.utf16)
      }
      #expect(Array(Array(example.text.utf8)[range.utf8]) == Array(shown.utf8))
    }
  }

  @Test(
    "Refuses what is no text",
    arguments: [
      ([], .empty), ([0x20, 0x0A], .empty), ([0xEF, 0xBB, 0xBF], .empty), ([0xFF, 0xFE], .empty),
      ([0x41, 0, 0x42, 0x43, 0x44, 0x45], .binary), (Array("Un fait.\u{0} Deux.".utf8), .binary),
      ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0xFF, 0x80, 3, 4, 5, 6, 7, 8, 9], .binary),
      ((1..<32).map(UInt8.init), .binary),
      (wide("\u{FEFF}Un fait.\u{0} Deux.", bigEndian: false), .binary),
      (wide("\u{FEFF}Un fait.\u{0} Deux.", bigEndian: true), .binary),
      ([0xFF, 0xFE, 0x41], .undecodable),
    ] as [([UInt8], LoadingError.Kind)])
  func refuses(bytes: [UInt8], kind: LoadingError.Kind) {
    let error = #expect(throws: LoadingError.self) {
      try TextDecoder().text(bytes, at: Self.location)
    }
    #expect(error?.kind == kind)
    #expect(error?.location == Self.location)
  }

  @Test("Any UTF-8 without controls is itself", arguments: 0..<100)
  func anyText(seed: Int) throws {
    var random = RandomText(seed: UInt64(seed))
    let text = random.soup(80).filter { !$0.unicodeScalars.contains { $0.value < 0x20 } } + "."
    let source = try TextDecoder().text(Array(text.utf8), at: Self.location)
    #expect(source.utf16 == Array(text.utf16), "seed \(seed)")
    #expect(source.encoding == "UTF-8")
  }

  @Test("Any bytes are an error, or text without NUL whose units lead to them")
  func anyBytes() throws {
    var (read, refused) = (0, 0)
    for seed in 0..<200 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      // Text in one of the encodings with some bytes of noise in it: noise alone is no text to any detector.
      var bytes = generator.one(of: Self.examples.filter { $0.bytes.count > 20 }).bytes
      for _ in 0..<generator.number(in: 0..<40) {
        bytes[generator.number(in: 0..<bytes.count)] =
          generator.isOne(in: 60) ? 0 : UInt8(generator.number(in: 0..<256))
      }
      guard let found = try? TextDecoder().text(bytes, at: Self.location) else {
        refused += 1
        continue
      }
      read += 1
      #expect(!found.utf16.contains(0), "seed \(seed)")
      var reader = DocumentReader()
      let document = try reader.document(found, language: .french)
      #expect(!document.segments.isEmpty, "seed \(seed)")
      for range in document.segments.compactMap(\.range.bytes) {
        #expect(!range.isEmpty && range.upperBound <= bytes.count, "seed \(seed)")
      }
    }
    #expect(read > 50 && refused > 0, "\(read) \(refused)")
  }
}
