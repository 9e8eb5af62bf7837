// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
public import BreveStore
internal import BreveSystem
internal import BreveText

/// The memory that what a reviewer decides goes into; it is made with the first decision.
public final class ReviewedMemory {
  private let path: String
  private let name: String
  private let now: () -> Stamp
  private var opened: (memory: SearchableMemory, searcher: MemorySearcher)?
  /// Units that are told apart where many have the same text.
  private static let most = 200

  /// The memory at `path`.
  ///
  /// - Parameters:
  ///   - path: Its file, which need not be there.
  ///   - now: Who decides, and when.
  public init(path: String, now: @escaping () -> Stamp) {
    self.path = path
    self.now = now
    name = path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Keeps `english` as the reviewed English of a sentence.
  ///
  /// A unit of this memory that the English is from is brought up to date; what it was stays in its history. Where it
  /// stands between other sentences, or is of another memory, a new unit is added.
  /// - Parameters:
  ///   - english: The English, as it was offered or as it was edited.
  ///   - item: The sentence.
  /// - Returns: The number of the unit, and whether anything had to be changed.
  /// - Throws: ``StoreError``.
  public func accept(
    _ english: String, for item: ReviewItem
  ) throws(StoreError) -> (unit: Int, isChanged: Bool) {
    let (memory, searcher) = try open()
    let known = try units(of: item, searcher, memory.store)
    guard var unit = Self.unit(toAccept: english, for: item, among: known, named: name) else {
      return (try memory.store.add(self.unit(english, for: item, .reviewed), by: now()), true)
    }
    let before = unit
    unit.set(english, in: .english)
    if unit.state != .approved || unit != before { unit.state = .reviewed }
    unit.takePlace(of: item)
    guard unit != before else { return (unit.id, false) }
    let stamp = now()
    unit.changed = stamp
    let isEdited = unit.variant(.english)?.text != before.variant(.english)?.text
    try memory.store.replace(with: unit, as: isEdited ? .edited : .reviewed, by: stamp)
    return (unit.id, true)
  }

  /// Keeps that `english` is no English of a sentence: it is not offered again.
  ///
  /// - Parameters:
  ///   - english: The English that was offered.
  ///   - item: The sentence.
  /// - Returns: The number of the unit, and whether anything had to be changed.
  /// - Throws: ``StoreError``.
  public func reject(
    _ english: String, for item: ReviewItem
  ) throws(StoreError) -> (unit: Int, isChanged: Bool) {
    let (memory, searcher) = try open()
    let wanted = SegmentKey(english)
    let same = try units(of: item, searcher, memory.store).filter {
      $0.variant(.english).map { SegmentKey($0.text) } == wanted
    }
    guard var unit = same.first(where: { $0.state == .rejected }) ?? same.first else {
      return (try memory.store.add(self.unit(english, for: item, .rejected), by: now()), true)
    }
    guard unit.state != .rejected else { return (unit.id, false) }
    let stamp = now()
    unit.state = .rejected
    unit.changed = stamp
    try memory.store.replace(with: unit, as: .reviewed, by: stamp)
    return (unit.id, true)
  }

  /// The units of the memory whose French is that of a sentence, in any state; a memory that is not there is not made.
  func known(for item: ReviewItem) throws(StoreError) -> [TranslationUnit] {
    if opened == nil, SystemFile.kind(path) == .missing { return [] }
    let (memory, searcher) = try open()
    return try units(of: item, searcher, memory.store)
  }

  /// What a unit of the memory is called in a ``ReviewItem``.
  func reference(to unit: TranslationUnit) -> UnitReference {
    UnitReference(name: String(unit.id), memory: name)
  }

  /// Takes the last change of a unit back.
  ///
  /// - Parameter unit: Its number.
  /// - Throws: ``StoreError``.
  public func undo(_ unit: Int) throws(StoreError) {
    _ = try open().memory.store.undo(unit, by: now())
  }

  /// Writes down in the indexes what was changed.
  public func finish() { opened?.memory.updateIndexesIfPossible() }

  // MARK: Units

  private func open() throws(StoreError) -> (memory: SearchableMemory, searcher: MemorySearcher) {
    if let opened { return opened }
    let memory = try SearchableMemory(path: path, .create)
    let both = (memory, MemorySearcher(memory))
    opened = both
    return both
  }

  /// The units whose French is that of the sentence, in any state.
  private func units(
    of item: ReviewItem, _ searcher: MemorySearcher, _ store: MemoryStore
  ) throws(StoreError) -> [TranslationUnit] {
    var request = MemoryRequest(minimum: .exact, limit: Self.most, states: Set(UnitState.allCases))
    request.source = item.language
    let key = SegmentKey(item.source)
    let matches = try searcher.matches(for: item.source, request)
    return try store.units(matches.filter { SegmentKey($0.source) == key }.map(\.unit))
  }

  /// The unit that becomes the reviewed one: that of the English offered, or one that says the same.
  private static func unit(
    toAccept english: String, for item: ReviewItem, among units: [TranslationUnit],
    named memory: String
  ) -> TranslationUnit? {
    let wanted = SegmentKey(english)
    let same = units.filter { $0.variant(.english).map { SegmentKey($0.text) } == wanted }
    if let rejected = same.first(where: { $0.state == .rejected }) { return rejected }
    if let here = same.first(where: { $0.isAtPlace(of: item) }) { return here }
    guard let reference = item.unit, reference.memory == memory, let offered = item.english,
      item.label != .memoryRepaired
    else { return nil }
    return units.first {
      String($0.id) == reference.name && $0.variant(.english)?.text == offered
        && $0.isAtPlace(of: item)
    }
  }

  private func unit(_ english: String, for item: ReviewItem, _ state: UnitState) -> TranslationUnit
  {
    let stamp = now()
    var unit = TranslationUnit(
      [Variant(item.language, item.source), Variant(.english, english)], state: state,
      created: stamp, changed: stamp)
    unit.sourceLanguage = item.language
    unit.takePlace(of: item)
    return unit
  }
}

extension TranslationUnit {
  /// Whether it knows no neighbours, or those of the sentence.
  func isAtPlace(of item: ReviewItem) -> Bool {
    if previous == nil, next == nil { return true }
    if item.previous == nil, item.next == nil { return true }
    return previous.map { SegmentKey($0) } == item.previous.map { SegmentKey($0) }
      && next.map { SegmentKey($0) } == item.next.map { SegmentKey($0) }
  }

  /// Takes neighbours and document of the sentence, where it has none.
  fileprivate mutating func takePlace(of item: ReviewItem) {
    if previous == nil, next == nil { (previous, next) = (item.previous, item.next) }
    if document == nil { (document, range) = (item.document, item.range) }
  }

  /// Gives the variant of a language another text; its tags, which stand at places of the old one, go.
  fileprivate mutating func set(_ text: String, in language: Language) {
    let chosen = variant(language)?.language
    guard let place = variants.firstIndex(where: { $0.language == chosen }) else {
      variants.append(Variant(language, text))
      return
    }
    guard variants[place].text != text else { return }
    variants[place].text = text
    variants[place].tags = []
  }
}
