// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// One pass over a paragraph that decides, at each place where a sentence could end, whether one does.
///
/// The places are ICU's proposals, every sentence terminal, and the few places where a terminal was left out. What a
/// mark is stands in `+Marks`, what comes before it in `+Tokens`, what follows in `+Openings`, the rules in `+Rules`.
struct SentenceDecision {
  let tailoring: SentenceTailoring
  let units: [UInt16]
  let range: Range<Int>
  /// ICU's boundaries, relative to the start of `range`.
  let proposals: [Int32]
  let classes = CharacterClass.table
  let terminals = CharacterClass.terminals
  /// The first of `proposals` not yet passed.
  private var proposal = 0
  /// Where the sentence being read began.
  private(set) var sentenceBegin: Int
  /// Whether a straight double quote is open.
  var isStraightQuoteOpen = false
  /// How many straight double quotes stand in the sentence being read.
  var quotesInSentence = 0
  /// The list marker last read, to know the next one by.
  var lastMarker: ListMarker?
  /// Emoji before this place have been looked at.
  private var emojiRead = 0

  init(tailoring: SentenceTailoring, units: [UInt16], range: Range<Int>, proposals: [Int32]) {
    self.tailoring = tailoring
    self.units = units
    self.range = range
    self.proposals = proposals
    sentenceBegin = range.lowerBound
  }

  /// Appends every end but the last, which is the paragraph's.
  mutating func run(into ends: inout [Int]) {
    let isInteresting =
      tailoring.finalEndings.isEmpty ? Self.interesting : Self.interestingWithSpaces
    let end = range.upperBound
    var index = range.lowerBound
    readListMarker(at: index)
    while true {
      let countsLetters = countsLetters
      let units = units
      while index < end, !isInteresting[Int(units[index])],
        !(countsLetters && (0x61...0x7A).contains(units[index]))
      {
        index += 1
      }
      guard index < end else { break }
      let unit = units[index]
      if terminals[Int(unit)] || (tailoring.isTailored && isExtraTerminal(at: index)) {
        index = readAndDecide(at: index, into: &ends)
      } else {
        if tailoring.isTailored { readUnmarked(unit, at: index, into: &ends) }
        index += 1
      }
    }
    takeProposals(before: end, into: &ends)
  }

  /// Places where a sentence ends, or may, without a terminal.
  private mutating func readUnmarked(_ unit: UInt16, at index: Int, into ends: inout [Int]) {
    switch unit {
    case 0x22: readStraightQuote(at: index)
    case 0x3B:
      let next = skipBlanks(index + 1)
      if next > index + 1, next < range.upperBound, endsAtSemicolon(before: next) {
        close(at: next, into: &ends)
      }
    case 0x28, 0x30...0x39, 0x61...0x7A, 0x2043:
      if let marker = nextListMarker(at: index) {
        close(at: index, into: &ends)
        lastMarker = marker
      }
    case 0x20, 0xA0:
      if endsAtFinalEnding(at: index) { close(at: skipBlanks(index), into: &ends) }
    case 0xD800...0xDBFF, 0x2600...0x27BF:
      guard index >= emojiRead else { break }
      let (next, end) = endOfEmoji(at: index)
      emojiRead = end
      if let next { close(at: next, into: &ends) }
    default:
      if let marker = nextListMarker(at: index) {
        close(at: index, into: &ends)
        lastMarker = marker
      } else if tailoring.settings.mendsDroppedStops, isDroppedStop(at: index) {
        close(at: index, into: &ends)
      }
    }
  }

  /// Returns where to read on.
  private mutating func readAndDecide(at index: Int, into ends: inout [Int]) -> Int {
    let mark = readMark(at: index)
    takeProposals(before: mark.start, into: &ends)
    let isProposed = takeProposals(upTo: openersEnd(mark.next))
    guard mark.next < range.upperBound else { return mark.end }
    if decides(mark, proposed: isProposed) {
      close(at: mark.next, into: &ends)
      readListMarker(at: mark.next)
    }
    return mark.end
  }

  private mutating func close(at place: Int, into ends: inout [Int]) {
    guard place > sentenceBegin, place < range.upperBound else { return }
    ends.append(place)
    sentenceBegin = place
    quotesInSentence = 0
  }

  // MARK: ICU's proposals

  /// Whether ICU proposes a boundary up to `next`; passes those.
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

  /// After the opening marks at `index`: UAX #29 puts the boundary behind them.
  private func openersEnd(_ index: Int) -> Int {
    var end = index
    while end < range.upperBound, end - index < 8 {
      switch classes[Int(units[end])] {
      case .open, .initialQuote, .close, .finalQuote: end += 1
      case .punctuation where units[end] == 0x22 || units[end] == 0x27: end += 1
      case .space where end > index: end += 1
      default: return end
      }
    }
    return end
  }

  /// Whether a list counted by letters is being read.
  private var countsLetters: Bool { lastMarker?.isLetter ?? false }

  // MARK: What is looked at

  /// Terminals, `"`, `;`, `(`, `|`, digits, capitals, emoji: everything else is passed over.
  private static let interesting: [Bool] = {
    var table = CharacterClass.terminals
    for unit in table.indices where CharacterClass.table[unit] == .upper { table[unit] = true }
    for unit in [0x22, 0x28, 0x3A, 0x3B, 0x37E, 0x7C, 0x2043] { table[unit] = true }
    for unit in 0x30...0x39 { table[unit] = true }
    for unit in 0xD83C...0xD83E { table[unit] = true }
    for unit in 0x2600...0x27BF { table[unit] = true }
    return table
  }()

  private static let interestingWithSpaces: [Bool] = {
    var table = interesting
    table[0x20] = true
    table[0xA0] = true
    return table
  }()

  func skipBlanks(_ index: Int) -> Int {
    var index = index
    while index < range.upperBound,
      CharacterClass.isWhite(units[index]) || classes[Int(units[index])] == .format
    {
      index += 1
    }
    return index
  }
}
