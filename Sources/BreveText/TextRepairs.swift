// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU

/// Finds what has to be changed in a text before it is read and shown.
///
/// No-break spaces are correct in French and stay.
struct TextRepairs {
  let units: [UInt16]
  private let classes = CharacterClass.table
  private var edits: [TextEdit] = []
  /// Where `Ã` stands by itself before a blank, which is `à` in a text that has other such slips.
  private var loneTildes: [Int] = []

  init(_ units: [UInt16]) { self.units = units }

  /// The changes, ascending and without overlaps; `gluedWords` keeps the words that it has looked up.
  static func edits(for units: [UInt16], gluedWords: inout GluedWords?) -> [TextEdit] {
    var repairs = TextRepairs(units)
    repairs.scan()
    repairs.repairLoneTildes()
    if var words = gluedWords.take() {
      repairs.cutGluedWords(&words)
      gluedWords = words
    }
    repairs.normalize()
    return repairs.sorted()
  }

  private mutating func add(_ kind: Repair.Kind, _ range: Range<Int>, _ replacement: [UInt16]) {
    edits.append(TextEdit(kind: kind, range: range, replacement: replacement))
  }

  private mutating func normalize() {
    guard let changes = try? Normalization.changes(in: units.span) else { return }
    for change in changes { add(.normalization, change.range, change.replacement) }
  }

  /// Of two changes at one place, the first that was found stays.
  private func sorted() -> [TextEdit] {
    guard edits.count > 1 else { return edits }
    let order = edits.indices.sorted {
      let (one, other) = (edits[$0].range, edits[$1].range)
      return one.lowerBound != other.lowerBound ? one.lowerBound < other.lowerBound : $0 < $1
    }
    var kept: [TextEdit] = []
    for index in order {
      let edit = edits[index]
      if let last = kept.last, edit.range.lowerBound < last.range.upperBound { continue }
      kept.append(edit)
    }
    // No listed repair reaches into another.
    var end = 0
    for index in kept.indices {
      let next = index + 1 < kept.count ? kept[index + 1].range.lowerBound : units.count
      kept[index] = kept[index].clipped(to: end..<next)
      end = kept[index].context.upperBound
    }
    return kept
  }

  // MARK: One pass over the text

  private mutating func scan() {
    let isInteresting = Self.interesting
    var index = 0
    var quotes: [Int] = []
    while index < units.count {
      let unit = units[index]
      guard isInteresting[Int(unit)] else {
        index += 1
        continue
      }
      switch unit {
      case 0x2C, 0x3B, 0x2E:
        if !repairExtraSpace(at: index), !repairDoubledStop(at: index) {
          repairMissingSpace(at: index)
        }
      case 0xAD, 0x200B, 0x2060: add(.invisible, index..<index + 1, [])
      case 0x200C, 0x200D: repairJoiner(at: index)
      case 0xFEFF: if index > 0 { add(.invisible, index..<index + 1, []) }
      case 0xFB00...0xFB06: add(.ligature, index..<index + 1, Self.ligatures[Int(unit) - 0xFB00])
      case 0xAB: quotes.append(index)
      case 0xBB: closeQuotation(&quotes)
      case 0x0A, 0x0D: endQuotations(&quotes)
      default: index = repairMojibake(at: index) ?? index
      }
      index += 1
    }
    endQuotations(&quotes)
  }

  private static let interesting: [Bool] = {
    var table = [Bool](repeating: false, count: 0x10000)
    for unit in [
      0x0A, 0x0D, 0x2C, 0x2E, 0x3B, 0xAB, 0xAD, 0xBB, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF,
    ] {
      table[unit] = true
    }
    for unit in 0xFB00...0xFB06 { table[unit] = true }
    for unit in 0xC2...0xC3 { table[unit] = true }
    for unit in [0xC4, 0xC5, 0xE2] { table[unit] = true }
    return table
  }()

