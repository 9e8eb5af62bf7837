// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The bytes of a file, mapped and read when they are looked at, or bytes in memory; both aligned to pages.
///
/// A file that is cut short by another program while it is mapped ends the program when the missing part is read; Breve
/// only ever replaces such files.
@safe package final class MappedBytes: @unchecked Sendable {
  private let start: UnsafeMutableRawPointer?
  private let mapped: Int
  package let count: Int

  /// Maps the file at `path`; nil if there is none that can be read.
  package init?(path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    count = Int(status.st_size)
    mapped = count
    guard count > 0 else {
      unsafe start = nil
      return
    }
    let address = unsafe mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else { return nil }
    unsafe start = address
  }

  /// A copy of `bytes`.
  package init?(_ bytes: [UInt8]) {
    let size = bytes.count
    count = size
    mapped = size
    guard size > 0 else {
      unsafe start = nil
      return
    }
    let address = unsafe mmap(
      nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else { return nil }
    unsafe bytes.withUnsafeBytes { buffer in
      if let source = buffer.baseAddress {
        unsafe address.copyMemory(from: source, byteCount: size)
      }
    }
    unsafe start = address
  }

  deinit { if let start = unsafe start { unsafe munmap(start, mapped) } }

  /// Calls `body` with the bytes, and with the same bytes as numbers of 32 bits and as vectors of four times 64 bits, as
  /// many as there are whole ones.
  package func withSpans<Result, Failure: Error>(
    _ body: (Span<UInt8>, Span<UInt32>, Span<SIMD4<UInt64>>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let raw = unsafe UnsafeRawBufferPointer(start: start, count: count)
    let numbers = unsafe UnsafeRawBufferPointer(start: start, count: count / 4 * 4)
    let vectors = unsafe UnsafeRawBufferPointer(start: start, count: count / 32 * 32)
    return try body(
      unsafe Span(_unsafeElements: raw.bindMemory(to: UInt8.self)),
      unsafe Span(_unsafeElements: numbers.bindMemory(to: UInt32.self)),
      unsafe Span(_unsafeElements: vectors.bindMemory(to: SIMD4<UInt64>.self)))
  }
}
