// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// What became of a file that was read entry by entry.
public struct ReadingReport: Hashable, Sendable {
  /// Something that people should know of a place of the file.
  public struct Remark: Hashable, Sendable, CustomStringConvertible {
    /// How bad it is.
    public enum Kind: Hashable, Sendable {
      /// An entry was passed over.
      case skipped
      /// A part of an entry was passed over or changed.
      case changed
      /// Nothing is lost.
      case note
    }

    public let kind: Kind
    /// From 1; nil where the whole file is meant.
    public let line: Int?
    /// Why, as `the unit has no segment`.
    public let reason: String

    public var description: String { line.map { "line \($0): \(reason)" } ?? reason }
  }

  /// As many remarks are kept; ``remarkCount`` goes on.
  public static let mostRemarks = 10_000

  /// How many entries were read.
  public private(set) var read = 0
  /// How many entries were passed over.
  public private(set) var skipped = 0
  /// In the order of the file.
  public private(set) var remarks: [Remark] = []
  /// How many remarks there were.
  public private(set) var remarkCount = 0

  /// A report of nothing.
  public init() {}

  package mutating func countRead(_ count: Int = 1) { read += count }

  package mutating func countSkipped(_ count: Int) { skipped += count }

  package mutating func skip(_ reason: String, line: Int?) {
    skipped += 1
    add(.skipped, reason, line: line)
  }

  package mutating func add(_ kind: Remark.Kind, _ reason: String, line: Int?) {
    remarkCount += 1
    if remarks.count < Self.mostRemarks {
      remarks.append(Remark(kind: kind, line: line, reason: reason))
    }
  }
}
