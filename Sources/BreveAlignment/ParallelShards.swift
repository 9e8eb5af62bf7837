// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Dispatch
internal import Synchronization

/// Work in shards of fixed size, done by so many threads; the results come in the order of the shards.
package enum ParallelShards {
  private final class Results<Value: Sendable>: Sendable {
    let values: Mutex<[Value?]>
    private let next = Mutex(0)

    init(_ count: Int) { values = Mutex([Value?](repeating: nil, count: count)) }

    func take(_ count: Int) -> Int? {
      next.withLock { next in
        guard next < count else { return nil }
        defer { next += 1 }
        return next
      }
    }
  }

  /// What `work` makes of each number below `count`.
  package static func map<Value: Sendable>(
    _ count: Int, threads: Int, _ work: @Sendable (Int) -> Value
  ) -> [Value] {
    let results = Results<Value>(count)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
      while let number = results.take(count) {
        let value = work(number)
        results.values.withLock { $0[number] = value }
      }
    }
    return results.values.withLock { $0.compactMap { $0 } }
  }
}
