// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveMemory
internal import BreveSystem

extension MappedBytes: IndexBytes {}

/// A token index on disk: a folder with segments, a log of the latest changes, and a list of both.
///
/// Readers never wait: a writer replaces the list of files at once, and files that are in use stay until they are not.
package struct TokenIndexFolder: Sendable {
  /// The state that was read.
  package let index: TokenIndex
  package let path: String
  let manifest: IndexManifest
  /// How much of the log counts.
  let logBytes: Int

  static func manifestPath(_ path: String) -> String { path + "/index" }

  /// Opens the index in the folder at `path`.
  ///
  /// - Throws: ``IndexError`` if there is none, or it is damaged or of another version: build it anew from the texts.
  package init(_ path: String) throws(IndexError) { try self.init(path, reusing: nil) }

  /// What stands on disk now; segments that did not change are not opened again.
  ///
  /// - Throws: ``IndexError`` as for opening.
  package func refreshed() throws(IndexError) -> TokenIndexFolder { try Self(path, reusing: self) }

  init(_ path: String, reusing old: TokenIndexFolder?) throws(IndexError) {
    // A writer may take a file away between the reading of the list and that of the file.
    for _ in 0..<20 {
      if let opened = try Self.opened(path, reusing: old) {
        self = opened
        return
      }
    }
    throw .damaged("a file is missing in \(path)")
  }

  static func log(of manifest: IndexManifest, in path: String) -> IndexLog {
    let bytes = SystemFile.read(path + "/" + manifest.log, limit: 1 << 30) ?? []
    return IndexLog(bytes.span)
  }

  /// The state after `changes` were appended to the log, which is `logBytes` long now.
  func adding(_ changes: [IndexLog.Change], stamp: UInt64, logBytes: Int) -> TokenIndexFolder {
    var recent = index.recent
    recent.apply(changes)
    return TokenIndexFolder(
      index: TokenIndex(segments: index.segments, recent: recent, stamp: stamp), path: path,
      manifest: manifest, logBytes: logBytes)
  }

  private init(index: TokenIndex, path: String, manifest: IndexManifest, logBytes: Int) {
    self.index = index
    self.path = path
    self.manifest = manifest
    self.logBytes = logBytes
  }

  private static func opened(
    _ path: String, reusing old: TokenIndexFolder?
  ) throws(IndexError) -> TokenIndexFolder? {
    guard let bytes = SystemFile.read(manifestPath(path), limit: 1 << 24) else {
      throw .damaged("\(path) holds no index")
    }
    let manifest = try IndexManifest(bytes)
    var segments: [IndexSegment] = []
    for file in manifest.segments {
      if let old, let known = old.manifest.segments.firstIndex(of: file) {
        segments.append(old.index.segments[known])
        continue
      }
      guard let mapped = MappedBytes(path: path + "/" + file.name) else { return nil }
      guard mapped.count == file.bytes else { throw .damaged("\(file.name) is cut short") }
      segments.append(try IndexSegment(mapped))
    }
    // No log is an empty log.
    let log = Self.log(of: manifest, in: path)
    var recent = RecentUnits()
    recent.apply(log.changes)
    let index = TokenIndex(
      segments: segments, recent: recent, stamp: log.stamp ?? manifest.stamp)
    return TokenIndexFolder(
      index: index, path: path, manifest: manifest, logBytes: log.validBytes)
  }

  /// Whether every byte of the segments is as it was written; reads all of them.
  package var isIntact: Bool { index.segments.allSatisfy(\.isIntact) }

  /// Bytes on disk.
  package var bytes: Int {
    manifest.segments.reduce(logBytes + manifest.bytes.count) { $0 + $1.bytes }
  }
}
