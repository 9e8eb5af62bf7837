// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The suffixes of a hunspell dictionary, and what else its affix file says.
///
/// Only what dictionaries like the French one need is read; there is no value for a file that asks for more.
/// - Source: hunspell(5).
struct AffixRules: Sendable {
  /// A flag of two bytes.
  typealias Flag = UInt16

  struct Suffix: Sendable {
    let flag: Flag
    /// Of ``atoms``, the last character first.
    let conditions: Range<Int>
    /// Of ``bytes``: what it says of the word; empty if it says nothing.
    let description: Range<Int>
  }

  struct Prefix: Sendable {
    /// Of ``bytes``.
    let stripped: Range<Int>
    let added: Range<Int>
    var flags: [Flag]
  }

  /// The characters that may stand at one place, or those that may not.
  struct Atom: Sendable {
    let scalars: [UInt32]
    let isNegated: Bool
  }

  /// The suffixes that put the same ending in the place of the same other one.
  struct Group: Sendable {
    /// Of ``bytes``.
    let stripped: Range<Int>
    let hash: WordHash
    /// Numbers of suffixes in the order of the file.
    var suffixes: [Int32]
    /// The next group of the same ending; negative for the last.
    let next: Int
  }

  /// A byte of endings that are read backwards.
  struct Node: Sendable {
    let byte: UInt8
    var firstChild: Int32 = -1
    var nextSibling: Int32 = -1
    var firstGroup = -1
  }

  let bytes: [UInt8]
  private(set) var suffixes: [Suffix] = []
  /// Those without an apostrophe.
  private(set) var prefixes: [Prefix] = []
  private(set) var groups: [Group] = []
  private var atoms: [Atom] = []
  /// The first one is that of no ending.
  private var nodes = [Node(byte: 0)]
  private(set) var needsAffix: Flag = 0
  private(set) var isForbidden: Flag = 0
  private(set) var stripsAll = false
  /// Whether apostrophes come out as curly ones.
  private(set) var curlsApostrophes = false
  /// What words of which are converted before they are looked up may end in.
  private(set) var converted: Set<UInt32> = []

  private var circumfix: Flag = 0
  private var suffixFlags: Set<Flag> = []
  private var prefixFlags: Set<Flag> = []
  private var continuations: Set<Flag> = []

