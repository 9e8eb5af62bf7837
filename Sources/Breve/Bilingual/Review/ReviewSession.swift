// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveStore

/// The way of a reviewer through the sentences of bilingual briefs: where they are, what they decided, and the way back.
public struct ReviewSession {
  /// What was decided of a sentence.
  public enum Decision: String, Sendable, CaseIterable {
    case accepted, edited, rejected, skipped
  }

  /// A decision, and the unit of the memory that it changed; nil if it changed none.
  public struct Entry: Sendable {
    /// The place of the sentence, from 0.
    public let place: Int
    public let decision: Decision
    public let unit: Int?
    fileprivate let isChanged: Bool
  }

  public let items: [ReviewItem]
  /// In the order of the decisions; what was taken back is gone.
  public private(set) var entries: [Entry] = []
  private let memory: ReviewedMemory

  /// A session at the first sentence.
  public init(_ items: [ReviewItem], memory: ReviewedMemory) {
    self.items = items
    self.memory = memory
  }

  /// The place of the sentence that is looked at; that of none at the end.
  public var place: Int { entries.count }

  /// The sentence that is looked at; nil at the end.
  public var current: ReviewItem? { place < items.count ? items[place] : nil }

  /// Takes the English that is offered.
  ///
  /// - Returns: False if none is offered.
  /// - Throws: ``StoreError``.
  public mutating func accept() throws(StoreError) -> Bool {
    guard let item = current, let english = item.english else { return false }
    note(.accepted, try memory.accept(english, for: item))
    return true
  }

  /// Takes other English.
  ///
  /// - Parameter english: The English; that which is offered is accepted.
  /// - Throws: ``StoreError``.
  public mutating func edit(_ english: String) throws(StoreError) {
    guard let item = current else { return }
    let decision: Decision = english == item.english ? .accepted : .edited
    note(decision, try memory.accept(english, for: item))
  }

  /// Keeps that what is offered is wrong.
  ///
  /// - Returns: False if nothing is offered.
  /// - Throws: ``StoreError``.
  public mutating func reject() throws(StoreError) -> Bool {
    guard let item = current, let english = item.proposal else { return false }
    note(.rejected, try memory.reject(english, for: item))
    return true
  }

  /// Goes on to the next sentence.
  public mutating func skip() {
    guard current != nil else { return }
    entries.append(Entry(place: place, decision: .skipped, unit: nil, isChanged: false))
  }

  /// Takes the last decision back and goes back to its sentence.
  ///
  /// - Returns: What was taken back; nil if there is nothing.
  /// - Throws: ``StoreError``.
  public mutating func undo() throws(StoreError) -> Entry? {
    guard let last = entries.last else { return nil }
    if let unit = last.unit, last.isChanged { try memory.undo(unit) }
    entries.removeLast()
    return last
  }

  /// Ends the session: the indexes of the memory are brought up to date.
  public func finish() { memory.finish() }

  private mutating func note(_ decision: Decision, _ result: (unit: Int, isChanged: Bool)) {
    entries.append(
      Entry(
        place: place, decision: decision, unit: result.unit, isChanged: result.isChanged))
  }
}
