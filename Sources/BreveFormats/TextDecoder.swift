// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
public import BreveText

/// Turns the bytes of a plain text into its decoded text: byte order mark, then valid UTF-8, then ICU's detector.
public struct TextDecoder: Sendable {
  /// Offsets are 32 bits wide in ICU.
  public static let largestText = 1 << 29

  /// The encodings that ICU's detector is believed on; others need more evidence than a text gives.
  private static let believed: Set<String> = [
    "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "windows-1250", "windows-1251",
    "windows-1252", "windows-1253", "windows-1254", "windows-1256", "ISO-8859-1", "ISO-8859-2",
    "ISO-8859-5", "ISO-8859-6", "ISO-8859-7", "ISO-8859-9", "KOI8-R", "Shift_JIS", "EUC-JP",
    "EUC-KR", "GB18030", "Big5", "ISO-2022-JP",
  ]
  /// Percent; below it the detector is guessing.
  private static let leastConfidence = 10

  public init() {}

  /// - Throws: ``LoadingError`` if the bytes are empty, binary, too many, or in no encoding that is known.
  public func text(_ bytes: [UInt8], at location: SourceLocation) throws(LoadingError) -> SourceText
  {
    guard bytes.count <= Self.largestText else {
      throw LoadingError(.tooLarge(limit: Self.largestText), at: location)
    }
    let source = try decode(bytes, at: location)
    guard source.utf16.contains(where: { !CharacterClass.isWhite($0) && $0 != 0 }) else {
      throw LoadingError(.empty, at: location)
    }
    return source
  }

  private func decode(
    _ bytes: [UInt8], at location: SourceLocation
  ) throws(LoadingError) -> SourceText {
    if bytes.isEmpty { throw LoadingError(.empty, at: location) }
    if let charset = markedCharset(bytes) {
      let source = try decode(bytes, as: charset, at: location)
      if isBinary(source.utf16) { throw LoadingError(.binary, at: location) }
      return source
    }
    if let units = Charset.utf16(fromUTF8: bytes.span) {
      if isBinary(units) { throw LoadingError(.binary, at: location) }
      return SourceText(utf16: units, encoding: "UTF-8", byteOffsets: nil, byteCount: bytes.count)
    }
    let guesses = (try? Charset.guesses(for: bytes.span)) ?? []
    if !looksWide(bytes), isBinary(bytes) { throw LoadingError(.binary, at: location) }
    for name in candidates(guesses, bytes) {
      if let source = try? decode(bytes, as: name, at: location), !isBinary(source.utf16) {
        return source
      }
    }
    throw LoadingError(.undecodable, at: location)
  }

  /// The charset that a byte order mark tells; UTF-8 with one is read like any UTF-8.
  private func markedCharset(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return "UTF-32LE" }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32BE" }
    if bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16LE" }
    if bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16BE" }
    return nil
  }

  /// The encodings to try, likeliest first.
  private func candidates(_ guesses: [Charset.Guess], _ bytes: [UInt8]) -> [String] {
    var names = guesses.filter {
      Self.believed.contains($0.name) && $0.confidence >= Self.leastConfidence
    }.map(\.name)
    if isMacRoman(bytes) { names.insert("macintosh", at: 0) }
    // ICU says ISO-8859-1 where no byte of 80...9F tells; windows-1252 holds it, but for Latin-9's œ and €.
    names = names.map {
      $0 == "ISO-8859-1" ? (isLatin9(bytes) ? "ISO-8859-15" : "windows-1252") : $0
    }
    return names
  }

  /// ISO-8859-15 has œ, Œ and € where ISO-8859-1 has ½, ¼ and ¤: between letters they can only be the former.
  private func isLatin9(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { index in
      (bytes[index] == 0xBD || bytes[index] == 0xBC) && index > 0 && index + 1 < bytes.count
        && isLatinLetter(bytes[index + 1]) && !(0x30...0x39).contains(bytes[index - 1])
        || bytes[index] == 0xA4 && index > 0
          && (bytes[index - 1] == 0x20 || bytes[index - 1] == 0xA0)
    }
  }

  /// MacRoman has é, à, è, ç at 8E, 88, 8F, 8D, where windows-1252 has Ž, ˆ and holes: French in it has such bytes
  /// between small letters, and hardly any of E0...FF there.
  private func isMacRoman(_ bytes: [UInt8]) -> Bool {
    var mac = 0
    var windows = 0
    for index in bytes.indices.dropFirst().dropLast() {
      let isInWord =
        (0x61...0x7A).contains(bytes[index - 1]) || (0x61...0x7A).contains(bytes[index + 1])
      guard isInWord else { continue }
      switch bytes[index] {
      case 0x87...0x9F where bytes[index] != 0x92 && bytes[index] != 0x91 && bytes[index] != 0x9C:
        mac += 1
      case 0xE0...0xFF: windows += 1
      default: break
      }
    }
    return mac > 0 && mac > windows * 4
  }

  private func isLatinLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte >= 0xC0
  }

  private func decode(
    _ bytes: [UInt8], as charset: String, at location: SourceLocation
  ) throws(LoadingError) -> SourceText {
    do {
      let decoded = try Charset.decode(bytes.span, as: charset)
      return SourceText(
        utf16: decoded.units, encoding: charset, byteOffsets: decoded.offsets,
        byteCount: bytes.count)
    } catch {
      throw LoadingError(.undecodable, at: location)
    }
  }

  /// Whether nearly every second byte of the beginning is 0, as in UTF-16 of a European language.
  private func looksWide(_ bytes: [UInt8]) -> Bool {
    let sample = min(512, bytes.count)
    var zeros = [0, 0]
    for index in 0..<sample where bytes[index] == 0 { zeros[index % 2] += 1 }
    return max(zeros[0], zeros[1]) * 10 > sample * 3 && min(zeros[0], zeros[1]) * 20 < sample
  }

  private func isBinary(_ bytes: [UInt8]) -> Bool {
    bytes.prefix(1 << 16).contains(0)
  }

  /// Whether control characters stand in the text that no text has.
  private func isBinary(_ units: [UInt16]) -> Bool {
    let sample = min(units.count, 1 << 16)
    var controls = 0
    for index in 0..<sample where units[index] < 0x20 {
      switch units[index] {
      case 0: return true
      case 0x09...0x0D, 0x1A, 0x1B: continue
      default: controls += 1
      }
    }
    return controls * 100 > sample
  }
}
