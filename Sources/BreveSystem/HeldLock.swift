// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A lock that one holder at a time has, over all processes; it ends with the value, or with the process.
@safe package final class HeldLock {
  private let descriptor: Int32

  /// Waits until nobody else holds the lock at `path`; nil if the file cannot be made.
  package init?(_ path: String) {
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return nil }
    var result: Int32 = 0
    repeat { result = flock(descriptor, LOCK_EX) } while result != 0 && errno == EINTR
    guard result == 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }
}

/// Files that are only appended to.
package enum AppendedFile {
  /// Cuts the file at `path` to `length` bytes, appends `bytes` and, if asked to, brings them onto the disk; false if that
  /// fails.
  ///
  /// A file that is not there is made.
  package static func append(
    _ bytes: [UInt8], to path: String, after length: Int, durably: Bool
  ) -> Bool {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    guard ftruncate(descriptor, length) == 0, lseek(descriptor, length, SEEK_SET) == length,
      StandardStream.write(bytes, to: descriptor)
    else { return false }
    return !durably || fdatasync(descriptor) == 0
  }
}
