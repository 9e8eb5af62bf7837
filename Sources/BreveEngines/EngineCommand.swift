// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveSystem
internal import Dispatch
internal import Synchronization

/// Runs the commands of engines without holding up other tasks.
struct EngineCommand: Sendable {
  /// A line for the shell.
  let command: String
  /// The engine that faults are told of.
  let engine: String

  /// What the command makes of `input`, as text.
  ///
  /// - Parameters:
  ///   - input: Its standard input.
  ///   - deadline: When it is killed.
  /// - Returns: All of its standard output.
  /// - Throws: ``EngineFault`` if it is cancelled, ends badly, or writes anything but UTF-8.
  func output(of input: String, within deadline: EngineDeadline) async throws(EngineFault) -> String
  {
    let result: ChildProcess.Result
    switch await run(Array(input.utf8), deadline.left) {
    case .success(let done): result = done
    case .failure(let failure): throw EngineFault(.notStarted(failure.number), engine: engine)
    }
    let detail = Self.lastWords(result.errors)
    switch result.ending {
    case .exited(0): break
    case .exited(let status): throw EngineFault(.failed(status), engine: engine, detail: detail)
    case .signalled(let signal): throw EngineFault(.crashed(signal), engine: engine, detail: detail)
    case .timedOut:
      let seconds = Int(deadline.seconds.rounded(.up))
      throw EngineFault(.timedOut(seconds), engine: engine, detail: detail)
    case .cancelled: throw EngineFault(.cancelled, engine: engine)
    case .tooMuchOutput: throw EngineFault(.tooMuch, engine: engine, detail: detail)
    }
    guard let text = String(validating: result.output, as: UTF8.self) else {
      throw EngineFault(.notUTF8, engine: engine, detail: detail)
    }
    return text
  }

  private func run(
    _ input: [UInt8], _ seconds: Double
  ) async -> Result<ChildProcess.Result, ChildProcess.Failure> {
    let flag = Flag()
    let command = command
    // A translation is no hundred times longer than its source.
    let most = 1 << 20 + 100 * input.count
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        DispatchQueue.global().async {
          do throws(ChildProcess.Failure) {
            let result = try ChildProcess.run(
              command, input: input, seconds: seconds, mostOutput: most,
              isCancelled: { flag.isUp.load(ordering: .relaxed) })
            continuation.resume(returning: .success(result))
          } catch {
            continuation.resume(returning: .failure(error))
          }
        }
      }
    } onCancel: {
      flag.isUp.store(true, ordering: .relaxed)
    }
  }

  private final class Flag: Sendable {
    let isUp = Atomic(false)
  }

  /// The last line of standard error, at most 200 letters of it.
  static func lastWords(_ errors: [UInt8]) -> String {
    let lines = errors.split { $0 == 0x0A || $0 == 0x0D }
    let last = lines.last { line in line.contains { $0 > 0x20 } } ?? []
    let text = String(decoding: last.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)
    return text.unicodeScalars.count > 200 ? String(text.unicodeScalars.suffix(200)) : text
  }
}
