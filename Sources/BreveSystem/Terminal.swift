// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// What a person types.
package struct InputLines: ~Copyable {
  private var buffer: [UInt8] = []
  private var isAtEnd = false

  package init() {}

  /// The next line of standard input without its line break; nil at the end.
  package mutating func next() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = buffer[..<end]
        let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
        buffer.removeFirst(end + 1)
        return text
      }
      if isAtEnd {
        defer { buffer = [] }
        return buffer.isEmpty ? nil : String(decoding: buffer, as: UTF8.self)
      }
      let bytes = StandardStream.input(upTo: 4_096)
      isAtEnd = bytes.isEmpty
      buffer += bytes
    }
  }
}

/// A text in an editor that the person chose.
package enum ExternalEditor {
  /// What `VISUAL` or `EDITOR` names, if standard input is a terminal.
  package static var command: String? {
    guard StandardStream.isInputTerminal else { return nil }
    return SystemFacts.environment("VISUAL") ?? SystemFacts.environment("EDITOR")
  }

  /// Has a text edited in a file that only this person can read.
  ///
  /// - Parameters:
  ///   - text: What stands in the file at first.
  ///   - command: The editor, a line of a shell to which the file is added.
  /// - Returns: What stands in it when the editor ends; nil if it could not be run or failed.
  package static func edited(_ text: String, by command: String) -> String? {
    let parent = SystemFacts.environment("TMPDIR") ?? "/tmp"
    var template = Array("\(parent)/breve-XXXXXX".utf8CString)
    let folder = unsafe template.withUnsafeMutableBufferPointer { name -> String? in
      guard let base = name.baseAddress, unsafe mkdtemp(base) != nil else { return nil }
      return unsafe String(cString: base)
    }
    guard let folder else { return nil }
    let file = folder + "/english.txt"
    defer {
      unsafe unlink(file)
      unsafe rmdir(folder)
    }
    let descriptor = unsafe open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    let isWritten = StandardStream.write(Array(text.utf8), to: descriptor)
    close(descriptor)
    let quoted =
      "'"
      + file.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
    guard isWritten, unsafe system("\(command) \(quoted)") == 0,
      let bytes = SystemFile.read(file, limit: 1 << 20)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
