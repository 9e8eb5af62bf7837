// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

extension SystemFile {
  /// Puts `bytes` in the place of the file at `path`: whatever happens, the old file is there or the new one, whole.
  ///
  /// The bytes go into a file beside it, `.new` at the end of its name, then to the disk, and that file takes the name.
  /// A link's target is replaced, and the permissions stay. Two writers at once have to agree on a lock.
  /// - Returns: False if it cannot be done; then the old file is untouched.
  package static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    let target = resolved(path) ?? path
    var status = stat()
    let mode = unsafe stat(target, &status) == 0 ? status.st_mode & 0o777 : nil
    let temporary = target + ".new"
    let descriptor = unsafe open(
      temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { return false }
    var isDone = StandardStream.write(bytes, to: descriptor)
    if let mode { isDone = fchmod(descriptor, mode) == 0 && isDone }
    isDone = fsync(descriptor) == 0 && isDone
    isDone = close(descriptor) == 0 && isDone
    if isDone { isDone = unsafe rename(temporary, target) == 0 }
    guard isDone else {
      unsafe unlink(temporary)
      return false
    }
    synchronizeFolder(of: target)
    return true
  }

  /// Takes a file away, if it is there.
  package static func remove(_ path: String) { _ = unsafe unlink(path) }

  /// Brings the new name of a file to the disk; some file systems have no way to, which is no error.
  private static func synchronizeFolder(of path: String) {
    let folder = path.utf8.lastIndex(of: 0x2F).map { String(path[..<$0]) } ?? "."
    let descriptor = unsafe open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }
}
