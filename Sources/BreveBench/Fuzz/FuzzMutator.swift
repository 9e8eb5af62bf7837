// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Makes inputs of samples: pieces are left out, doubled, moved, mixed, repeated, and single bytes damaged.
///
/// An input follows from seed and number alone.
struct FuzzMutator {
  /// In bytes; repetition stops here.
  static let largest = 1 << 20

  let form: FuzzForm
  let samples: [[UInt8]]
  private let pieces: [[Range<Int>]]
  private let words: [[UInt8]]

  init(form: FuzzForm, samples: [[UInt8]]) {
    self.form = form
    self.samples = samples
    pieces = samples.map(form.pieces)
    words = form.words.map { Array($0.utf8) }
  }

  /// The input called `number`, and the sample it was made of.
  func input(_ number: Int, seed: UInt64) -> (bytes: [UInt8], sample: Int) {
    var random = FuzzRandom(seed: seed, input: number)
    let sample = random.below(samples.count)
    // The first inputs are the samples themselves.
    if number < samples.count { return (samples[number], number) }
    var bytes = samples[sample]
    let isMarkup = form.isMarkup
    if isMarkup, random.below(3) > 0 {
      for _ in 0..<1 + random.below(4) { bytes = withOtherElements(bytes, &random) }
    }
    if !isMarkup || random.below(2) == 0 {
      var parts = form.pieces(of: bytes).map { bytes[$0] }
      for _ in 0..<1 + random.below(random.below(3) == 0 ? 12 : 3) { mutate(&parts, &random) }
      bytes = Array(parts.joined().prefix(Self.largest))
    }
    if random.below(isMarkup ? 8 : 3) == 0 {
      for _ in 0..<1 + random.below(6) { damage(&bytes, &random) }
    }
    if form != .binary, random.below(12) == 0 { bytes = encoded(bytes, &random) }
    return (bytes, sample)
  }

  /// Well-formed still: an element is left out, doubled, repeated, moved into another or put in its place.
  private func withOtherElements(_ bytes: [UInt8], _ random: inout FuzzRandom) -> [UInt8] {
    let elements = form.elements(of: bytes)
    guard !elements.isEmpty else { return bytes }
    let range = random.one(of: elements)
    var bytes = bytes
    switch random.below(6) {
    case 0: bytes.removeSubrange(range)
    case 1: bytes.insert(contentsOf: Array(bytes[range]), at: range.lowerBound)
    case 2:
      let count = min(1 << random.below(12), (1 << 16) / range.count)
      let element = Array(bytes[range])
      bytes.insert(
        contentsOf: Array(repeating: element, count: count).joined(), at: range.upperBound)
    case 3:
      let element = Array(bytes[range])
      bytes.insert(contentsOf: element, at: random.one(of: elements).upperBound)
    case 4:
      let other = random.below(samples.count)
      let others = form.elements(of: samples[other])
      guard !others.isEmpty else { return bytes }
      bytes.replaceSubrange(range, with: samples[other][random.one(of: others)])
    default:
      // What it says, without itself; or an element in itself many times.
      guard let end = bytes[range].firstIndex(of: UInt8(ascii: ">")),
        let start = bytes[range].lastIndex(of: UInt8(ascii: "<")), end < start
      else { return bytes }
      let count = random.below(3) == 0 ? 1 << random.below(9) : 0
      let (head, tail) = (
        Array(bytes[range.lowerBound...end]), Array(bytes[start..<range.upperBound])
      )
      let inner = Array(bytes[(end + 1)..<start])
      bytes.replaceSubrange(
        range,
        with: Array(
          [
            Array(repeating: head, count: count).joined().map { $0 }, inner,
            Array(repeating: tail, count: count).joined().map { $0 },
          ].joined()))
    }
    return bytes
  }

