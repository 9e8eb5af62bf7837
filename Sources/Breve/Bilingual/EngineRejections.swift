// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
internal import BreveText

/// The English that reviewers rejected, by its French: it is not taken from an engine again.
public struct EngineRejections {
  private var rejected: [SegmentKey: Set<String>] = [:]
  private var stores: [StoredSegments] = []

  /// What was rejected in durable memories, and what is added.
  public init(stores: [StoredSegments] = []) { self.stores = stores }

  /// Adds a unit, if its state is rejected.
  public mutating func add(_ unit: TranslationUnit) {
    guard unit.state == .rejected, let source = unit.variant(.french),
      let target = unit.variant(.english)
    else { return }
    rejected[SegmentKey(source.text), default: []].insert(SegmentKey(target.text).text)
  }

  /// Whether `target` was rejected for `source`; spaces, apostrophes and quotation marks aside.
  public func contains(source: String, target: String) -> Bool {
    let key = SegmentKey(target).text
    if rejected[SegmentKey(source)]?.contains(key) == true { return true }
    return stores.contains { store in
      let found = (try? store.exactMatches(source, states: [.rejected])) ?? []
      return found.contains { SegmentKey($0.target).text == key }
    }
  }
}
