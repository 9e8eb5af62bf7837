// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A file that is written bit by bit under a name of its own and takes its real name when it is whole.
///
/// If it never does, it is taken away.
@safe package final class NewFile {
  package struct Failure: Error, CustomStringConvertible {
    package let path: String
    /// The system's reason.
    package let reason: String
    package var description: String { "\(path): cannot be written (\(reason))" }
  }

  private let descriptor: Int32
  private let path: String
  private let temporary: String
  private var isDone = false

  /// Opens a new file beside `path`.
  package init(_ path: String) throws(Failure) {
    self.path = path
    temporary = path + ".new"
    descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw Failure(path: path, reason: Self.reason) }
  }

  deinit {
    close(descriptor)
    if !isDone { unsafe unlink(temporary) }
  }

  private static var reason: String { unsafe String(cString: strerror(errno)) }

  /// Writes behind what was written so far.
  package func append(_ bytes: Span<UInt8>) throws(Failure) { try write(bytes, at: nil) }

  /// Writes over what stands at `offset`.
  package func write(_ bytes: Span<UInt8>, at offset: Int?) throws(Failure) {
    let isWritten = unsafe bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
        let result =
          if let offset {
            unsafe pwrite(descriptor, rest.baseAddress, rest.count, offset + done)
          } else {
            unsafe systemWrite(descriptor, rest.baseAddress, rest.count)
          }
        if result < 0, errno == EINTR { continue }
        if result <= 0 { return false }
        done += result
      }
      return true
    }
    if !isWritten { throw Failure(path: path, reason: Self.reason) }
  }

  /// Brings it onto the disk and gives it its name; what was there before is replaced at once.
  package func finish() throws(Failure) {
    guard fsync(descriptor) == 0, unsafe rename(temporary, path) == 0 else {
      throw Failure(path: path, reason: Self.reason)
    }
    isDone = true
    SystemFolder.synchronize(SystemFolder.parent(of: path))
  }
}

/// Folders.
package enum SystemFolder {
  /// The folder that `path` stands in.
  package static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes the folder at `path` if there is none; false if that fails.
  package static func make(_ path: String) -> Bool {
    unsafe mkdir(path, 0o755) == 0 || (errno == EEXIST && SystemFile.kind(path) == .folder)
  }

  /// The names in the folder at `path`, sorted.
  package static func names(_ path: String) -> [String] {
    guard let stream = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Takes the file at `path` away.
  package static func removeFile(_ path: String) { unsafe unlink(path) }

  /// Brings the names of a folder onto the disk.
  package static func synchronize(_ path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

@unsafe private func systemWrite(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  unsafe write(descriptor, bytes, count)
}