  private func mutate(_ parts: inout [ArraySlice<UInt8>], _ random: inout FuzzRandom) {
    guard !parts.isEmpty else {
      if let word = words.first { parts.append(word[...]) }
      return
    }
    let place = random.below(parts.count)
    let end = min(parts.count, place + 1 + random.below(random.below(4) == 0 ? 40 : 3))
    switch random.below(11) {
    case 0: parts.removeSubrange(place..<end)
    case 1: parts.insert(contentsOf: Array(parts[place..<end]), at: random.below(parts.count))
    case 2: parts.swapAt(place, random.below(parts.count))
    case 3:
      let other = random.below(samples.count)
      guard !pieces[other].isEmpty else { return }
      parts[place] = samples[other][random.one(of: pieces[other])]
    case 4: if !words.isEmpty { parts[place] = random.one(of: words)[...] }
    case 5, 6:
      if words.isEmpty {
        parts[place] = number(of: parts[place].count, &random)[...]
      } else {
        parts.insert(random.one(of: words)[...], at: place)
      }
    case 7: repeatParts(place..<end, in: &parts, &random)
    case 8:
      let other = random.below(samples.count)
      guard !pieces[other].isEmpty else { return }
      let from = random.below(pieces[other].count)
      parts.removeSubrange(place...)
      parts += pieces[other][from...].map { samples[other][$0] }
    case 9: parts[place] = changed(parts[place], &random)[...]
    default: if random.below(4) == 0 { parts.removeSubrange(place...) }
    }
  }

  private func repeatParts(
    _ range: Range<Int>, in parts: inout [ArraySlice<UInt8>], _ random: inout FuzzRandom
  ) {
    let piece = Array(parts[range].joined())
    guard !piece.isEmpty else { return }
    let wanted = 1 << random.below(random.below(8) == 0 ? 18 : 9)
    let count = min(wanted, (random.below(8) == 0 ? Self.largest : 1 << 15) / piece.count)
    var all: [UInt8] = []
    all.reserveCapacity(piece.count * max(1, count))
    for _ in 0..<count { all += piece }
    parts.insert(all[...], at: range.lowerBound)
  }

  /// Digits become other digits; else a byte changes.
  private func changed(_ piece: ArraySlice<UInt8>, _ random: inout FuzzRandom) -> [UInt8] {
    var bytes = Array(piece)
    let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
    if digits.isEmpty {
      damage(&bytes, &random)
    } else {
      for place in digits { bytes[place] = 0x30 + UInt8(random.below(10)) }
    }
    return bytes
  }

  /// A number as files in binary have them: none, one, the greatest, or anything.
  private func number(of count: Int, _ random: inout FuzzRandom) -> [UInt8] {
    switch random.below(5) {
    case 0: Array(repeating: 0, count: count)
    case 1: Array(repeating: 0xFF, count: count)
    case 2: [1] + Array(repeating: 0, count: max(0, count - 1))
    case 3: Array(repeating: 0xFF, count: max(0, count - 1)) + [0x7F]
    default: (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    }
  }

  private func damage(_ bytes: inout [UInt8], _ random: inout FuzzRandom) {
    guard !bytes.isEmpty else { return }
    let place = random.below(bytes.count)
    switch random.below(6) {
    case 0: bytes[place] = UInt8(random.below(256))
    case 1: bytes[place] ^= 1 << UInt8(random.below(8))
    case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(12)))
    case 3: bytes.insert(contentsOf: [0xC3, 0x28, 0xFF].prefix(1 + random.below(3)), at: place)
    case 4:
      let piece = Array(bytes[place..<min(bytes.count, place + 1 + random.below(40))])
      bytes.insert(contentsOf: piece, at: random.below(bytes.count))
    default: if random.below(6) == 0 { bytes.removeSubrange(place...) }
    }
  }

  /// The same in another encoding, with or without its mark.
  private func encoded(_ bytes: [UInt8], _ random: inout FuzzRandom) -> [UInt8] {
    let text = String(decoding: bytes.prefix(1 << 16), as: UTF8.self)
    let hasMark = random.below(2) == 0
    switch random.below(4) {
    case 0:
      return (hasMark ? [0xFF, 0xFE] : [])
        + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case 1:
      return (hasMark ? [0xFE, 0xFF] : [])
        + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case 2: return text.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : 0x3F }
    default: return [0xEF, 0xBB, 0xBF] + bytes
    }
  }
}
