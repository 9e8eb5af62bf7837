// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// One pass over a paragraph that decides, at each place where a sentence could end, whether one does.
///
/// The places are ICU's proposals and every sentence terminal followed by white space.
struct SentenceDecision {
  let tailoring: SentenceTailoring
  let units: [UInt16]
  let range: Range<Int>
  /// Relative to the start of `range`.
  let proposals: [Int32]
  let classes = CharacterClass.table
  private let terminals = CharacterClass.terminals
  /// The first of `proposals` not yet passed.
  private var proposal = 0
  /// Where the sentence being read began.
  private(set) var sentenceBegin: Int
  /// Whether a straight double quote is open.
  private var isStraightQuoteOpen = false

  init(tailoring: SentenceTailoring, units: [UInt16], range: Range<Int>, proposals: [Int32]) {
    self.tailoring = tailoring
    self.units = units
    self.range = range
    self.proposals = proposals
    sentenceBegin = range.lowerBound
  }

  /// Appends every end but the last, which is the paragraph's.
  mutating func run(into ends: inout [Int]) {
    let isInteresting = Self.interesting
    let end = range.upperBound
    var index = range.lowerBound
    while index < end {
      let unit = units[index]
      guard isInteresting[Int(unit)] else {
        index += 1
        continue
      }
      if terminals[Int(unit)] {
        index = readAndDecide(at: index, into: &ends)
        continue
      }
      switch unit {
      case 0x22: isStraightQuoteOpen.toggle()
      case 0x3B:
        if tailoring.settings.breaksAtSemicolon, index + 1 < end,
          CharacterClass.isBlank(units[index + 1])
        {
          close(at: skipBlanks(index + 1), into: &ends)
        }
      default:
        if tailoring.settings.mendsDroppedStops, isDroppedStop(at: index) {
          close(at: index, into: &ends)
        }
      }
      index += 1
    }
    takeProposals(before: end, into: &ends)
  }

  /// Returns where to read on.
  private mutating func readAndDecide(at index: Int, into ends: inout [Int]) -> Int {
    let mark = readMark(at: index)
    takeProposals(before: mark.start, into: &ends)
    let isProposed = takeProposals(upTo: mark.next)
    if mark.next < range.upperBound, decides(mark, proposed: isProposed) {
      close(at: mark.next, into: &ends)
    }
    return mark.end
  }

  /// Terminals, `"`, `;` and capitals: everything else is passed over.
  private static let interesting: [Bool] = {
    var table = CharacterClass.terminals
    for unit in table.indices where CharacterClass.table[unit] == .upper { table[unit] = true }
    table[0x22] = true
    table[0x3B] = true
    return table
  }()

  private mutating func close(at place: Int, into ends: inout [Int]) {
    guard place > sentenceBegin, place < range.upperBound else { return }
    ends.append(place)
    sentenceBegin = place
  }

  // MARK: ICU's proposals

  /// Whether ICU proposes a boundary in `..<next` or at `next`; passes those.
  private mutating func takeProposals(upTo next: Int) -> Bool {
    var isProposed = false
    while proposal < proposals.count, Int(proposals[proposal]) + range.lowerBound <= next {
      isProposed = true
      proposal += 1
    }
    return isProposed
  }

  /// Takes over the proposals that stand at no terminal (paragraph separators) before `place`.
  private mutating func takeProposals(before place: Int, into ends: inout [Int]) {
    while proposal < proposals.count, Int(proposals[proposal]) + range.lowerBound < place {
      close(at: Int(proposals[proposal]) + range.lowerBound, into: &ends)
      proposal += 1
    }
  }

  // MARK: Reading a mark

  /// A run of terminals with the closing quotes and brackets after it.
  struct Mark {
    /// The run of terminals.
    let start: Int
    var last: UInt16
    /// One full stop and no other terminal.
    var isSingleStop: Bool
    var isEllipsis: Bool
    /// After the closing marks.
    var end: Int
    /// The first unit after the white space that follows.
    var next: Int
    var hasClosingQuote: Bool
    var hasSpace: Bool { next > end }
  }

  private mutating func readMark(at start: Int) -> Mark {
    let limit = range.upperBound
    var index = start
    var stops = 0
    var onlyStops = true
    var last = units[start]
    while index < limit, terminals[Int(units[index])] {
      last = units[index]
      if last == 0x2E { stops += 1 } else { onlyStops = false }
      index += 1
      // `! !` and `. . .` are one mark.
      let after = skipBlanks(index)
      if after > index, after < limit, terminals[Int(units[after])] { index = after }
    }
    var mark = Mark(
      start: start, last: last, isSingleStop: onlyStops && stops == 1,
      isEllipsis: (onlyStops && stops > 1) || last == 0x2026, end: index, next: index,
      hasClosingQuote: false)
    readClosers(into: &mark)
    mark.next = skipBlanks(mark.end)
    return mark
  }

  private mutating func readClosers(into mark: inout Mark) {
    let limit = range.upperBound
    var index = mark.end
    while index < limit {
      let unit = units[index]
      if isCloser(unit) || (unit == 0x22 && isStraightQuoteOpen) || unit == 0x27 || unit == 0x2019 {
        if unit == 0x22 { isStraightQuoteOpen = false }
        mark.hasClosingQuote = mark.hasClosingQuote || !Self.isBracket(unit)
        index += 1
      } else if CharacterClass.isBlank(unit) {
        let after = skipBlanks(index)
        guard after < limit, isSpacedCloser(units[after], at: after) else { break }
        index = after
      } else {
        break
      }
      mark.end = index
    }
  }

  private func isCloser(_ unit: UInt16) -> Bool {
    switch classes[Int(unit)] {
    case .close, .finalQuote: true
    default: unit == 0x201C && closesWithHighQuote
    }
  }

  /// Whether “ closes, as in German.
  private var closesWithHighQuote: Bool {
    tailoring.quotes.contains { $0.closing == "\u{201C}" }
  }

  /// A closing mark that white space stands before: `. »`, `. "` where a quote is open.
  private func isSpacedCloser(_ unit: UInt16, at index: Int) -> Bool {
    let isClosing =
      unit == 0xBB && !tailoring.quotes.contains { $0.opening == "\u{BB}" }
      || unit == 0x201D && !tailoring.quotes.contains { $0.opening == "\u{201D}" }
      || unit == 0x22 && isStraightQuoteOpen
    guard isClosing else { return false }
    let after = index + 1
    return after >= range.upperBound
      || !classes[Int(units[after])].isWordPart
  }

  private static func isBracket(_ unit: UInt16) -> Bool { unit == 0x29 || unit == 0x5D || unit == 0x7D }

  private func skipBlanks(_ index: Int) -> Int {
    var index = index
    while index < range.upperBound, CharacterClass.isWhite(units[index]) { index += 1 }
    return index
  }
}
