// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory

extension MemoryStore {
  /// What becomes of a unit.
  public enum Edit: Hashable, Sendable {
    /// It is removed; its history stays.
    case remove
    /// Another takes its place; the number is that of the old one.
    case replace(TranslationUnit, as: UnitChange.Kind)
  }

  /// So many units are changed in one transaction.
  package static let batch = 1_000

  /// Changes many units, a thousand in one transaction: much quicker than one by one.
  ///
  /// Each change has its own line in the history and can be taken back by itself. A process that is killed loses nothing
  /// that `done` was told of.
  ///
  /// - Parameters:
  ///   - ids: The numbers of the units; those that are not there are passed over.
  ///   - stamp: Who does it, and when.
  ///   - edit: Is given each unit as it is now, and says what becomes of it; nil leaves it.
  ///   - done: Is told which units were changed, once that is on the disk.
  /// - Throws: ``StoreError``; what `done` was told of before stays changed.
  public func change(
    _ ids: [Int], by stamp: Stamp, _ edit: (TranslationUnit) -> Edit?,
    done: ([Int]) -> Void = { _ in }
  ) throws(StoreError) {
    var start = 0
    while start < ids.count {
      let batch = ids[start..<min(ids.count, start + Self.batch)]
      let changed = try write { writer in
        var changed: [Int] = []
        for id in batch {
          guard let unit = try UnitReader.unit(id, writer.database), let edit = edit(unit) else {
            continue
          }
          switch edit {
          case .remove: try writer.replace(unit, with: nil, as: .removed, stamp)
          case .replace(let other, let kind):
            try writer.replace(unit, with: other, as: kind, stamp)
          }
          changed.append(id)
        }
        return changed
      }
      if !changed.isEmpty { done(changed) }
      start += batch.count
    }
  }
}
