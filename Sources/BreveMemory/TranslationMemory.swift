// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A durable set of translation units with their history.
///
/// Small, so that another database can stand behind it. What is asked of it never waits for the network and is the same
/// for the same content; each call that changes something is kept for good, or not at all, when it returns.
///
/// - Note: Time and user come from the caller: a memory has no clock.
public protocol TranslationMemory: Sendable {
  /// What a call may throw.
  associatedtype Failure: Error

  /// The number of the last change: two memories of one file with the same number hold the same units.
  func generation() throws(Failure) -> Int

  /// The units with these ids, in that order; those that are not there are left out.
  func units(_ ids: [Int]) throws(Failure) -> [TranslationUnit]

  /// Gives units by ascending id, at most `limit` of them; fewer only at the end.
  func units(after id: Int, limit: Int) throws(Failure) -> [TranslationUnit]

  /// Adds a unit.
  ///
  /// - Returns: Its id; `unit.id` is not looked at.
  func add(_ unit: TranslationUnit, by stamp: Stamp) throws(Failure) -> Int

  /// Puts a unit in the place of the one with its id.
  func replace(
    with unit: TranslationUnit, as kind: UnitChange.Kind, by stamp: Stamp)
    throws(Failure)

  /// Removes a unit; its history stays.
  func remove(_ id: Int, by stamp: Stamp) throws(Failure)

  /// Takes the last change of a unit back that is not taken back yet.
  ///
  /// - Returns: What was done for it, itself a change; nil if there is nothing to take back.
  func undo(_ id: Int, by stamp: Stamp) throws(Failure) -> UnitChange?

  /// The changes of a unit, oldest first.
  func history(of id: Int) throws(Failure) -> [UnitChange]

  /// The changes after one, in order of time, at most `limit`: what an index has to catch up with.
  func changes(after generation: Int, limit: Int) throws(Failure) -> [UnitChange]
}
