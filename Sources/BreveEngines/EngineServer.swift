// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveHTTP
internal import Dispatch
internal import Synchronization

/// What the engines behind servers have in common: requests, waiting, trying again, and how answers can be wrong.
struct EngineServer: Sendable {
  /// The engine that faults are told of.
  let engine: String
  let address: EngineAddress
  let headers: [String]
  let log: EngineLog?

  /// So many items for another number of sentences.
  struct Mismatch: Error {
    let count: Int
  }

  /// Requests for one batch: the first, and those after 429, 5xx and lost connections.
  static let tries = 4
  /// Seconds before the second try, doubled for each one after it.
  static let pause = 0.5

  /// Texts for sentences; see ``translateMarked(_:limits:batch:path:write:read:)``.
  func translate(
    _ sentences: [EngineSentence], limits: EngineLimits, batch size: Int, path: String,
    write: ([EngineSentence]) -> [UInt8], read: ([UInt8], Int) throws -> [String]
  ) async -> [EngineReply] {
    await translateMarked(sentences, limits: limits, batch: size, path: path, write: write) {
      try read($0, $1).map { EngineAnswer(EngineText.oneLine($0)) }
    }
  }

  /// Asks for all sentences, batch after batch.
  ///
  /// - Parameters:
  ///   - sentences: Any number.
  ///   - limits: The time for a batch holds for all its tries.
  ///   - size: The most sentences of a request.
  ///   - path: Of the address.
  ///   - write: The body for a batch.
  ///   - read: The answers in a body, for so many sentences.
  /// - Returns: As many replies as sentences.
  func translateMarked(
    _ sentences: [EngineSentence], limits: EngineLimits, batch size: Int, path: String,
    write: ([EngineSentence]) -> [UInt8], read: ([UInt8], Int) throws -> [EngineAnswer]
  ) async -> [EngineReply] {
    await EngineBatches(size: size, limits: limits).replies(to: sentences) {
      batch, deadline throws(EngineFault) in
      let body = try await body(of: path, sending: write(batch), within: deadline)
      let answers: [EngineAnswer]
      do { answers = try read(body, batch.count) } catch let mismatch as Mismatch {
        throw EngineFault(.wrongCount(mismatch.count, expected: batch.count), engine: engine)
      } catch {
        throw EngineFault(.malformed, engine: engine)
      }
      guard answers.count == batch.count else {
        throw EngineFault(.wrongCount(answers.count, expected: batch.count), engine: engine)
      }
      return answers.map {
        $0.text.isEmpty ? .failure(EngineFault(.noAnswer, engine: engine)) : .success($0)
      }
    }
  }

  /// Whether the server answers at all.
  func fault(at path: String) async -> EngineFault? {
    do throws(EngineFault) {
      _ = try await body(of: path, sending: nil, within: EngineDeadline(seconds: 5))
      return nil
    } catch {
      return error
    }
  }

  // MARK: Requests

  private func body(
    of path: String, sending body: [UInt8]?, within deadline: EngineDeadline
  ) async throws(EngineFault) -> [UInt8] {
    var wait = Self.pause
    for attempt in 1...Self.tries {
      if let log, !log.append(address, bytes: body?.count ?? 0) {
        throw EngineFault(.unlogged, engine: engine, detail: log.path)
      }
      let result = await request(path, body, seconds: deadline.left)
      var asked: Int?
      let fault: EngineFault
      switch result {
      case .success(let response) where (200..<300).contains(response.status): return response.body
      case .success(let response):
        asked = response.retryAfter
        fault = EngineFault(
          .refused(response.status), engine: engine,
          detail: EngineCommand.lastWords(Array(response.body.prefix(400))))
        guard [408, 425, 429, 500, 502, 503, 504].contains(response.status) else { throw fault }
      case .failure(let failure):
        fault = self.fault(failure, deadline.seconds)
        switch failure {
        case .noConnection, .broken: break
        default: throw fault
        }
      }
      let pause = max(wait, Double(asked ?? 0))
      guard attempt < Self.tries, body != nil, pause < deadline.left else { throw fault }
      do { try await Task.sleep(for: .seconds(pause)) } catch {
        throw EngineFault(.cancelled, engine: engine)
      }
      wait *= 2
    }
    throw EngineFault(.noAnswer, engine: engine)
  }

  private func fault(_ failure: HTTPClient.Failure, _ seconds: Double) -> EngineFault {
    switch failure {
    case .noLibrary:
      EngineFault(.missing, engine: engine, detail: "libcurl not found; apt-get install libcurl4")
    case .noConnection(let words): EngineFault(.unreachable, engine: engine, detail: words)
    case .broken(let words): EngineFault(.unreachable, engine: engine, detail: words)
    case .timedOut: EngineFault(.timedOut(Int(seconds.rounded(.up))), engine: engine)
    case .cancelled: EngineFault(.cancelled, engine: engine)
    case .tooMuch: EngineFault(.tooMuch, engine: engine)
    }
  }

  private func request(
    _ path: String, _ body: [UInt8]?, seconds: Double
  ) async -> Result<HTTPClient.Response, HTTPClient.Failure> {
    let base = address.url.hasSuffix("/") ? String(address.url.dropLast()) : address.url
    let url = base + path
    let headers = headers + (body == nil ? [] : ["Content-Type: application/json", "Expect:"])
    let isDirect = address.isLoopback
    let flag = Flag()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        DispatchQueue.global().async {
          do throws(HTTPClient.Failure) {
            let response = try HTTPClient.response(
              from: url, headers: headers, body: body, isDirect: isDirect, seconds: seconds,
              isCancelled: { flag.isUp.load(ordering: .relaxed) })
            continuation.resume(returning: .success(response))
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
}
