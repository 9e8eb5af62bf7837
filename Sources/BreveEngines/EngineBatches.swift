// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Asks an engine batch after batch, and again in halves where an answer cannot be laid to its sentences.
///
/// An engine that loses or makes up a line spoils a whole batch: which English belongs to which French is no longer known, so
/// none of it is taken. Halves are asked until each is answered whole or is one sentence; what is got so carries the fault
/// that it was got after. The time for a batch holds for all of its parts, and for no other batch.
struct EngineBatches {
  /// The most sentences of a batch.
  let size: Int
  let limits: EngineLimits
  /// Whether the fault of one batch says nothing of the next.
  var isNewEachTime = false

  /// Sentences of one request and when to give up; as many replies as sentences.
  typealias Question = ([EngineSentence], EngineDeadline) async throws(EngineFault) -> [EngineReply]

  /// So many sentences asked alone, or batches out of time in halves, without one answer in the whole call, and the engine
  /// is given up.
  private static let mostFailures = 2

  /// What all batches of one call know.
  private struct Course {
    /// Why the rest is not asked for any more.
    var lasting: EngineFault?
    var hasAnswer = false
    private var failures = 0

    /// Notes that a sentence asked alone got no answer, or that the time of a batch ended with its halves.
    mutating func count(_ fault: EngineFault) {
      failures += 1
      if !hasAnswer, failures >= EngineBatches.mostFailures { lasting = fault }
    }
  }

  /// The replies to all sentences.
  ///
  /// - Parameters:
  ///   - sentences: Any number.
  ///   - ask: Asks for some of them in one go.
  /// - Returns: As many replies as sentences.
  func replies(to sentences: [EngineSentence], ask: Question) async -> [EngineReply] {
    var replies: [EngineReply] = []
    var course = Course()
    for start in stride(from: 0, to: sentences.count, by: max(1, size)) {
      let batch = Array(sentences[start..<min(start + max(1, size), sentences.count)])
      if let lasting = course.lasting {
        replies += batch.map { _ in .failure(lasting) }
      } else {
        replies += await self.replies(toBatch: batch, &course, ask)
      }
    }
    return replies
  }

  private func replies(
    toBatch batch: [EngineSentence], _ course: inout Course, _ ask: Question
  ) async -> [EngineReply] {
    let deadline = EngineDeadline(seconds: limits.seconds(for: batch.count))
    let first: EngineFault
    do {
      let replies = try await ask(batch, deadline)
      course.hasAnswer = true
      return replies
    } catch {
      first = error
    }
    if isLasting(first) {
      course.lasting = first
    } else if first.isOfItsBatch, batch.count == 1 {
      course.count(first)
    }
    var replies: [EngineReply] = batch.map { _ in .failure(first) }
    guard first.isOfItsBatch, batch.count > 1 else { return replies }
    var parts = Self.halves(of: batch.indices)
    var isAnswered = false
    while let part = parts.popLast() {
      do throws(EngineFault) {
        if let lasting = course.lasting { throw lasting }
        let given = try await ask(Array(batch[part]), deadline)
        replies.replaceSubrange(part, with: given.map { $0.map { $0.got(after: first) } })
        (isAnswered, course.hasAnswer) = (true, true)
      } catch {
        replies.replaceSubrange(part, with: part.map { _ in .failure(error) })
        if course.lasting != nil { continue }
        if case .timedOut = error.kind {
          // What the batch had of time is used up; the next one has its own.
          for part in parts {
            replies.replaceSubrange(part, with: part.map { _ in .failure(error) })
          }
          parts = []
          course.count(error)
        } else if isLasting(error) {
          course.lasting = error
        } else if error.isOfItsBatch, part.count > 1 {
          parts += Self.halves(of: part)
        } else if error.isOfItsBatch {
          course.count(first)
        }
      }
    }
    // Where all failed alike, what was wrong with all of them says it best.
    let isOther = replies.contains {
      if case .failure(let fault) = $0 { !fault.isOfItsBatch } else { false }
    }
    return isAnswered || isOther ? replies : batch.map { _ in .failure(first) }
  }

  /// Whether all that follows would fail like this.
  private func isLasting(_ fault: EngineFault) -> Bool {
    !fault.isOfItsBatch && (!isNewEachTime || fault.kind == .cancelled)
  }

  /// The halves of a range, the first one last.
  private static func halves(of range: Range<Int>) -> [Range<Int>] {
    let middle = range.lowerBound + range.count / 2
    return [middle..<range.upperBound, range.lowerBound..<middle]
  }
}

extension EngineFault {
  /// Whether it may be due to one sentence of a batch: other sentences may be answered rightly.
  fileprivate var isOfItsBatch: Bool {
    switch kind {
    case .wrongCount, .malformed: true
    default: false
    }
  }
}

/// A moment after which an engine is not waited for.
struct EngineDeadline: Sendable {
  /// The seconds that there were at first.
  let seconds: Double
  private let end: ContinuousClock.Instant

  /// A moment so many seconds from now.
  init(seconds: Double) {
    self.seconds = seconds
    end = .now + .seconds(seconds)
  }

  /// Seconds to it, never none.
  var left: Double {
    let rest = ContinuousClock.now.duration(to: end)
    return max(0.05, Double(rest.components.seconds) + Double(rest.components.attoseconds) / 1e18)
  }
}
