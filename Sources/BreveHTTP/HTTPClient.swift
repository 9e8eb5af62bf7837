// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import CCurl

/// Requests to servers, one at a time; libcurl is loaded at the first of them.
///
/// No redirect is followed: an address on this machine cannot send the text elsewhere.
package enum HTTPClient {
  /// What a server answered, with whatever status.
  package struct Response: Sendable {
    package let status: Int
    package let body: [UInt8]
    /// Seconds after which the server wants to be asked again; nil if it does not say.
    package let retryAfter: Int?
  }

  /// Why there was no whole answer.
  package enum Failure: Error, Hashable, Sendable {
    case noLibrary
    /// No such name, nobody there, or no trust; in the library's words.
    case noConnection(String)
    case timedOut
    case cancelled
    case tooMuch
    case broken(String)
  }

  /// Asks a server.
  ///
  /// - Parameters:
  ///   - url: With `http://` or `https://`.
  ///   - headers: Lines, as `Content-Type: application/json`; those with line breaks are left out.
  ///   - body: What is sent by POST; a GET if nil.
  ///   - isDirect: Whether no proxy may be used, whatever the environment says.
  ///   - seconds: When it is given up.
  ///   - mostBytes: More of an answer is not taken.
  ///   - isCancelled: Asked at least once a second.
  /// - Returns: The answer.
  /// - Throws: ``Failure``.
  package static func response(
    from url: String, headers: [String], body: [UInt8]?, isDirect: Bool, seconds: Double,
    mostBytes: Int = 1 << 26, isCancelled: @escaping () -> Bool = { false }
  ) throws(Failure) -> Response {
    let question = Question(isCancelled)
    var response = unsafe bcurl_response()
    let lines = headers.filter { !$0.utf8.contains(0x0A) && !$0.utf8.contains(0x0D) }
    unsafe withCStrings(lines) { pointers in
      let context = unsafe Unmanaged.passUnretained(question).toOpaque()
      let ask: bcurl_asks = { context in
        guard let context = unsafe context else { return 0 }
        let question = unsafe Unmanaged<Question>.fromOpaque(context).takeUnretainedValue()
        return question.ask() ? 1 : 0
      }
      let milliseconds = Int64(max(1, seconds * 1000))
      if let body {
        // An empty array has no address, and a body without one is a GET.
        unsafe (body + [0]).withUnsafeBufferPointer { bytes in
          unsafe bcurl_perform(
            url, pointers, lines.count, bytes.baseAddress, body.count, isDirect ? 1 : 0,
            milliseconds, mostBytes, ask, context, &response)
        }
      } else {
        unsafe bcurl_perform(
          url, pointers, lines.count, nil, 0, isDirect ? 1 : 0, milliseconds, mostBytes, ask,
          context, &response)
      }
    }
    withExtendedLifetime(question) {}
    defer { unsafe bcurl_free(&response) }
    let message = unsafe withUnsafeBytes(of: response.message) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    switch Int(unsafe response.outcome) {
    case BCURL_DONE:
      let body = unsafe Array(UnsafeBufferPointer(start: response.body, count: response.length))
      let wait = unsafe Int(response.retry_after)
      return Response(
        status: unsafe Int(response.status), body: body, retryAfter: wait > 0 ? wait : nil)
    case BCURL_NO_LIBRARY: throw .noLibrary
    case BCURL_TIMED_OUT: throw .timedOut
    case BCURL_CANCELLED: throw .cancelled
    case BCURL_TOO_MUCH: throw .tooMuch
    case BCURL_BROKEN: throw .broken(message)
    default: throw .noConnection(message)
    }
  }

  private final class Question {
    let ask: () -> Bool

    init(_ ask: @escaping () -> Bool) { self.ask = ask }
  }

  /// Calls `body` with the addresses of `texts` as C strings.
  @unsafe private static func withCStrings(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Void
  ) {
    // One block of bytes for all of them, and the places where they begin.
    var bytes: [CChar] = []
    var starts: [Int] = []
    for text in texts {
      starts.append(bytes.count)
      bytes += text.utf8.map { CChar(bitPattern: $0) } + [0]
    }
    bytes.append(0)
    unsafe bytes.withUnsafeBufferPointer { block in
      guard let base = block.baseAddress else { return }
      var pointers: [UnsafePointer<CChar>?] = unsafe starts.map { unsafe base + $0 }
      unsafe pointers.append(nil)
      unsafe pointers.withUnsafeBufferPointer { list in
        if let first = list.baseAddress { unsafe body(first) }
      }
    }
  }
}
