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

  /// Does it for one unit.
  ///
  /// - Parameters:
  ///   - kinds: What was found in the unit and is to be put right.
  ///   - id: The number of the unit.
  ///   - store: The memory.
  ///   - stamp: Who does it, and when.
  /// - Returns: What was done; nil if there was nothing to do.
  /// - Throws: ``StoreError`` if the memory cannot be changed.
  public static func fix(
    _ kinds: Set<MemoryFinding.Kind>, of id: Int, in store: MemoryStore, by stamp: Stamp
  ) throws(StoreError) -> Action? {
    let actions = Set(kinds.map(action))
    guard var unit = try store.units([id]).first else { return nil }
    if actions.contains(.remove) {
      try store.remove(id, by: stamp)
      return .remove
    }
    let before = unit
    if kinds.contains(.mojibake) { edit(&unit, Mojibake.mended) }
    if kinds.contains(.ending) { edit(&unit, EndingCheck.trimmed) }
    var done = Action.edit
    if actions.contains(.reject), unit.state != .rejected {
      unit.state = .rejected
      done = .reject
    }
    guard unit != before else { return nil }
    unit.changed = stamp
    try store.replace(with: unit, as: done == .reject ? .reviewed : .edited, by: stamp)
    return done
  }

  /// Changes the texts that hold no tags; the places of tags would no longer be right.
  private static func edit(_ unit: inout TranslationUnit, _ body: (String) -> String) {
    for place in unit.variants.indices where unit.variants[place].tags.isEmpty {
      unit.variants[place].text = body(unit.variants[place].text)
    }
  }
}
