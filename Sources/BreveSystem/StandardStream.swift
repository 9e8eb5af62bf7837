// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Standard input, output and error.
package enum StandardStream {
  /// Writes all of `bytes` to standard output.
  ///
  /// - Returns: False if nobody reads any more, or the disk is full.
  @discardableResult
  package static func output(_ bytes: [UInt8]) -> Bool { write(bytes, to: STDOUT_FILENO) }

  @discardableResult
  package static func output(_ text: String) -> Bool { output(Array(text.utf8)) }

  package static func error(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  /// Up to `count` bytes of standard input; none at its end.
  package static func input(upTo count: Int) -> [UInt8] { read(STDIN_FILENO, upTo: count) }

  /// Standard input to its end, or more than `limit` bytes.
  package static func input(limit: Int) -> [UInt8] { readAll(STDIN_FILENO, limit: limit) }

  static func readAll(_ descriptor: Int32, limit: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let next = read(descriptor, upTo: 1 << 18)
      if next.isEmpty { break }
      bytes.append(contentsOf: next)
    }
    return bytes
  }

  private static func read(_ descriptor: Int32, upTo count: Int) -> [UInt8] {
    pieces(descriptor, upTo: count) ?? []
  }

  /// Up to `count` bytes; none at the end, nil if reading fails.
  static func pieces(_ descriptor: Int32, upTo count: Int) -> [UInt8]? {
    var isRead = true
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var result = 0
      repeat {
        result = unsafe systemRead(descriptor, buffer.baseAddress, count)
      } while result < 0 && errno == EINTR
      isRead = result >= 0
      filled = max(0, result)
    }
    return isRead ? bytes : nil
  }

  package static var isInputTerminal: Bool { isatty(STDIN_FILENO) != 0 }

  package static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) != 0 }

  @discardableResult
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        let result = unsafe systemWrite(descriptor, rest.baseAddress, rest.count)
        if result < 0, errno == EINTR { continue }
        if result <= 0 { return false }
        written += result
      }
      return true
    }
  }
}

/// The machine.
package enum Machine {
  /// The processors this process may use.
  package static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The most memory this process has held so far, in kilobytes; 0 where the system does not say.
  package static var peakKilobytes: Int {
    let status = SystemFile.read("/proc/self/status", limit: 1 << 16) ?? []
    for line in status.split(separator: 0x0A) where line.starts(with: Array("VmHWM:".utf8)) {
      return Int(String(decoding: line.filter { (0x30...0x39).contains($0) }, as: UTF8.self)) ?? 0
    }
    return 0
  }

  /// Processor time of this process so far, in seconds.
  package static var processorSeconds: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

@unsafe private func systemWrite(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  unsafe write(descriptor, bytes, count)
}

@unsafe private func systemRead(
  _ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  unsafe read(descriptor, bytes, count)
}
