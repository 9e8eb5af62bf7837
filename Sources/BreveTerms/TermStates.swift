// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The deterministic states of a ``TermAutomaton`` that texts have led to.
struct TermStates: Sendable {
  /// The nodes of each state but the root, which belongs to all.
  private var nodes: [[Int32]] = [[]]
  /// The forms that end at the states, those of one state together, and where those of each state end.
  private(set) var forms: [Int32] = []
  private var ends: [Int32] = [0]
  private var numbers = ListNumbers()
  private var classNumbers = ListNumbers()
  /// The elements of each class of words.
  private var classes: [[Int32]] = [[]]
  /// From the root, by class.
  private var first: [Int32] = [0]
  /// The marks of the elements that go on from the nodes of each state, and those of each class.
  ///
  /// Where they have none in common the class leads where it leads from the root, and that is nearly everywhere.
  private var nodeMarks: [UInt64] = [0]
  private var classMarks: [UInt64] = [0]
  private var transitions = NumberTable()

  /// More states than a glossary needs on any text; beyond, they are made anew.
  private static let most = 100_000

  /// The class of the words that stand for just these elements, which are ascending.
  mutating func classNumber(of elements: [Int32]) -> Int32 {
    let key = ListNumbers.key(elements)
    let known = classNumbers.number(of: elements, key, in: classes)
    if known >= 0 { return known }
    let number = Int32(classes.count)
    classNumbers.add(number, key)
    classes.append(elements)
    classMarks.append(elements.reduce(0) { $0 | TermAutomaton.mark($1) })
    first.append(-1)
    return number
  }

  /// Where the forms that end at a state stand in ``forms``.
  func formRange(_ state: Int32) -> Range<Int> {
    state == 0 ? 0..<0 : Int(ends[Int(state) - 1])..<Int(ends[Int(state)])
  }

  mutating func next(_ state: Int32, _ word: Int32, in automaton: TermAutomaton) -> Int32 {
    if word == 0 { return 0 }
    if nodeMarks[Int(state)] & classMarks[Int(word)] == 0 {
      let known = first[Int(word)]
      if known >= 0 { return known }
      let made = make(0, word, automaton)
      first[Int(word)] = made
      return made
    }
    let key = UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: word))
    let known = transitions[key]
    if known >= 0 { return known }
    let made = make(state, word, automaton)
    transitions[key] = made
    return made
  }

  /// Forgets the states if there are too many; to be asked between texts.
  mutating func trim() {
    guard nodes.count > Self.most || transitions.count > 4 * Self.most else { return }
    nodes = [[]]
    nodeMarks = [0]
    forms = []
    ends = [0]
    numbers = ListNumbers()
    transitions = NumberTable()
    first = [Int32](repeating: -1, count: classes.count)
    first[0] = 0
  }

  private mutating func make(_ state: Int32, _ word: Int32, _ automaton: TermAutomaton) -> Int32 {
    var reached: [Int32] = []
    let from = nodes[Int(state)]
    for element in classes[Int(word)] {
      let node = automaton.next(0, element)
      if node >= 0 { reached.append(node) }
      for node in from {
        let node = automaton.next(node, element)
        if node >= 0 { reached.append(node) }
      }
    }
    reached.sort()
    let key = ListNumbers.key(reached)
    let known = numbers.number(of: reached, key, in: nodes)
    if known >= 0 { return known }
    let number = Int32(nodes.count)
    numbers.add(number, key)
    nodes.append(reached)
    nodeMarks.append(reached.reduce(0) { $0 | automaton.marks[Int($1)] })
    for node in reached { automaton.appendForms(at: node, to: &forms) }
    ends.append(Int32(forms.count))
    return number
  }
}

/// The places of lists in an array of them, of which the first is empty.
private struct ListNumbers: Sendable {
  private var newest = NumberTable()
  /// For each list, the one before it with the same key; negative if there is none.
  private var others: [Int32] = []

  init() { add(0, Self.key([])) }

  static func key(_ list: [Int32]) -> UInt64 {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for number in list {
      key = (key ^ UInt64(UInt32(bitPattern: number))) &* 0x100_0000_01B3
      key ^= key >> 29
    }
    return key
  }

  /// The place of `list` in `lists`; negative if it is not there.
  func number(of list: [Int32], _ key: UInt64, in lists: [[Int32]]) -> Int32 {
    var number = newest[key]
    while number >= 0, lists[Int(number)] != list { number = others[Int(number)] }
    return number
  }

  /// Adds the list that comes next.
  mutating func add(_ number: Int32, _ key: UInt64) {
    others.append(newest[key])
    newest[key] = number
  }
}
