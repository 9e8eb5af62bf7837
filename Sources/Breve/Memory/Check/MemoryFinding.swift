// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Something doubtful in a unit of a memory, for a person to look at.
public struct MemoryFinding: Hashable, Sendable {
  /// What is doubtful.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Another unit has the same source and another target.
    case inconsistent
    /// The target is the source.
    case untranslated
    /// There is no translation, or nothing in it.
    case empty
    /// A number of one side is not on the other.
    case number
    /// A side is not in its language.
    case language
    /// Words of the source stand in the target.
    case leftover
    /// Tags or placeholders of one side are not on the other, or are not closed.
    case tag
    /// Characters that were read in a wrong encoding.
    case mojibake
    /// A side is much longer than sources and targets of this memory usually are.
    case length
    /// The sides begin or end with other white space, or with other marks.
    case ending
    /// Another unit has the same source and the same target.
    case duplicate
  }

  /// The number of the unit.
  public let unit: Int
  public let kind: Kind
  /// In plain words.
  public let message: String
  public let source: String?
  public let target: String?
}
