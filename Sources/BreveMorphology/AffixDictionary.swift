// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Looks words up in a hunspell dictionary, as the library does but some twenty times as fast.
///
/// For words of plain letters and dictionaries that need no more than suffixes; whoever asks for anything else is sent on
/// to the library. What it says is what the library says, in the same order: an analysis is a line of the file of words
/// with the description of a suffix.
///
/// - Source: hunspell(5); the order of analyses is that of hunspell 1.7.
struct AffixDictionary: Sendable {
  private let rules: AffixRules
  private let roots: RootWords
  private var hashes: [WordHash] = []
  private var scalars: [UInt32] = []
  private var word: [UInt8] = []
  private var hits: [Hit] = []
  private var found: [Int32] = []

  /// A root, and the suffix that makes the word of it; negative where the word is the root.
  private struct Hit {
    let root: Int32
    let suffix: Int32
  }

  /// Longer words are left to the library.
  private static let longest = 99

  /// Nil for files that need more than is understood here.
  init?(affixes: [UInt8], words: [UInt8]) {
    guard let rules = AffixRules(affixes),
      let roots = RootWords(words, forbidden: rules.isForbidden)
    else { return nil }
    self.rules = rules
    self.roots = roots
  }

  /// What `word` can be, as ``WordReading`` of the library's analyses; nil if the library must be asked.
  mutating func readings(of word: String) -> [WordReading]? {
    guard read(word) else { return nil }
    var readings: [WordReading] = []
    switch LetterCase(scalars) {
    case .small, .mixed: if !append(to: &readings) { return nil }
    case .capitalized:
      write(capitalized: false)
      if !append(to: &readings) { return nil }
      write(capitalized: true)
      if !append(to: &readings) { return nil }
    case .capitals:
      if !append(to: &readings) { return nil }
      write(capitalized: false)
      if !append(to: &readings) { return nil }
      write(capitalized: true)
      if !append(to: &readings) { return nil }
    }
    return readings
  }

  /// Whether `word` is in the dictionary; nil if the library must be asked.
  mutating func knows(_ word: String) -> Bool? {
    guard read(word), LetterCase(scalars) == .small,
      !scalars.contains(where: { $0 < 0x61 })
    else { return nil }
    guard find(), !hits.contains(where: { roots.has(rules.isForbidden, $0.root) }) else {
      return nil
    }
    return hits.contains { isAnalysis($0) }
  }

  /// Takes a word in; false if it is not for this dictionary.
  private mutating func read(_ text: String) -> Bool {
    scalars.removeAll(keepingCapacity: true)
    word.removeAll(keepingCapacity: true)
    word.append(contentsOf: text.utf8)
    guard !word.isEmpty, word.count <= Self.longest else { return false }
    UTF8Scalars.append(word, 0..<word.count, to: &scalars)
    return scalars.allSatisfy { LetterCase.isPlain($0) && !rules.converted.contains($0) }
  }

  /// The word in small letters, with a capital or without.
  private mutating func write(capitalized: Bool) {
    word.removeAll(keepingCapacity: true)
    for (place, scalar) in scalars.enumerated() {
      let lower = LetterCase.lower(scalar)
      UTF8Scalars.append(
        capitalized && place == 0 ? LetterCase.upper(lower) : lower, to: &word)
    }
  }

  private mutating func append(to readings: inout [WordReading]) -> Bool {
    guard find() else { return false }
    var lines: [UInt8] = []
    var ranges: [Range<Int>] = []
    for hit in hits where isAnalysis(hit) {
      let start = lines.count
      appendLine(hit, to: &lines)
      let isKnown = ranges.contains { lines[$0].elementsEqual(lines[start...]) }
      if isKnown { lines.removeSubrange(start...) } else { ranges.append(start..<lines.count) }
    }
    for range in ranges {
      if let reading = WordReading(lines.span.extracting(range)) { readings.append(reading) }
    }
    return true
  }

  private func isAnalysis(_ hit: Hit) -> Bool {
    if hit.suffix >= 0 { return true }
    return !(roots.has(rules.needsAffix, hit.root) || roots.has(rules.isForbidden, hit.root))
  }

