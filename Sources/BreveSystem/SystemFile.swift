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
