// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory

extension MemorySearcher {
  /// The engines that made units of state machine.
  ///
  /// - Parameter matches: Units of other states are not looked up.
  /// - Returns: By the number of the unit; those of no known engine are left out.
  /// - Throws: ``StoreError`` if the memory cannot be read.
  public func engines(of matches: [MemoryMatch]) throws(StoreError) -> [Int: String] {
    let wanted = matches.filter { $0.state == .machine }.map(\.unit)
    guard !wanted.isEmpty else { return [:] }
    var engines: [Int: String] = [:]
    for unit in try memory.store.units(wanted) { engines[unit.id] = unit.engine }
    return engines
  }
}
