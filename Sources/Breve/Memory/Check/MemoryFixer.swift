// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
public import BreveStore
internal import BreveText

/// Puts right what was found in a memory, where that is asked for; each change can be taken back.
///
/// Characters read in a wrong encoding are put right, white space at the ends goes, units with nothing on a side and
/// duplicates are removed. What only a person can put right gets the state `rejected`, and is not offered any more.
public enum MemoryFixer {
  /// What is done for a finding of a kind.
  public enum Action: Hashable, Sendable { case edit, remove, reject }

  /// What is done.
  public static func action(_ kind: MemoryFinding.Kind) -> Action {
    switch kind {
    case .mojibake, .ending: .edit
    case .empty, .duplicate: .remove
    case .inconsistent, .untranslated, .number, .language, .leftover, .tag, .length: .reject
    }
  }

  /// Does it for units, many in one transaction.
  ///
  /// - Parameters:
  ///   - findings: What was found in units, by their numbers, and is to be put right.
  ///   - store: The memory.
  ///   - stamp: Who does it, and when.
  /// - Returns: How many units were changed.
  /// - Throws: ``StoreError`` if the memory cannot be changed.
  public static func fix(
    _ findings: [Int: Set<MemoryFinding.Kind>], in store: MemoryStore, by stamp: Stamp
  ) throws(StoreError) -> Int {
    var count = 0
    try store.change(
      findings.keys.sorted(), by: stamp, { edit(of: $0, for: findings[$0.id] ?? [], by: stamp) },
      done: { count += $0.count })
    return count
  }

  /// What is to be done with a unit.
  ///
  /// - Parameters:
  ///   - unit: The unit as it is.
  ///   - kinds: What was found in it and is to be put right.
  ///   - stamp: Who does it, and when.
  /// - Returns: Nil if there is nothing to do.
  public static func edit(
    of unit: TranslationUnit, for kinds: Set<MemoryFinding.Kind>, by stamp: Stamp
  ) -> MemoryStore.Edit? {
    let actions = Set(kinds.map(action))
    if actions.contains(.remove) { return .remove }
    var mended = unit
    if kinds.contains(.mojibake) { edit(&mended, Mojibake.mended) }
    if kinds.contains(.ending) { edit(&mended, EndingCheck.trimmed) }
    var isRejected = false
    if actions.contains(.reject), unit.state != .rejected {
      mended.state = .rejected
      isRejected = true
    }
    guard mended != unit else { return nil }
    mended.changed = stamp
    return .replace(mended, as: isRejected ? .reviewed : .edited)
  }

  /// Changes the texts that hold no tags; the places of tags would no longer be right.
  private static func edit(_ unit: inout TranslationUnit, _ body: (String) -> String) {
    for place in unit.variants.indices where unit.variants[place].tags.isEmpty {
      unit.variants[place].text = body(unit.variants[place].text)
    }
  }
}
