// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Why an engine gave no English that can be used.
public struct EngineFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong.
  public enum Kind: Hashable, Sendable {
    /// It is not installed, or a part of it.
    case missing
    /// The system could start no process.
    case notStarted(Int)
    /// No answer within so many seconds.
    case timedOut(Int)
    case cancelled
    /// It ended with a status other than 0.
    case failed(Int)
    /// A signal ended it.
    case crashed(Int)
    /// So many lines, or segments, for so many.
    case wrongCount(Int, expected: Int)
    case notUTF8
    /// Nothing for a sentence that is not empty.
    case noAnswer
    /// More than any translation can be.
    case tooMuch
    /// It is not on this machine, and nothing may leave it.
    case refusedOffline(String)
    /// The English was rejected by a reviewer before.
    case rejected
  }

  public let kind: Kind
  /// The engine, as `pipe:marian-decoder …`.
  public let engine: String
  /// What it said itself, on one line; empty if nothing.
  public let detail: String

  /// A fault of `engine`.
  public init(_ kind: Kind, engine: String, detail: String = "") {
    self.kind = kind
    self.engine = engine
    self.detail = detail
  }

  /// What, why and what to do, as `engine 'apertium': …`.
  public var description: String {
    "engine '\(engine)': " + cause + (detail.isEmpty ? "" : "; it says: \(detail)")
  }

  private var cause: String {
    switch kind {
    case .missing: "it is not installed"
    case .notStarted(let number): "no process could be started (error \(number) of the system)"
    case .timedOut(let seconds):
      "no answer within \(seconds) s; give it more with --engine-timeout, or try the command alone"
    case .cancelled: "cancelled"
    case .failed(127): "the command was not found; check its name"
    case .failed(let status): "it ended with status \(status)"
    case .crashed(let signal): "it was ended by signal \(signal)"
    case .wrongCount(let count, let expected):
      "\(count) \(count == 1 ? "line" : "lines") for \(expected) \(expected == 1 ? "sentence" : "sentences"); "
        + "a pipe engine gives one line for each"
    case .notUTF8: "its answer is not UTF-8"
    case .noAnswer: "an empty answer"
    case .tooMuch: "it writes without end"
    case .refusedOffline(let host):
      "'\(host)' is not on this machine, and --offline is given; nothing was sent"
    case .rejected: "its English was rejected before"
    }
  }

  /// The same fault of the same engine, whatever the sentence; what a note is made of.
  public var isOfAll: Bool {
    switch kind {
    case .noAnswer, .rejected, .notUTF8: false
    default: true
    }
  }
}
