// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A file that this process alone may change while a body runs, by agreement of all who lock it.
///
/// The system gives the lock up when the process ends, however it ends.
package struct FileLock: ~Copyable {
  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  /// Waits for the lock on the file at `path`, which is made if it is not there, and runs `body`.
  ///
  /// - Returns: What `body` returns; nil if the file can be neither opened nor made.
  package static func withLock<Value, Failure>(
    on path: String, _ body: (borrowing FileLock) throws(Failure) -> Value
  ) throws(Failure) -> Value? {
    while true {
      let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { return nil }
      defer { close(descriptor) }
      var result: Int32
      repeat { result = flock(descriptor, LOCK_EX) } while result != 0 && errno == EINTR
      if result != 0 { return nil }
      // Somebody may have put another file in its place while this one was waited for.
      guard isStillAt(path, descriptor) else { continue }
      return try body(FileLock(descriptor: descriptor))
    }
  }

  /// The last bytes of the file, `limit` at most, and where they begin in it.
  package func tail(_ limit: Int) -> (bytes: [UInt8], start: Int) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return ([], 0) }
    let start = max(0, Int(status.st_size) - limit)
    let wanted = Int(status.st_size) - start
    guard lseek(descriptor, off_t(start), SEEK_SET) >= 0 else { return ([], start) }
    let bytes = StandardStream.readAll(descriptor, limit: wanted)
    return (Array(bytes.prefix(wanted)), start)
  }

  /// Adds `bytes` at the end of the file; they are on the disk when true is returned.
  package func append(_ bytes: [UInt8]) -> Bool {
    StandardStream.write(bytes, to: descriptor) && fsync(descriptor) == 0
  }

  /// Cuts the file off after `count` bytes.
  package func truncate(to count: Int) -> Bool { ftruncate(descriptor, off_t(count)) == 0 }

  private static func isStillAt(_ path: String, _ descriptor: Int32) -> Bool {
    var there = stat()
    var here = stat()
    return unsafe stat(path, &there) == 0 && fstat(descriptor, &here) == 0
      && there.st_ino == here.st_ino && there.st_dev == here.st_dev
  }
}
