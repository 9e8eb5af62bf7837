// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// One step in the history of a unit.
public struct UnitChange: Hashable, Sendable {
  /// What was done.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case added
    case edited
    /// The state was changed, and nothing else.
    case reviewed
    case removed
    /// An earlier change was taken back.
    case undone
    /// An import brought news of a unit that was there.
    case updated
  }

  /// The number of the change in its memory, from 1, in order of time.
  public let number: Int
  /// The unit that was changed.
  public let unit: Int
  public let kind: Kind
  /// Who did it, and when.
  public let stamp: Stamp
  /// The unit as it was before; nil if there was none.
  public let before: TranslationUnit?
  /// The unit as it is after; nil if it is removed.
  public let after: TranslationUnit?

  /// A step.
  public init(
    number: Int, unit: Int, kind: Kind, stamp: Stamp, before: TranslationUnit?,
    after: TranslationUnit?
  ) {
    self.number = number
    self.unit = unit
    self.kind = kind
    self.stamp = stamp
    self.before = before
    self.after = after
  }
}
