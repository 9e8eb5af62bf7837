// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveTestSupport
internal import BreveText

/// Translation units that use every field, the same for the same seed.
struct RandomUnits {
  private var text: RandomText

  init(seed: UInt64) { text = RandomText(seed: seed) }

  mutating func units(_ count: Int) -> [TranslationUnit] { (0..<count).map { unit(line: $0) } }

  private mutating func unit(line: Int) -> TranslationUnit {
    let languages = ["fr", "en", "en-us", "de", "zh-hant-tw"].shuffled(using: &text.generator)
    var unit = TranslationUnit(
      languages.prefix(text.generator.number(in: 1..<5)).map { variant(Language($0)) },
      state: text.generator.one(of: UnitState.allCases), created: stamp(), changed: stamp())
    unit.line = line
    unit.project = maybe()
    unit.domain = maybe()
    unit.document = maybe()
    unit.previous = maybe()
    unit.next = maybe()
    unit.name = maybe()
    if text.generator.isOne(in: 3) {
      let start = text.generator.number(in: 0..<1_000)
      unit.range = start..<start + text.generator.number(in: 0..<100)
    }
    if text.generator.isOne(in: 2) { unit.sourceLanguage = Language("fr") }
    unit.notes = notes()
    unit.properties = properties()
    return unit
  }

  private mutating func variant(_ language: Language) -> Variant {
    var variant = Variant(
      language, words(), created: stamp(), changed: stamp(), notes: notes(),
      properties: properties())
    if text.generator.isOne(in: 2) { variant.tags = tags(in: variant.text) }
    return variant
  }

  /// Tags at growing places between the characters; highlights open and close in order.
  private mutating func tags(in words: String) -> [InlineTag] {
    let scalars = Array(words.unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + scalar.utf8.count) }
    let places = (0..<text.generator.number(in: 1..<8)).map { _ in
      text.generator.one(of: offsets)
    }.sorted()
    var tags: [InlineTag] = []
    var highlights = 0
    for place in places {
      var kind = text.generator.one(of: InlineTag.Kind.allCases)
      if kind == .highlightEnd, highlights == 0 { kind = .placeholder }
      var tag = InlineTag(kind, at: place)
      switch kind {
      case .begin, .end: tag.pair = text.generator.number(in: 1..<9)
      case .highlightBegin: highlights += 1
      case .highlightEnd: highlights -= 1
      default: break
      }
      if ![.end, .highlightEnd].contains(kind), text.generator.isOne(in: 2) {
        tag.match = text.generator.number(in: 0..<9)
      }
      if ![.end, .highlightEnd, .unknown].contains(kind) { tag.type = maybe() }
      if kind == .placeholder { tag.association = text.generator.one(of: [nil, "p", "f", "b"]) }
      if kind != .highlightBegin, kind != .highlightEnd { tag.code = code() }
      tags.append(tag)
    }
    for _ in 0..<highlights { tags.append(InlineTag(.highlightEnd, at: words.utf8.count)) }
    return tags
  }

  private mutating func code() -> String {
    text.generator.one(of: [
      "", "&lt;b&gt;", "{\\b ", "&lt;img alt=\"<sub type=\"alt\">le chat</sub>\"/&gt;",
      "&#13;&amp;é！",
      "<sub>a<ph x=\"1\">b</ph></sub>",
    ])
  }

  private mutating func properties() -> [UnitProperty] {
    let all = [
      UnitProperty("x-client", words()), UnitProperty("", words()),
      UnitProperty("@usagecount", "3"), UnitProperty("@datatype", "a<\"b\n"),
      UnitProperty("@unknown", "x"), UnitProperty("x-client", words(), language: Language("fr")),
    ]
    return all.filter { _ in text.generator.isOne(in: 4) }.sorted { one, other in
      // Attributes come first, as they do in a file.
      let ranks = [one, other].map { ["@usagecount", "@datatype"].firstIndex(of: $0.name) ?? 2 }
      return ranks[0] < ranks[1]
    }
  }

  private mutating func notes() -> [UnitNote] {
    (0..<text.generator.number(in: 0..<3)).map { _ in
      UnitNote(words(), language: text.generator.isOne(in: 2) ? Language("fr-fr") : nil)
    }
  }

  private mutating func stamp() -> Stamp {
    var stamp = Stamp()
    if text.generator.isOne(in: 2) {
      stamp.date = Moment(seconds: text.generator.number(in: 0..<4_000_000_000))
    }
    stamp.user = maybe()
    return stamp
  }

  private mutating func maybe() -> String? { text.generator.isOne(in: 2) ? words() : nil }

  /// Text without the characters that XML cannot hold; never empty.
  private mutating func words() -> String {
    let scalars = text.soup(6).unicodeScalars.filter {
      ($0.value >= 0x20 || [9, 10, 13].contains($0.value)) && ![0xFFFE, 0xFFFF].contains($0.value)
    }
    return "x" + String(String.UnicodeScalarView(scalars))
  }
}
