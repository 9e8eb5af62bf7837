// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory

/// How states of XLIFF and of units stand for one another; `Formats/xliff.md` has the table.
enum XLIFFState {
  /// The prefix of states that XLIFF 2.1 has no name for (`subState`).
  static let prefix = "breve:"

  /// The state of a segment of XLIFF 2.1.
  static func state(_ state: String?, subState: String?) -> UnitState {
    if let subState, subState.hasPrefix(prefix),
      let own = UnitState(rawValue: String(subState.dropFirst(prefix.utf8.count)))
    {
      return own
    }
    return switch state {
    case "initial": .draft
    case "reviewed": .reviewed
    case "final": .approved
    default: .imported
    }
  }

  /// The state, and perhaps the subState, that a unit gets in XLIFF 2.1.
  static func attributes(_ state: UnitState) -> (state: String, subState: String?) {
    switch state {
    case .draft: ("initial", nil)
    case .machine: ("initial", prefix + state.rawValue)
    case .rejected: ("initial", prefix + state.rawValue)
    case .imported: ("translated", nil)
    case .reviewed: ("reviewed", nil)
    case .approved: ("final", nil)
    }
  }

  /// The state of a target of XLIFF 1.2.
  static func state(
    _ state: String?, qualifier: String?, isApproved: Bool
  ) -> UnitState {
    if let qualifier {
      if qualifier.hasPrefix("rejected") { return .rejected }
      if qualifier == "leveraged-mt" || qualifier == "mt-suggestion" { return .machine }
    }
    if isApproved { return .approved }
    return switch state {
    case "final": .approved
    case "signed-off": .reviewed
    case nil, "translated": .imported
    default: .draft
    }
  }

  /// The state and the qualifier that a unit gets in XLIFF 1.2.
  static func attributes12(_ state: UnitState) -> (state: String, qualifier: String?) {
    switch state {
    case .draft: ("needs-translation", nil)
    case .machine: ("needs-review-translation", "leveraged-mt")
    case .rejected: ("needs-review-translation", "rejected-inaccurate")
    case .imported: ("translated", nil)
    case .reviewed: ("signed-off", nil)
    case .approved: ("final", nil)
    }
  }
}

/// The properties of units that keep what XLIFF says and Breve has no field for.
enum XLIFFProperty {
  static let file = "x-xliff-file"
  /// The number of the segment in its unit, from 0, where a unit has several.
  static let part = "x-xliff-part"

  /// A name for what only one version can take back.
  static func name(_ what: String, _ version: XLIFFVersion) -> String {
    "x-xliff\(version == .v2 ? "2" : "12")-\(what)"
  }
}
