// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import CProcess

/// A command that is given all of its input and asked for all of its output.
///
/// It runs in a process group of its own, which is killed when time is up, when nobody wants the answer any more, when the
/// command has ended but left others behind, and when this process dies.
package enum ChildProcess {
  /// How a command ended.
  package enum Ending: Hashable, Sendable {
    case exited(Int)
    /// A signal that was not ours ended it.
    case signalled(Int)
    case timedOut
    case cancelled
    /// It wrote more than it may.
    case tooMuchOutput
  }

  /// What a command left.
  package struct Result: Sendable {
    package let ending: Ending
    package let output: [UInt8]
    /// The last of what it wrote to standard error.
    package let errors: [UInt8]
    /// From its start to its end.
    package let seconds: Double
  }

  /// Why there was no command: the number of the system's error.
  package struct Failure: Error, Hashable {
    package let number: Int
  }

  /// What is kept of standard error.
  private static let errorsKept = 4096

  /// Runs a command by the shell, and waits for its end.
  ///
  /// - Parameters:
  ///   - command: A line for `/bin/sh`.
  ///   - input: What it reads from standard input, which then ends. It may leave some unread.
  ///   - seconds: When it is killed.
  ///   - mostOutput: It is killed when it has written more.
  ///   - isCancelled: Asked some twenty times a second; the command is killed when it says yes.
  /// - Returns: Its output up to its end, however it ended.
  /// - Throws: ``Failure`` if the system has no process or file descriptor to spare.
  package static func run(
    _ command: String, input: [UInt8], seconds: Double, mostOutput: Int = 1 << 28,
    isCancelled: () -> Bool = { false }
  ) throws(Failure) -> Result {
    var process = bprocess()
    let number = unsafe bprocess_start(command, &process)
    guard number == 0 else { throw Failure(number: Int(number)) }
    let start = bprocess_clock()
    var streams = Streams(process: process, input: input)
    var ending: Ending?
    while !streams.isFinished {
      if bprocess_has_ended(process.pid) != 0 {
        // What it left behind may hold the output open for ever.
        bprocess_kill(process.pid)
        streams.closeInput()
      } else if isCancelled() {
        ending = .cancelled
      } else if bprocess_clock() - start > seconds {
        ending = .timedOut
      } else if streams.output.count > mostOutput {
        ending = .tooMuchOutput
      }
      if ending != nil { break }
      streams.exchange()
    }
    // Standard output is closed; the end is near, or else the time is up.
    var pause: Int32 = 1
    while ending == nil, bprocess_has_ended(process.pid) == 0 {
      if isCancelled() {
        ending = .cancelled
      } else if bprocess_clock() - start > seconds {
        ending = .timedOut
      } else {
        streams.drainErrors(milliseconds: pause)
        pause = min(pause * 2, 50)
      }
    }
    bprocess_kill(process.pid)
    let status = Int(bprocess_collect(process.pid))
    streams.close()
    return Result(
      ending: ending ?? (status < 256 ? .exited(status) : .signalled(status - 256)),
      output: streams.output, errors: streams.errors, seconds: bprocess_clock() - start)
  }

  /// The three streams of a child.
  private struct Streams {
    private let process: bprocess
    private let input: [UInt8]
    private var written = 0
    private var hasInput = true
    private var hasErrors = true
    private(set) var isFinished = false
    private(set) var output: [UInt8] = []
    private(set) var errors: [UInt8] = []
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    init(process: bprocess, input: [UInt8]) {
      self.process = process
      self.input = input
      if input.isEmpty { closeInput() }
    }

    mutating func closeInput() {
      if hasInput { bprocess_close(process.input) }
      hasInput = false
    }

    /// Waits a little for any of the three, and moves what can be moved.
    mutating func exchange() {
      bprocess_wait(
        hasInput ? process.input : -1, process.output, hasErrors ? process.errors : -1, 50)
      if hasInput {
        let count = unsafe input.withUnsafeBufferPointer { bytes in
          let rest = unsafe bytes[written...]
          return unsafe bprocess_write(
            process.input, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
        }
        if count < 0 { closeInput() } else { written += Int(count) }
        if written == input.count { closeInput() }
      }
      let count = read(process.output)
      if count < 0 { isFinished = true } else { output += buffer[..<count] }
      readErrors()
    }

    /// Takes what there is of standard error, after waiting for it a little.
    mutating func drainErrors(milliseconds: Int32) {
      bprocess_wait(-1, -1, hasErrors ? process.errors : -1, milliseconds)
      readErrors()
    }

    private mutating func readErrors() {
      guard hasErrors else { return }
      let count = read(process.errors)
      if count < 0 { hasErrors = false } else { errors += buffer[..<count] }
      if errors.count > 2 * errorsKept { errors.removeFirst(errors.count - errorsKept) }
    }

    private mutating func read(_ descriptor: Int32) -> Int {
      let size = buffer.count
      return unsafe buffer.withUnsafeMutableBufferPointer { bytes in
        Int(unsafe bprocess_read(descriptor, bytes.baseAddress, size))
      }
    }

    mutating func close() {
      var before = -1
      while hasErrors, errors.count != before {
        before = errors.count
        readErrors()
      }
      closeInput()
      for descriptor in [process.output, process.errors, process.life] {
        bprocess_close(descriptor)
      }
    }
  }
}
