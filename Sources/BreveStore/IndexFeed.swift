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

  /// A writer that threads may pass on: one at a time has it.
  private final class Writer: Sendable {
    private let writer: Mutex<TokenIndexWriter>
    let stamp: UInt64

    init(_ language: String, isNew: Bool, _ keeper: IndexKeeper) throws {
      let made = try keeper.writer(language, isNew: isNew)
      stamp = made.stamp
      writer = Mutex(made)
    }

    func put(_ entry: Entry) throws {
      try writer.withLock { try $0.put(unit: entry.unit, text: entry.text.utf8Span.span) }
    }

    func commit(stamp: UInt64) { writer.withLock { try? $0.commit(stamp: stamp) } }
  }

  private struct State {
    var writers: [String: Writer] = [:]
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
          guard let writer = try? Writer(language, isNew: false, keeper),
            writer.stamp == state.start
          else { continue }
          state.writers[language] = writer
        }
        // One that fails stays behind, and is brought up to date by the next look-up.
        let writers = Array(state.writers.values)
        DispatchQueue.concurrentPerform(iterations: writers.count) {
          writers[$0].commit(stamp: stamp)
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
            let writer = try Writer(
              entry.language, isNew: !state.known.contains(entry.language), keeper)
            // Another program may have written meanwhile.
            if writer.stamp != 0, writer.stamp != state.start { throw StaleIndex() }
            state.writers[entry.language] = writer
          }
          try state.writers[entry.language]?.put(entry)
        } catch { state.hasFailed = true }
      }
    }
  }
}
