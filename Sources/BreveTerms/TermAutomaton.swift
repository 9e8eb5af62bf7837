// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// One way of writing a term, at the end of its path in the automaton.
struct TermForm: Sendable {
  enum Kind: UInt8, Sendable { case noun, adjective, verb, name, acronym, other }

  /// The place of its pair in the glossary.
  let pair: Int
  let kind: Kind
  /// Tokens.
  let length: Int
  /// Whether it is one word: what stands around it then tells noun from verb.
  let isSingle: Bool
  /// The one word.
  let word: FoldedWord?
  let isVariant: Bool
  /// Whether one of its words must have a capital.
  let needsCapital: Bool
  /// Where the noun that must be in the plural stands in it.
  let pluralPlace: Int?
  /// `m` or `f`.
  let gender: UInt8?
  /// Whether its hyphens are no spaces (`peut-être`).
  let needsHyphens: Bool
  /// What must stand around it, for names that are common words too.
  let context: TermContext.Demand
}

/// All terms of a glossary as one automaton over the words that stand for theirs.
///
/// The terms are a trie over ``TermElement``. A word of a text stands for several elements at once (`portes` for those of
/// `porte` and `porter`), so that the automaton of Aho and Corasick is not deterministic; it is made so while texts are
/// read, a state at a time, by the one who reads (``TermStates``).
///
/// - Source: Aho and Corasick, "Efficient string matching", CACM 18 (1975); the subset construction on demand is that of
///   Cox, "Regular expression matching in the wild" (2010).
struct TermAutomaton: Sendable {
  private(set) var elements: [TermElement] = []
  private(set) var words: [FoldedWord] = []
  private var numbers: [TermElement: Int32] = [:]
  /// The node after a node and an element.
  private var edges: [UInt64: Int32] = [:]
  /// The forms that end at each node; 0 is the root.
  private(set) var forms: [[TermForm]] = [[]]

  /// The elements that a word may stand for, by its spellings.
  private(set) var byFolded = WordPostings()
  private(set) var byBare = WordPostings()
  private(set) var byStem = WordPostings()
  private(set) var byBeginning = WordPostings()
  private(set) var longestBeginning = 0

  mutating func insert(_ path: [TermElement], _ form: TermForm) {
    var node: Int32 = 0
    for element in path {
      let edge = Self.edge(node, number(of: element))
      if let next = edges[edge] {
        node = next
      } else {
        node = Int32(forms.count)
        edges[edge] = node
        forms.append([])
      }
    }
    forms[Int(node)].append(form)
  }

  /// Whether a path stands in it already and a form ends there.
  func contains(_ path: [TermElement]) -> Bool {
    var node: Int32 = 0
    for element in path {
      guard let number = numbers[element], let next = edges[Self.edge(node, number)] else {
        return false
      }
      node = next
    }
    return !forms[Int(node)].isEmpty
  }

  func next(_ node: Int32, _ element: Int32) -> Int32? { edges[Self.edge(node, element)] }

  private static func edge(_ node: Int32, _ element: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: element))
  }

  private mutating func number(of element: TermElement) -> Int32 {
    if let known = numbers[element] { return known }
    let number = Int32(elements.count)
    let word = FoldedWord(element.surface)
    numbers[element] = number
    elements.append(element)
    words.append(word)
    byFolded.add(number, WordKey(units: word.folded))
    byBare.add(number, WordKey(units: word.bare))
    for other in element.alternatives where Array(other.utf16) != word.folded {
      byFolded.add(number, WordKey(units: FoldedWord(other).folded))
    }
    switch element.mode {
    case .nominal, .head, .capitalHead: byStem.add(number, FrenchForms.stem(word.bare))
    case .verb:
      for beginning in FrenchForms.beginnings(ofVerb: word.bare) {
        longestBeginning = max(longestBeginning, beginning.count)
        byBeginning.add(number, WordKey(units: beginning))
      }
    default: break
    }
    return number
  }
}

/// Lists of numbers by the keys of words, all in one array.
struct WordPostings: Sendable {
  private var heads = WordTable<Int32>()
  private var items: [(number: Int32, next: Int32)] = []

  mutating func add(_ number: Int32, _ key: WordKey) {
    items.append((number, heads[key] ?? -1))
    heads[key] = Int32(items.count - 1)
  }

  /// Appends the numbers of a word, the last one added first.
  func append(_ key: WordKey, to numbers: inout [Int32]) {
    var place = heads[key] ?? -1
    while place >= 0 {
      let (number, next) = items[Int(place)]
      numbers.append(number)
      place = next
    }
  }
}

/// The deterministic states of a ``TermAutomaton`` that texts have led to.
struct TermStates {
  /// The nodes of each state but the root, which belongs to all.
  private var nodes: [[Int32]] = [[]]
  /// The nodes of each state at which forms end.
  private(set) var endings: [[Int32]] = [[]]
  private var numbers: [[Int32]: Int32] = [[]: 0]
  private var classNumbers: [[Int32]: Int32] = [[]: 0]
  /// The elements of each class of words.
  private var classes: [[Int32]] = [[]]
  /// From the root, by class.
  private var first: [Int32] = [0]
  private var transitions = WordTable<Int32>()

  /// More states than a glossary needs on any text; beyond, they are made anew.
  private static let most = 100_000

  /// The class of the words that stand for just these elements.
  mutating func classNumber(of elements: [Int32]) -> Int32 {
    if let known = classNumbers[elements] { return known }
    let number = Int32(classes.count)
    classNumbers[elements] = number
    classes.append(elements)
    first.append(-1)
    return number
  }

  mutating func next(_ state: Int32, _ word: Int32, in automaton: TermAutomaton) -> Int32 {
    if word == 0 { return 0 }
    if state == 0 {
      let known = first[Int(word)]
      if known >= 0 { return known }
      let made = make(state, word, automaton)
      first[Int(word)] = made
      return made
    }
    var key = WordKey()
    key.append(UInt16(truncatingIfNeeded: state))
    key.append(UInt16(truncatingIfNeeded: state >> 16))
    key.append(UInt16(truncatingIfNeeded: word))
    key.append(UInt16(truncatingIfNeeded: word >> 16))
    if let known = transitions[key] { return known }
    let made = make(state, word, automaton)
    transitions[key] = made
    return made
  }

  /// Forgets the states if there are too many; to be asked between texts.
  mutating func trim() {
    guard nodes.count > Self.most || transitions.count > 4 * Self.most else { return }
    nodes = [[]]
    endings = [[]]
    numbers = [[]: 0]
    transitions = WordTable()
    first = [Int32](repeating: -1, count: classes.count)
    first[0] = 0
  }

  private mutating func make(_ state: Int32, _ word: Int32, _ automaton: TermAutomaton) -> Int32 {
    var reached: [Int32] = []
    for element in classes[Int(word)] {
      if let node = automaton.next(0, element) { reached.append(node) }
      for node in nodes[Int(state)] {
        if let node = automaton.next(node, element) { reached.append(node) }
      }
    }
    reached.sort()
    if let known = numbers[reached] { return known }
    let number = Int32(nodes.count)
    numbers[reached] = number
    nodes.append(reached)
    endings.append(reached.filter { !automaton.forms[Int($0)].isEmpty })
    return number
  }
}
