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

  /// The same by workers that stay from call to call and keep what they have learnt.
  ///
  /// - Parameters:
  ///   - count: How many numbers there are.
  ///   - workers: One a thread, each used by one thread at a time.
  ///   - work: What a worker makes of a number.
  /// - Returns: The results, by number.
  static func results<Worker: Sendable, Result: Sendable>(
    count: Int, workers: [Worker], work: @Sendable @escaping (Worker, Int) -> Result
  ) async -> [Result] {
    let queue = Queue(count: count)
    let workers = workers.prefix(max(1, count))
    if workers.count == 1 { return (0..<count).map { work(workers[0], $0) } }
    return await withTaskGroup(of: [(Int, Result)].self) { group in
      for worker in workers {
        group.addTask {
          var results: [(Int, Result)] = []
          while let number = queue.take() { results.append((number, work(worker, number))) }
          return results
        }
      }
      var all: [(Int, Result)] = []
      for await results in group { all += results }
      return all.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
