// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveTerms

/// What a file of terms holds, whatever its form.
public struct GlossaryReading: Hashable, Sendable {
  /// The pairs, in the order of the file.
  public var glossary: Glossary
  /// For each pair, the line where its entry begins.
  public var lines: [Int]
  /// What was read and passed over; `read` counts the pairs.
  public var report: ReadingReport
  /// The form that was found, as `TBX v3 (TBX-Basic, dca)`.
  public var form: String
  /// The languages that the file holds terms of, as they are written, in their order.
  public var languages: [String]
}
