// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Synchronization
internal import Testing

@testable internal import BreveEngines

@Suite("Batches of an engine")
struct EngineBatchesTests {
  private static let sentences = (0..<24).map { EngineSentence("Phrase \($0).") }

  /// Asks for all sentences, eight at a time, and gives what is wrong with each, and how often was asked.
  private func faults(
    _ batches: EngineBatches = EngineBatches(size: 8, limits: EngineLimits()),
    _ fault: @escaping @Sendable (_ request: Int, _ count: Int) -> EngineFault.Kind?
  ) async -> (kinds: [EngineFault.Kind?], requests: Int) {
    let requests = Mutex(0)
    let replies = await batches.replies(to: Self.sentences) {
      batch, _ throws(EngineFault) -> [EngineReply] in
      let number = requests.withLock {
        $0 += 1
        return $0 - 1
      }
      if let kind = fault(number, batch.count) { throw EngineFault(kind, engine: "test") }
      return batch.map { .success(EngineAnswer($0.text)) }
    }
    let kinds = replies.map { reply -> EngineFault.Kind? in
      if case .failure(let fault) = reply { fault.kind } else { nil }
    }
    return (kinds, requests.withLock { $0 })
  }

  @Test("Time that the halves of a batch used up is not that of the next batch")
  func halvesOutOfTime() async {
    let (kinds, requests) = await faults { number, count in
      number == 0 ? .wrongCount(7, expected: count) : number == 1 ? .timedOut(64) : nil
    }
    #expect(kinds == Array(repeating: .timedOut(64), count: 8) + Array(repeating: nil, count: 16))
    // The first batch, its first half, and the two others.
    #expect(requests == 4)
  }

  @Test("A half that was answered is kept where the time ends with the next")
  func answeredHalf() async {
    let (kinds, _) = await faults { number, count in
      number == 0 ? .wrongCount(7, expected: count) : number == 2 ? .timedOut(64) : nil
    }
    #expect(kinds.map { $0 == nil } == (0..<24).map { !(4..<8).contains($0) })
  }

  @Test("An engine whose halves take all the time of two batches without an answer is given up")
  func slowAndWrong() async {
    let (kinds, requests) = await faults { number, count in
      number % 2 == 0 ? .wrongCount(7, expected: count) : .timedOut(64)
    }
    #expect(kinds == Array(repeating: .timedOut(64), count: 24))
    #expect(requests == 4)
  }

  @Test("A whole batch out of time, or a server that is gone, is not asked again")
  func lasting() async {
    for kind in [EngineFault.Kind.timedOut(64), .unreachable] {
      let (kinds, requests) = await faults { number, _ in number == 1 ? kind : nil }
      #expect(kinds.map { $0 == nil } == (0..<24).map { $0 < 8 })
      #expect(requests == 2)
    }
  }

  @Test(
    "A command that is started anew for each batch is asked for the next, unless all is cancelled")
  func newEachTime() async {
    let batches = EngineBatches(size: 8, limits: EngineLimits(), isNewEachTime: true)
    for kind in [EngineFault.Kind.timedOut(64), .crashed(11), .failed(3)] {
      let (kinds, requests) = await faults(batches) { number, _ in number == 1 ? kind : nil }
      #expect(kinds.map { $0 == nil } == (0..<24).map { !(8..<16).contains($0) })
      #expect(requests == 3)
    }
    let (kinds, requests) = await faults(batches) { number, _ in number == 1 ? .cancelled : nil }
    #expect(kinds.map { $0 == nil } == (0..<24).map { $0 < 8 })
    #expect(requests == 2)
  }
}
