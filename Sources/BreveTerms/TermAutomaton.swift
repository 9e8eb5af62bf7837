// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU
internal import BreveText

/// One way of writing a term, at the end of its path in the automaton.
struct TermForm: Sendable {
  enum Kind: UInt8, Sendable { case noun, adjective, verb, name, acronym, other }

  /// The place of its pair in the glossary.
  let pair: Int32
  /// The same number for all pairs of one concept.
  let concept: Int32
  /// The number of its first element; all of it, if it is single.
  let element: Int32
  /// Tokens.
  let length: Int
  let kind: Kind
  /// The place of its status among the statuses, best first.
  let rank: UInt8
  /// Whether it is one word: what stands around it then tells noun from verb.
  let isSingle: Bool
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
  /// What finds forms, where the language is not French.
  let stems: TermStems?
  private(set) var elements: [TermElement] = []
  private(set) var words: [FoldedWord] = []
  /// The elements by their words and modes.
  private var numbers = NumberTable()
  /// The node after a node and an element.
  private var edges = NumberTable()
  /// All forms, and for each the next one that ends at the same node; negative for the last.
  private(set) var forms: [TermForm] = []
  private var nextForms: [Int32] = []
  /// The first and the last form that ends at each node, negative where none ends.
  ///
  /// 0 is the root.
  private var firstForms: [Int32] = [-1]
  private var lastForms: [Int32] = [-1]
  /// The marks of the elements that go on from each node.
  private(set) var marks: [UInt64] = [0]

  /// The elements that a word may stand for, by its spellings.
  private(set) var byFolded = WordPostings()
  private(set) var byBare = WordPostings()
  private(set) var byStem = WordPostings()
  private(set) var byBeginning = WordPostings()
  private(set) var longestBeginning = 0

  init(stems: TermStems?) { self.stems = stems }

  /// Adds a form at the end of the path of `numbers`, the numbers of its elements.
  mutating func insert(_ numbers: [Int32], _ form: TermForm) {
    var node: Int32 = 0
    for number in numbers {
      let edge = Self.edge(node, number)
      var next = edges[edge]
      if next >= 0 {
        node = next
      } else {
        next = Int32(firstForms.count)
        edges[edge] = next
        marks[Int(node)] |= Self.mark(number)
        node = next
        firstForms.append(-1)
        lastForms.append(-1)
        marks.append(0)
      }
    }
    let number = Int32(forms.count)
    forms.append(form)
    nextForms.append(-1)
    if firstForms[Int(node)] < 0 {
      firstForms[Int(node)] = number
    } else {
      nextForms[Int(lastForms[Int(node)])] = number
    }
    lastForms[Int(node)] = number
  }

  /// Appends the forms that end at `node`, in the order they were added in.
  func appendForms(at node: Int32, to numbers: inout [Int32]) {
    var form = firstForms[Int(node)]
    while form >= 0 {
      numbers.append(form)
      form = nextForms[Int(form)]
    }
  }

  /// The node after `node` and `element`; negative if there is none.
  func next(_ node: Int32, _ element: Int32) -> Int32 { edges[Self.edge(node, element)] }

  /// One bit of 64, by which elements are told apart as a rule.
  static func mark(_ element: Int32) -> UInt64 {
    1 &<< ((UInt64(UInt32(bitPattern: element)) &* 0x9E37_79B9_7F4A_7C15) &>> 58)
  }

  private static func edge(_ node: Int32, _ element: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: element))
  }

  /// The number of an element, which is added if it is new.
  mutating func number(of element: TermElement) -> Int32 {
    var key = WordKey(units: element.surface)
    // No word holds it.
    key.append(0xF000 | UInt16(element.mode.rawValue))
    let known = numbers[key.value]
    if known >= 0 { return known }
    let number = Int32(elements.count)
    let word = FoldedWord(element.surface)
    numbers[key.value] = number
    elements.append(element)
    words.append(word)
    byFolded.add(number, WordKey(units: word.folded))
    byBare.add(number, WordKey(units: word.bare))
    for other in element.alternatives where Array(utf16: other) != word.folded {
      byFolded.add(number, WordKey(units: FoldedWord(other).folded))
    }
    switch element.mode {
    case .nominal, .head, .capitalHead: byStem.add(number, FrenchForms.stem(word.bare))
    case .stemmed, .capitalStemmed:
      if let stems { byStem.add(number, stems.key(word)) }
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
  private var heads = NumberTable()
  private var items: [(number: Int32, next: Int32)] = []
  /// A bit for each key that is there, which most others lack: small enough to be at hand.
  private var marks = [UInt64](repeating: 0, count: 1 << 10)

  mutating func add(_ number: Int32, _ key: WordKey) {
    let (place, mark) = Self.mark(key)
    marks[place] |= mark
    items.append((number, heads[key.value]))
    heads[key.value] = Int32(items.count - 1)
  }

  /// Appends the numbers of a word, the last one added first.
  func append(_ key: WordKey, to numbers: inout [Int32]) {
    let (markPlace, mark) = Self.mark(key)
    if marks[markPlace] & mark == 0 { return }
    var place = heads[key.value]
    while place >= 0 {
      let (number, next) = items[Int(place)]
      numbers.append(number)
      place = next
    }
  }

  private static func mark(_ key: WordKey) -> (place: Int, mark: UInt64) {
    let hash = key.value &* 0x9E37_79B9_7F4A_7C15
    return (Int(truncatingIfNeeded: hash &>> 54), 1 &<< (hash &>> 48))
  }
}
