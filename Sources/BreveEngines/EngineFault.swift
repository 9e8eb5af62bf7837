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
    /// So many answers for so many sentences.
    case wrongCount(Int, expected: Int)
    case notUTF8
    /// Nothing for a sentence that is not empty.
    case noAnswer
    /// More than any translation can be.
    case tooMuch
    /// What it gave is not in the form that it documents.
    case malformed
    /// No server answers there, or it breaks off.
    case unreachable
    /// The server answered with a status other than 200.
    case refused(Int)
    /// A call to another machine could not be written down, and was not made.
    case unlogged
    /// It is not on this machine, and nothing may leave it.
    case refusedOffline(String)
    /// It needs a key, in this variable of the environment.
    case noKey(String)
    /// The English was rejected by a reviewer before.
    case rejected
  }

  public let kind: Kind
  /// The engine, as `pipe:marian-decoder`.
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
      "\(count) \(count == 1 ? "answer" : "answers") for \(expected) "
        + "\(expected == 1 ? "sentence" : "sentences"), not one for each, so none is taken"
    case .notUTF8: "its answer is not UTF-8"
    case .noAnswer: "an empty answer"
    case .tooMuch: "it writes without end"
    case .malformed: "its answer is not in the form that its protocol has"
    case .unreachable: "no server answers there, or it breaks off"
    case .refused(429): "too many requests for it (429); try again later"
    case .refused(456): "the quota is used up (456)"
    case .refused(401), .refused(403):
      "it wants a key, or another one; see breve engines --help"
    case .refused(let status): "the server answers with status \(status)"
    case .unlogged: "the call could not be written to the log of calls, so it was not made"
    case .refusedOffline(let host):
      "'\(host)' is not on this machine, and --offline is given; nothing was sent"
    case .noKey(let variable): "it needs its key in the environment, as \(variable)"
    case .rejected: "its English was rejected before"
    }
  }

  /// Whether it is known before anything is asked.
  public var isRefusal: Bool {
    switch kind {
    case .refusedOffline, .noKey: true
    default: false
    }
  }
}