  /// An analysis as the library writes it.
  private func appendLine(_ hit: Hit, to lines: inout [UInt8]) {
    let start = lines.count
    let description = roots.description(hit.root)
    if !Self.holdsStem(roots.bytes, description) {
      lines.append(contentsOf: " st:".utf8)
      lines.append(contentsOf: roots.bytes[roots.range(hit.root)])
    }
    if !description.isEmpty {
      lines.append(0x20)
      lines.append(contentsOf: roots.bytes[description])
    }
    if hit.suffix >= 0 {
      let suffix = rules.suffixes[Int(hit.suffix)]
      lines.append(0x20)
      if suffix.description.isEmpty {
        lines.append(contentsOf: "fl:".utf8)
        lines += [UInt8(suffix.flag >> 8), UInt8(suffix.flag & 0xFF)]
      } else {
        lines.append(contentsOf: rules.bytes[suffix.description])
      }
    }
    guard rules.curlsApostrophes, lines[start...].contains(0x27) else { return }
    let line = Array(lines[start...])
    lines.removeSubrange(start...)
    for byte in line {
      if byte == 0x27 { lines += [0xE2, 0x80, 0x99] } else { lines.append(byte) }
    }
  }

  private static func holdsStem(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count > 2 else { return false }
    for index in range.lowerBound..<range.upperBound - 2
    where bytes[index] == 0x73 && bytes[index + 1] == 0x74 && bytes[index + 2] == 0x3A {
      return true
    }
    return false
  }

  /// Finds the roots of the word; false if it may have a prefix.
  private mutating func find() -> Bool {
    hits.removeAll(keepingCapacity: true)
    for prefix in rules.prefixes {
      if prefix.stripped.isEmpty {
        guard rules.startsWith(prefix.added, word) else { continue }
        findRoots(in: word, from: prefix.added.count, suffixes: false)
      } else {
        guard rules.startsWith(prefix.added, word) else { continue }
        findRoots(
          in: Array(rules.bytes[prefix.stripped]) + word[prefix.added.count...], from: 0,
          suffixes: false)
      }
      for root in found where prefix.flags.contains(where: { roots.has($0, root) }) {
        return false
      }
    }
    findRoots(in: word, from: 0, suffixes: true)
    return true
  }

  /// Looks for the roots of which the end of a word, from `start` on, may be a form, whatever their flags, and among them for
  /// those that have the flag.
  private mutating func findRoots(in word: [UInt8], from start: Int, suffixes: Bool) {
    found.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    var hash = WordHash()
    hashes.append(hash)
    for index in start..<word.count {
      hash.append(word[index])
      hashes.append(hash)
    }
    var root = roots.first(hash, word, start..<word.count, word, 0..<0)
    while root >= 0 {
      found.append(root)
      if suffixes { hits.append(Hit(root: root, suffix: -1)) }
      root = roots.entries[Int(root)].next
    }
    var node: Int32 = 0
    var end = word.count
    while node >= 0 {
      if end == start, !rules.stripsAll { break }
      let first = hits.count
      var place = rules.firstGroup(of: node)
      while place >= 0 {
        let stripped = rules.groups[place].stripped
        var hash = hashes[end - start]
        hash.append(rules.groups[place].hash)
        var root = roots.first(hash, word, start..<end, rules.bytes, stripped)
        while root >= 0 {
          found.append(root)
          if suffixes { appendHits(root, place) }
          root = roots.entries[Int(root)].next
        }
        place = rules.groups[place].next
      }
      // The last suffix of the file comes first; the roots of one suffix keep their order.
      if hits.count > first + 1 {
        let sorted = hits[first...].sorted { one, other in
          one.suffix != other.suffix ? one.suffix > other.suffix : one.root < other.root
        }
        hits.replaceSubrange(first..., with: sorted)
      }
      if end == start { break }
      end -= 1
      node = rules.child(of: node, word[end])
    }
  }

  private mutating func appendHits(_ root: Int32, _ group: Int) {
    for number in rules.groups[group].suffixes {
      let suffix = rules.suffixes[Int(number)]
      if roots.has(suffix.flag, root), rules.allows(suffix, roots.bytes, roots.range(root)) {
        hits.append(Hit(root: root, suffix: number))
      }
    }
  }
}