  private static let ligatures: [[UInt16]] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"].map {
    Array($0.utf16)
  }

  /// A zero-width (non-)joiner means something between letters that join, and nothing between Latin ones.
  private mutating func repairJoiner(at index: Int) {
    guard index > 0, index + 1 < units.count else { return }
    let isLatin = units[index - 1] < 0x250 && units[index + 1] < 0x250
    if isLatin { add(.invisible, index..<index + 1, []) }
  }

  // MARK: Missing spaces

  /// `2021,le`, `mot;mot`, `gouvernement.Il`: but nothing in addresses, numbers or code.
  private mutating func repairMissingSpace(at index: Int) {
    guard index > 1, index + 2 < units.count else { return }
    let before = classes[Int(units[index - 1])]
    let after = classes[Int(units[index + 1])]
    let isStop = units[index] == 0x2E
    guard after == .lower || after == .upper else { return }
    if isStop {
      // A stop stands in names and addresses; only a word in small letters and one with a capital are two.
      guard after == .upper, classes[Int(units[index + 2])] == .lower,
        before == .lower && classes[Int(units[index - 2])] == .lower || before == .finalQuote
          || before == .close
      else { return }
    } else {
      guard before == .digit || (before.isLetter && classes[Int(units[index - 2])].isLetter),
        classes[Int(units[index + 2])].isLetter
          || CharacterClass.isWhite(units[index + 2]) && before == .digit
          || units[index + 2] == 0x27 || units[index + 2] == 0x2019
      else { return }
    }
    guard !isInAddress(index) else { return }
    var start = index
    while start > 0, classes[Int(units[start - 1])].isWordPart { start -= 1 }
    var end = index + 1
    while end < units.count, classes[Int(units[end])].isWordPart { end += 1 }
    edits.append(
      TextEdit(
        kind: .missingSpace, range: index + 1..<index + 1, replacement: [0x20], context: start..<end
      ))
  }

  /// Whether the stretch without white space around `index` looks like an address, a file name or code.
  private func isInAddress(_ index: Int) -> Bool {
    var start = index
    while start > 0, index - start < 80, !CharacterClass.isWhite(units[start - 1]) { start -= 1 }
    var end = index
    while end < units.count, end - index < 80, !CharacterClass.isWhite(units[end]) { end += 1 }
    var marks = 0
    for place in start..<end {
      switch units[place] {
      // @ / _ = { } < > \ &
      case 0x40, 0x2F, 0x5F, 0x3D, 0x7B, 0x7D, 0x3C, 0x3E, 0x5C, 0x26: return true
      case 0x2E where place != index && place + 1 < end: marks += 1
      default: break
      }
    }
    return marks > 0 && units[index] == 0x2E || isDomain(start..<end, after: index)
  }

  /// `Imedias.net`, `Booking.Com`: what follows the stop is a top-level domain.
  private func isDomain(_ range: Range<Int>, after index: Int) -> Bool {
    guard units[index] == 0x2E else { return false }
    var end = index + 1
    while end < range.upperBound, classes[Int(units[end])].isLetter { end += 1 }
    let label = String(utf16: units.span.extracting(index + 1..<end)).lowercased()
    return ["com", "net", "org", "info", "fr", "io", "co", "ml", "ru", "eu", "tv", "be", "ch"]
      .contains(label)
  }

  // MARK: Spaces and stops too many

  /// `gouverneur ,M. Yonli`, `poursuites » .`: no language sets a comma or a stop off from the word before it.
  private mutating func repairExtraSpace(at index: Int) -> Bool {
    guard index > 1, units[index] != 0x3B, units[index - 1] == 0x20 || units[index - 1] == 0xA0
    else { return false }
    let before = classes[Int(units[index - 2])]
    // An opening mark there is one turned the wrong way.
    guard
      before.isWordPart || before == .finalQuote || before == .close
        || before == .initialQuote && index > 2 && CharacterClass.isBlank(units[index - 3])
    else { return false }
    guard index + 1 < units.count else {
      addInContext(.extraSpace, index - 1..<index, [])
      return true
    }
    let next = classes[Int(units[index + 1])]
    if CharacterClass.isWhite(units[index + 1]) {
      var after = index + 1
      while after < units.count, CharacterClass.isBlank(units[after]) { after += 1 }
      // . . .
      if after < units.count, units[after] == units[index] { return false }
      addInContext(.extraSpace, index - 1..<index, [])
      return true
    }
    guard units[index] == 0x2C, next.isLetter else { return false }
    addInContext(.extraSpace, index - 1..<index + 1, [0x2C, 0x20])
    return true
  }

  /// `interdites..` at the end of a line or before a blank.
  private mutating func repairDoubledStop(at index: Int) -> Bool {
    guard units[index] == 0x2E, index > 1, index + 1 < units.count, units[index + 1] == 0x2E,
      classes[Int(units[index - 1])] == .lower, classes[Int(units[index - 2])] == .lower,
      index + 2 == units.count || CharacterClass.isWhite(units[index + 2])
    else { return false }
    // The two are one edit, so that the end of the sentence is that of the second.
    addInContext(.doubledStop, index..<index + 2, [0x2E])
    return true
  }

  /// Adds a change with the words on both sides of it.
  private mutating func addInContext(
    _ kind: Repair.Kind, _ range: Range<Int>, _ replacement: [UInt16]
  ) {
    var start = range.lowerBound
    while start > 0, !CharacterClass.isWhite(units[start - 1]) { start -= 1 }
    var end = range.upperBound
    while end < units.count, !CharacterClass.isWhite(units[end]) { end += 1 }
    edits.append(
      TextEdit(kind: kind, range: range, replacement: replacement, context: start..<end))
  }

  // MARK: Quotation marks

  private mutating func closeQuotation(_ quotes: inout [Int]) {
    if !quotes.isEmpty { quotes.removeLast() }
  }

  /// At the end of a paragraph: an opening mark that stands where the one before it should close (`« Wagner «`).
  private mutating func endQuotations(_ quotes: inout [Int]) {
    defer { quotes.removeAll(keepingCapacity: true) }
    guard quotes.count == 2 else { return }
    let (first, second) = (quotes[0], quotes[1])
    let isSpaced =
      second > 0 && second + 1 < units.count && CharacterClass.isBlank(units[second - 1])
      && CharacterClass.isBlank(units[second + 1])
    if isSpaced, second - first < 200 { add(.quotationMark, second..<second + 1, [0xBB]) }
  }

  // MARK: Mojibake

  /// UTF-8 that was read as Windows-1252: returns the last unit of the sequence at `index`.
  private mutating func repairMojibake(at index: Int) -> Int? {
    guard let lead = Windows1252.byte(of: units[index]) else { return nil }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0
    guard length > 0, index + length <= units.count else { return nil }
    var bytes = [lead]
    if units[index] == 0xC3, units[index + 1] == 0x20 { return repairTilde(at: index) }
    for place in index + 1..<index + length {
      guard let byte = Windows1252.byte(of: units[place]), (0x80...0xBF).contains(byte) else {
        return nil
      }
      bytes.append(byte)
    }
    guard let decoded = Charset.utf16(fromUTF8: bytes.span), decoded.count == 1 else { return nil }
    // What a European text may hold: letters of Latin scripts and general punctuation.
    guard decoded[0] < 0x180 || (0x2010...0x20AC).contains(decoded[0]) else { return nil }
    add(.mojibake, index..<index + length, decoded)
    return index + length - 1
  }

  /// `voilÃ  que`: of `à` that was read as Windows-1252 the no-break space has become a plain one.
  private mutating func repairTilde(at index: Int) -> Int? {
    var next = index + 1
    while next < units.count, units[next] == 0x20 { next += 1 }
    guard next - index <= 3, next < units.count, classes[Int(units[next])].isLetter else {
      return nil
    }
    let before: CharacterClass = index == 0 ? .space : classes[Int(units[index - 1])]
    if before == .lower {
      addTilde(index)
    } else if !before.isWordPart {
      loneTildes.append(index)
    }
    return nil
  }

  /// The blank that was half of the letter goes with it, where another stays.
  private mutating func addTilde(_ index: Int) {
    add(.mojibake, index..<index + (units[index + 2] == 0x20 ? 2 : 1), [0xE0])
  }

  private mutating func repairLoneTildes() {
    guard !loneTildes.isEmpty, edits.contains(where: { $0.kind == .mojibake }) else { return }
    for index in loneTildes { addTilde(index) }
  }

  // MARK: Glued words

  private mutating func cutGluedWords(_ gluedWords: inout GluedWords) {
    let (text, table) = (units, classes)
    let (units, classes) = (text.span, table.span)
    let end = units.count
    var index = 0
    while index < end {
      var kind = classes[Int(units[index])]
      guard kind.isWordPart else {
        index += 1
        continue
      }
      let start = index
      var isSmall = true
      repeat {
        isSmall = isSmall && kind == .lower
        index += 1
        if index == end { break }
        kind = classes[Int(units[index])]
      } while kind.isWordPart
      guard isSmall, index - start >= GluedWords.shortest else { continue }
      let isCompound = index < end && units[index] == 0x2D || start > 0 && units[start - 1] == 0x2D
      if !isCompound, let cut = gluedWords.cut(text, start..<index) {
        edits.append(
          TextEdit(
            kind: .gluedWords, range: cut..<cut, replacement: [0x20], context: start..<index))
      }
    }
  }
}

/// The bytes that Windows-1252 has for characters.
enum Windows1252 {
  static func byte(of unit: UInt16) -> UInt8? {
    if unit < 0x100 { return UInt8(unit) }
    return high.firstIndex(of: unit).map { UInt8(0x80 + $0) }
  }

  /// 0x80...0x9F; 0 where the code page has nothing.
  private static let high: [UInt16] = [
    0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152,
    0,
    0x17D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161,
    0x203A, 0x153, 0, 0x17E, 0x178,
  ]
}
