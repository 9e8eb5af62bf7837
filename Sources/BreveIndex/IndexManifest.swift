// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory

/// The list of the files that make up an index.
///
/// Text: the version, the stamp, the log, the segments from the oldest on, each with its length, and a checksum.
struct IndexManifest: Equatable, Sendable {
  struct File: Equatable, Sendable {
    let name: String
    let bytes: Int
  }

  static let version = 1
  var stamp: UInt64 = 0
  /// The number that the next file gets.
  var next = 1
  var log = "log-0"
  var segments: [File] = []

  init() {}

  /// - Throws: ``IndexError`` if it is no manifest, of another version or damaged.
  init(_ bytes: [UInt8]) throws(IndexError) {
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    guard let head = lines.first, head.count == 2, head[0] == "breve-index" else {
      throw .damaged("no list of files")
    }
    guard let version = Int(head[1]) else { throw .damaged("no version") }
    guard version == Self.version else { throw .otherVersion(version) }
    for words in lines.dropFirst().dropLast() {
      switch (words[0], words.count) {
      case ("stamp", 2): stamp = UInt64(words[1]) ?? 0
      case ("next", 2): next = Int(words[1]) ?? 0
      case ("log", 2): log = words[1]
      case ("segment", 3):
        guard let bytes = Int(words[2]) else { throw .damaged("the list of files") }
        segments.append(File(name: words[1], bytes: bytes))
      default: throw .damaged("the list of files")
      }
    }
    guard self.bytes == bytes else { throw .damaged("the list of files") }
  }

  var bytes: [UInt8] {
    var text = "breve-index \(Self.version)\nstamp \(stamp)\nnext \(next)\nlog \(log)\n"
    for segment in segments { text += "segment \(segment.name) \(segment.bytes)\n" }
    var bytes = Array(text.utf8)
    bytes += Array("checksum \(IndexLog.checksum(of: bytes))\n".utf8)
    return bytes
  }

  /// The names of all its files.
  var names: Set<String> { Set(segments.map(\.name) + [log]) }
}