  /// - Parameter bytes: The affix file.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    var hasLongFlags = false
    var start = 0
    var fields: [Range<Int>] = []
    var left = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      Self.split(bytes, start..<end, into: &fields)
      start = end + 1
      guard let first = fields.first, bytes[first.lowerBound] != 0x23 else { continue }
      switch text(first) {
      case "SFX", "PFX":
        let isSuffix = bytes[first.lowerBound] == 0x53
        guard fields.count >= 4, let flag = flag(fields[1]) else { return nil }
        if left == 0 {
          guard let count = Int(text(fields[3])), count > 0 else { return nil }
          left = count
          if isSuffix { suffixFlags.insert(flag) }
        } else {
          left -= 1
          guard isSuffix ? add(suffix: flag, fields) : add(prefix: flag, fields) else { return nil }
        }
      case "SET": guard fields.count > 1, text(fields[1]) == "UTF-8" else { return nil }
      case "FLAG":
        guard fields.count > 1, text(fields[1]) == "long" else { return nil }
        hasLongFlags = true
      case "FULLSTRIP": stripsAll = true
      case "NEEDAFFIX": needsAffix = fields.count > 1 ? flag(fields[1]) ?? 0 : 0
      case "FORBIDDENWORD": isForbidden = fields.count > 1 ? flag(fields[1]) ?? 0 : 0
      case "CIRCUMFIX": circumfix = fields.count > 1 ? flag(fields[1]) ?? 0 : 0
      case "ICONV":
        guard fields.count > 2 else { continue }
        var scalars: [UInt32] = []
        UTF8Scalars.append(bytes, fields[1], to: &scalars)
        if let last = scalars.last { converted.insert(last) }
      case "OCONV":
        guard fields.count > 2 else { continue }
        guard text(fields[1]) == "'", text(fields[2]) == "\u{2019}" else { return nil }
        curlsApostrophes = true
      // What only corrections and the cutting of words with marks in them need.
      case "TRY", "KEY", "MAP", "REP", "WORDCHARS", "BREAK", "KEEPCASE", "NOSUGGEST", "NAME",
        "HOME",
        "VERSION", "MAXNGRAMSUGS", "MAXDIFF", "ONLYMAXDIFF", "NOSPLITSUGS":
        break
      default: return nil
      }
    }
    // A suffix on a suffix, and a prefix that comes by a suffix, are not looked for.
    guard hasLongFlags, left == 0, continuations.isDisjoint(with: suffixFlags),
      continuations.isDisjoint(with: prefixFlags)
    else { return nil }
  }

  /// The child of `node` for `byte`; negative if there is none.
  func child(of node: Int32, _ byte: UInt8) -> Int32 {
    var child = nodes[Int(node)].firstChild
    while child >= 0, nodes[Int(child)].byte != byte { child = nodes[Int(child)].nextSibling }
    return child
  }

  /// The place of the first group of suffixes that ends at `node`; negative if none does.
  func firstGroup(of node: Int32) -> Int { nodes[Int(node)].firstGroup }

  /// Whether `word` begins with what stands in ``bytes`` at `range`.
  func startsWith(_ range: Range<Int>, _ word: [UInt8]) -> Bool {
    guard range.count <= word.count else { return false }
    var place = 0
    for index in range {
      if bytes[index] != word[place] { return false }
      place += 1
    }
    return true
  }

  /// Whether the end of the root that stands in `bytes` at `range` is one that a suffix may be put to.
  func allows(_ suffix: Suffix, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    for number in suffix.conditions {
      guard end > range.lowerBound else { return false }
      let scalar = UTF8Scalars.last(bytes, &end)
      if atoms[number].scalars.contains(scalar) == atoms[number].isNegated { return false }
    }
    return true
  }

  private static func split(
    _ bytes: [UInt8], _ range: Range<Int>, into fields: inout [Range<Int>]
  ) {
    fields.removeAll(keepingCapacity: true)
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound {
      if index < range.upperBound, bytes[index] != 0x20, bytes[index] != 0x09,
        bytes[index] != 0x0D
      {
        continue
      }
      if start < index { fields.append(start..<index) }
      start = index + 1
    }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func flag(_ range: Range<Int>) -> Flag? {
    guard range.count == 2 else { return nil }
    return Flag(bytes[range.lowerBound]) << 8 | Flag(bytes[range.lowerBound + 1])
  }

  /// What stands in a field; `0` is nothing.
  private func affix(_ range: Range<Int>) -> Range<Int> {
    range.count == 1 && bytes[range.lowerBound] == 0x30
      ? range.lowerBound..<range.lowerBound : range
  }

  /// The affix and the flags of a field like `ait/n'q'`.
  private func parts(_ field: Range<Int>) -> (added: Range<Int>, flags: [Flag])? {
    guard let slash = bytes[field].firstIndex(of: 0x2F) else { return (affix(field), []) }
    let length = field.upperBound - slash - 1
    guard length % 2 == 0 else { return nil }
    var flags: [Flag] = []
    for place in stride(from: slash + 1, to: field.upperBound, by: 2) {
      flags.append(Flag(bytes[place]) << 8 | Flag(bytes[place + 1]))
    }
    return (affix(field.lowerBound..<slash), flags)
  }

  private mutating func add(prefix flag: Flag, _ fields: [Range<Int>]) -> Bool {
    guard let (added, _) = parts(fields[3]) else { return false }
    if bytes[added].contains(0x27) { return true }
    prefixFlags.insert(flag)
    let stripped = affix(fields[2])
    if let known = prefixes.firstIndex(where: {
      bytes[$0.added].elementsEqual(bytes[added])
        && bytes[$0.stripped].elementsEqual(bytes[stripped])
    }) {
      prefixes[known].flags.append(flag)
    } else {
      prefixes.append(Prefix(stripped: stripped, added: added, flags: [flag]))
    }
    return true
  }

  private mutating func add(suffix flag: Flag, _ fields: [Range<Int>]) -> Bool {
    guard let (added, flags) = parts(fields[3]) else { return false }
    continuations.formUnion(flags)
    // It needs another affix, or a prefix that goes with it.
    if flags.contains(where: { $0 != 0 && ($0 == needsAffix || $0 == circumfix) }) { return false }
    let stripped = affix(fields[2])
    let firstAtom = atoms.count
    if fields.count > 4, !addConditions(fields[4]) { return false }
    let last = fields.last ?? fields[3]
    suffixes.append(
      Suffix(
        flag: flag, conditions: firstAtom..<atoms.count,
        description: fields.count > 5 ? fields[5].lowerBound..<last.upperBound : 0..<0))
    let node = node(for: added)
    let number = Int32(suffixes.count - 1)
    var group = nodes[node].firstGroup
    while group >= 0, !bytes[groups[group].stripped].elementsEqual(bytes[stripped]) {
      group = groups[group].next
    }
    if group >= 0 {
      groups[group].suffixes.append(number)
    } else {
      var hash = WordHash()
      for index in stripped { hash.append(bytes[index]) }
      groups.append(
        Group(
          stripped: stripped, hash: hash, suffixes: [number], next: nodes[node].firstGroup))
      nodes[node].firstGroup = groups.count - 1
    }
    return true
  }

  private mutating func node(for added: Range<Int>) -> Int {
    var node: Int32 = 0
    for index in added.reversed() {
      var next = child(of: node, bytes[index])
      if next < 0 {
        next = Int32(nodes.count)
        var new = Node(byte: bytes[index])
        new.nextSibling = nodes[Int(node)].firstChild
        nodes[Int(node)].firstChild = next
        nodes.append(new)
      }
      node = next
    }
    return Int(node)
  }

  private mutating func addConditions(_ field: Range<Int>) -> Bool {
    if field.count == 1, bytes[field.lowerBound] == 0x2E { return true }
    var scalars: [UInt32] = []
    UTF8Scalars.append(bytes, field, to: &scalars)
    var found: [Atom] = []
    var index = 0
    while index < scalars.count {
      switch scalars[index] {
      case 0x5B:
        guard let end = scalars[index...].firstIndex(of: 0x5D) else { return false }
        let isNegated = scalars[index + 1] == 0x5E
        let first = index + (isNegated ? 2 : 1)
        guard first < end else { return false }
        found.append(Atom(scalars: Array(scalars[first..<end]), isNegated: isNegated))
        index = end + 1
      case 0x2E:
        found.append(Atom(scalars: [], isNegated: true))
        index += 1
      default:
        found.append(Atom(scalars: [scalars[index]], isNegated: false))
        index += 1
      }
    }
    atoms += found.reversed()
    return true
  }
}
