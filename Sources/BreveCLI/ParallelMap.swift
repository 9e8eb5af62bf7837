// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Work shared out among threads; the results come in the order of the work, whoever did it.
enum ParallelMap {
  /// Gives out the numbers `0..<count`, each once.
  final class Queue: Sendable {
    private let count: Int
    private let next = Mutex(0)

    init(count: Int) { self.count = count }

    func take() -> Int? {
      next.withLock { next in
        guard next < count else { return nil }
        defer { next += 1 }
        return next
      }
    }
  }

  /// Runs `worker` on each thread: it takes numbers until there are none, and returns its results by number.
  static func results<Result: Sendable>(
    count: Int, jobs: Int, worker: @Sendable @escaping (Queue) -> [(Int, Result)]
  ) async -> [Result] {
    let queue = Queue(count: count)
    let workers = max(1, min(jobs, count))
    if workers == 1 { return worker(queue).sorted { $0.0 < $1.0 }.map(\.1) }
    return await withTaskGroup(of: [(Int, Result)].self) { group in
      for _ in 0..<workers { group.addTask { worker(queue) } }
      var all: [(Int, Result)] = []
      for await results in group { all += results }
      return all.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
