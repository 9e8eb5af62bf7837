// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A program that reads and writes files, waited for on a thread of its own.
///
/// Foundation's `Process` notices an end by a descriptor that programs started at the same moment inherit, and so may wait
/// for all of them; here the system tells the end, whatever is inherited, and only a few programs run at a time.
struct SpawnedProgram: Sendable {
  let path: String
  let arguments: [String]
  let environment: [String: String]
  let folder: String
  let input: String
  let output: String
  let errors: String
  /// Stands for the file of the output, if there is one.
  let outputDescriptor: Int32?

  /// How it ended.
  struct End: Sendable {
    let status: Int32
    let isSignalled: Bool
    /// How long it ran, without the wait for a place.
    let seconds: Double
  }

  private static let slots = Slots(max(4, 2 * ProcessInfo.processInfo.activeProcessorCount))

  /// Runs it to its end.
  func run() async throws -> End {
    await Self.slots.take()
    defer { Self.slots.give() }
    let begin = ContinuousClock.now
    let process = try start()
    return await withCheckedContinuation { done in
      Thread.detachNewThread {
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7F
        done.resume(
          returning: End(
            status: signal == 0 ? status >> 8 & 0xFF : signal, isSignalled: signal != 0,
            seconds: (ContinuousClock.now - begin) / .seconds(1)))
      }
    }
  }

  private func start() throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    if let outputDescriptor {
      unsafe posix_spawn_file_actions_adddup2(&actions, outputDescriptor, 1)
    } else {
      unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY, 0)
    }
    unsafe posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY, 0)
    let line = ["sh", "-c", "cd \"$0\" && exec \"$@\"", folder, path] + arguments
    let words = unsafe line.map { unsafe strdup($0) } + [nil]
    let variables = unsafe environment.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer { unsafe (words + variables).forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawn(&process, "/bin/sh", &actions, nil, words, variables)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
    return process
  }
}

/// A number of places; who finds none free waits for one without holding a thread.
private final class Slots: Sendable {
  private struct State {
    var free: Int
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>

  init(_ count: Int) { state = Mutex(State(free: count)) }

  func take() async {
    await withCheckedContinuation { place in
      let isFree = state.withLock { state in
        if state.free > 0 {
          state.free -= 1
          return true
        }
        state.waiting.append(place)
        return false
      }
      if isFree { place.resume() }
    }
  }

  func give() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      if state.waiting.isEmpty {
        state.free += 1
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.resume()
  }
}
