// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A server on this machine that answers as a test tells it to, one connection a request.
@safe package final class StandInServer: Sendable {
  /// What was asked.
  package struct Request: Sendable {
    package let method: String
    package let path: String
    /// The lines of the header, without the first.
    package let headers: [String]
    package let body: [UInt8]

    package var text: String { String(decoding: body, as: UTF8.self) }
  }

  /// What is answered.
  package enum Reply: Sendable {
    /// A status and a body, with more lines for the header.
    case answer(Int, String, headers: [String] = [])
    /// Bytes as they are.
    case raw(String)
    /// A body of which only a part is sent.
    case half(String)
    /// The connection is closed without a word.
    case nothing
    /// Nothing is sent for so many seconds, then a body.
    case late(Double, String)
    /// A body without an end.
    case endless
  }

  package let port: UInt16
  private let listener: Int32
  private let handler: @Sendable (Request, Int) -> Reply
  private let seen = Mutex<[Request]>([])
  private let isClosed = Atomic(false)

  /// The requests so far.
  package var requests: [Request] { seen.withLock { $0 } }

  /// The address, as `http://127.0.0.1:40321`.
  package var url: String { "http://127.0.0.1:\(port)" }

  /// A server that answers by `handler`, which is told the number of the request, from 0.
  ///
  /// Nil if the system has no port to spare.
  ///
  /// - Parameter handler: Called on a thread of its own.
  package init?(_ handler: @escaping @Sendable (Request, Int) -> Reply) {
    self.handler = handler
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard listener >= 0 else { return nil }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { socket in
        unsafe bind(listener, socket, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, socket, &length) == 0
      }
    }
    self.listener = listener
    port = UInt16(bigEndian: address.sin_port)
    guard isBound else {
      close(listener)
      return nil
    }
    Thread.detached { [self] in serve() }
  }

  /// Ends it.
  package func stop() {
    guard !isClosed.exchange(true, ordering: .relaxed) else { return }
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private enum Thread {
    static func detached(_ body: @escaping @Sendable () -> Void) {
      DispatchQueue(label: "stand-in").async(execute: body)
    }
  }

  private func serve() {
    while !isClosed.load(ordering: .relaxed) {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { return }
      Thread.detached { [self] in
        if let request = Self.read(connection) {
          let number = seen.withLock {
            $0.append(request)
            return $0.count - 1
          }
          send(handler(request, number), to: connection)
        }
        // A process that another test has started may hold the socket too: closing it would not end the connection.
        shutdown(connection, Int32(SHUT_RDWR))
        close(connection)
      }
    }
  }

  private static func read(_ connection: Int32) -> Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let size = buffer.count
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe recv(connection, $0.baseAddress, size, 0)
      }
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
      let text = String(decoding: bytes, as: UTF8.self)
      guard let end = text.firstRange(of: "\r\n\r\n") else { continue }
      let lines = text[..<end.lowerBound].split(separator: "\r\n").map(String.init)
      let words = lines[0].split(separator: " ").map(String.init)
      let wanted =
        lines.first { $0.lowercased().hasPrefix("content-length:") }
        .flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0
      let start = text[..<end.upperBound].utf8.count
      guard bytes.count - start >= wanted, words.count >= 2 else { continue }
      return Request(
        method: words[0], path: words[1], headers: Array(lines.dropFirst()),
        body: Array(bytes[start..<start + wanted]))
    }
  }

  private func send(_ reply: Reply, to connection: Int32) {
    switch reply {
    case .answer(let status, let body, let headers):
      let more = headers.map { $0 + "\r\n" }.joined()
      write(
        "HTTP/1.1 \(status) X\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\(more)\r\n\(body)",
        connection)
    case .raw(let text): write(text, connection)
    case .half(let body):
      write(
        "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count * 2 + 9)\r\n\r\n\(body)", connection)
    case .nothing: break
    case .late(let seconds, let body):
      usleep(UInt32(seconds * 1_000_000))
      send(.answer(200, body), to: connection)
    case .endless:
      write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n", connection)
      let block = String(repeating: "x", count: 1 << 20)
      while write(block, connection), !isClosed.load(ordering: .relaxed) {}
    }
  }

  @discardableResult
  private func write(_ text: String, _ connection: Int32) -> Bool {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe systemSend(
          connection, buffer.baseAddress?.advanced(by: done), bytes.count - done,
          Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }
}

@unsafe private func systemSend(
  _ connection: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32
) -> Int {
  unsafe send(connection, bytes, count, flags)
}
