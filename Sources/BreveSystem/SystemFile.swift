// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Files that are no regular ones: pipes, devices, what a shell hands over as `/dev/fd/63`.
package enum SystemFile {
  package enum Kind: Sendable { case missing, regular, folder, special }

  /// What stands at `path`, links followed.
  package static func kind(_ path: String) -> Kind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return .missing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .regular
    case S_IFDIR: return .folder
    default: return .special
    }
  }

  /// Whether this process may write to the file or folder at `path`.
  package static func isWritable(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 }

  /// Whether a file is the user's own and others may not even read it (`600`), or may at least not change it (`644`).
  package static func ownership(_ path: String) -> (isPrivate: Bool, isOwn: Bool) {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_uid == geteuid() else { return (false, false) }
    return (status.st_mode & 0o077 == 0, status.st_mode & 0o022 == 0)
  }

  /// What tells one state of a file from another.
  package struct Mark: Equatable, Sendable {
    package let size: Int
    let seconds, nanoseconds: Int
    let number: UInt64
  }

  /// The mark of what stands at `path`; nil if there is nothing.
  package static func mark(_ path: String) -> Mark? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return Mark(
      size: Int(status.st_size), seconds: Int(status.st_mtim.tv_sec),
      nanoseconds: Int(status.st_mtim.tv_nsec), number: UInt64(status.st_ino))
  }

  /// The path with every link followed; nil if there is nothing there.
  package static func resolved(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// All bytes, or one more than `limit`; nil if the file cannot be read.
  package static func read(_ path: String, limit: Int) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return StandardStream.readAll(descriptor, limit: limit)
  }

  /// Writes into what is there; false if that fails.
  package static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return StandardStream.write(bytes, to: descriptor)
  }
}

/// A file that is read a piece at a time.
package final class FileReading {
  private let descriptor: Int32

  /// The file at `path`; nil if it cannot be opened.
  package init?(_ path: String) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// Up to `count` bytes; none at the end, nil if reading fails.
  package func next(upTo count: Int) -> [UInt8]? { StandardStream.pieces(descriptor, upTo: count) }
}

/// A file that is written beside the one it will replace.
package final class FileWriting {
  private let descriptor: Int32
  private let path: String
  private let temporary: String?
  private var isFinished = false

  /// Begins a file that is to stand at `path`, or nil if that is not possible.
  ///
  /// A special file, as a pipe, is written into.
  package init?(_ path: String, isSpecial: Bool) {
    self.path = path
    if isSpecial {
      temporary = nil
      descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    } else {
      let name = path + ".partial-\(getpid())"
      temporary = name
      var status = stat()
      let mode = unsafe stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o666
      unsafe unlink(name)
      descriptor = unsafe open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    }
    if descriptor < 0 { return nil }
  }

  deinit {
    if isFinished { return }
    close(descriptor)
    if let temporary { unsafe unlink(temporary) }
  }

  /// Writes all of `bytes`; false if that fails.
  package func write(_ bytes: [UInt8]) -> Bool { StandardStream.write(bytes, to: descriptor) }

  /// Puts the file in its place; false if that fails, and then nothing is changed.
  package func finish() -> Bool {
    guard let temporary else {
      isFinished = true
      return close(descriptor) == 0
    }
    guard fsync(descriptor) == 0, unsafe rename(temporary, path) == 0 else { return false }
    isFinished = true
    return close(descriptor) == 0
  }
}
