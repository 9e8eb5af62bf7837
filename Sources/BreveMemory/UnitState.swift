// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// How far the work on a translation unit has come.
///
/// Units of exchange files come in as ``imported``; a person makes the others.
public enum UnitState: String, CaseIterable, Hashable, Sendable {
  /// Begun by a person and not yet looked over.
  case draft
  /// Written by a machine and seen by no one.
  case machine
  /// Taken from an exchange file.
  case imported
  /// Looked over by a second person.
  case reviewed
  /// Released for use.
  case approved
  /// Found to be wrong: kept, and offered only where it is asked for.
  case rejected

  /// The number that stands for the state in a store and an index: the place among all, from 0.
  public var code: UInt8 {
    switch self {
    case .draft: 0
    case .machine: 1
    case .imported: 2
    case .reviewed: 3
    case .approved: 4
    case .rejected: 5
    }
  }

  /// The state with a ``code``; nil if there is none.
  public init?(code: UInt8) {
    guard Int(code) < Self.allCases.count else { return nil }
    self = Self.allCases[Int(code)]
  }
}
