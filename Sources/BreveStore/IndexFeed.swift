// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveIndex
internal import BreveMemory
internal import Dispatch
internal import GRDB
internal import Synchronization

/// Builds the indexes of an import on a thread of its own, while the units go into the database.
///
/// What goes wrong with an index does not stop the import: it is built anew from the memory when it is needed.
final class IndexFeed: Sendable {
  private struct StaleIndex: Error {}

  private struct Entry: Sendable {
    let unit: UInt32
    let language: String
    let text: String
  }

  private struct State {
    var writers: [String: TokenIndexWriter] = [:]
    /// The state of the memory before the import, and the languages it has.
    var start: UInt64 = 0
    var known: Set<String> = []
    var hasFailed = false
  }

  private let keeper: IndexKeeper
  private let state = Mutex(State())
  private let pending = Mutex<[Entry]>([])
  private let queue = DispatchQueue(label: "index")
  /// Batches that may wait: the memory they take is bounded.
  private let room = DispatchSemaphore(value: 8)
  private static let batch = 2_048

  init(_ keeper: IndexKeeper) { self.keeper = keeper }

  /// Brings the indexes of the languages that are there already up to date.
  func begin(_ database: Database) throws {
    let languages = try UnitWriter.languages(database)
    let stamp = try IndexKeeper.stamp(database)
    var hasFailed = false
    for language in languages {
      do { try keeper.bringUpToDate(language, database) } catch { hasFailed = true }
    }
    state.withLock { [hasFailed] state in
      state.start = stamp
      state.hasFailed = hasFailed
      state.known = languages
    }
  }

  func put(_ id: Int, _ variant: Variant) {
    guard let unit = UInt32(exactly: id) else { return }
    let full = pending.withLock { pending -> [Entry] in
      pending.append(Entry(unit: unit, language: variant.language.tag, text: variant.text))
      guard pending.count >= Self.batch else { return [] }
      defer {
        pending = []
        pending.reserveCapacity(Self.batch)
      }
      return pending
    }
    if !full.isEmpty { send(full) }
  }

  /// Waits for what was put in, and makes it the state of `stamp`.
  func finish(stamp: UInt64) {
    send(pending.withLock { $0 })
    queue.sync {
      state.withLock { state in
        guard !state.hasFailed else { return }
        for language in state.known.sorted() where state.writers[language] == nil {
          guard let writer = try? keeper.writer(language, isNew: false),
            writer.stamp == state.start
          else { continue }
          state.writers[language] = writer
        }
        for (_, writer) in state.writers.sorted(by: { $0.key < $1.key }) {
          do { try writer.commit(stamp: stamp) } catch { return }
        }
      }
    }
  }

  private func send(_ entries: [Entry]) {
    room.wait()
    queue.async { [self] in
      take(entries)
      room.signal()
    }
  }

  private func take(_ entries: [Entry]) {
    state.withLock { state in
      for entry in entries where !state.hasFailed {
        do {
          if state.writers[entry.language] == nil {
            let writer = try keeper.writer(
              entry.language, isNew: !state.known.contains(entry.language))
            // Another program may have written meanwhile.
            if writer.stamp != 0, writer.stamp != state.start { throw StaleIndex() }
            state.writers[entry.language] = writer
          }
          try state.writers[entry.language]?.put(
            unit: entry.unit, text: entry.text.utf8Span.span)
        } catch { state.hasFailed = true }
      }
    }
  }
}
