// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveSystem

/// Changes an index on disk; it holds the folder's lock from its beginning to its end.
///
/// Put and take away units, then commit: readers see all of it or nothing. A few changes go to the log; many make a segment
/// of their own.
package final class TokenIndexWriter {
  /// What could not be done, and why.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// Changes that the log holds before they become a segment.
  static let mostRecent = 512
  /// Segments that a commit leaves before it merges the small ones.
  static let mostSegments = 64

  private let path: String
  private let lock: HeldLock
  private var manifest: IndexManifest
  private var folder: TokenIndexFolder?
  private var changes: [IndexLog.Change] = []
  /// What is written as segments; nil while the changes are few.
  private var builder: SegmentBuilder?
  private var written: [IndexManifest.File] = []
  private var isReplacing: Bool

  /// Opens the index in the folder at `path`, which is made if it is not there; waits for other writers.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - replacing: Whether what is there does not count: to build an index anew, whatever state it is in.
  /// - Throws: ``IndexError`` if the index is damaged or of another version and is not replaced; a failure of the system.
  package init(_ path: String, replacing: Bool = false) throws {
    guard SystemFolder.make(path), let lock = HeldLock(path + "/lock") else {
      throw Failure(description: "\(path): no index can be written there")
    }
    self.path = path
    self.lock = lock
    isReplacing = replacing
    let exists = SystemFile.kind(TokenIndexFolder.manifestPath(path)) == .regular
    folder = replacing || !exists ? nil : try TokenIndexFolder(path)
    manifest = folder?.manifest ?? IndexManifest()
    if folder == nil {
      isReplacing = true
      // Names that no reader has open under another meaning.
      let numbers = SystemFolder.names(path).compactMap { Int($0.drop { $0 != "-" }.dropFirst()) }
      manifest.next = (numbers.max() ?? 0) + 1
      manifest.log = "log-\(manifest.next)"
      manifest.next += 1
      builder = SegmentBuilder()
    }
    removeStrangers()
  }

  /// The stamp of the last commit.
  package var stamp: UInt64 { folder?.index.stamp ?? 0 }

  /// Adds a unit, or puts it in the place of what had its number.
  package func put(unit: UInt32, text: Span<UInt8>) throws {
    if builder == nil {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(text.count)
      for index in text.indices { bytes.append(text[index]) }
      changes.append(.put(unit: unit, text: bytes))
      if changes.count > Self.mostRecent { try makeBuilder() }
      return
    }
    if !isReplacing { builder?.remove(unit: unit) }
    builder?.append(unit: unit, text: text)
    if builder?.isFull == true { try writeSegment() }
  }

  /// Takes a unit away.
  package func remove(unit: UInt32) throws {
    if builder == nil {
      changes.append(.remove(unit: unit))
      if changes.count > Self.mostRecent { try makeBuilder() }
    } else {
      builder?.remove(unit: unit)
    }
  }

  /// Makes everything since the last commit visible, at `stamp` of the store.
  ///
  /// - Parameters:
  ///   - stamp: What `TokenIndex.stamp` is from now on.
  ///   - durably: Whether to wait until the log is on the disk. Where it is not, a power failure may leave an older state,
  ///     with its older stamp.
  /// - Throws: A failure of the system; what was committed before stands.
  package func commit(stamp: UInt64, durably: Bool = true) throws {
    if let folder, builder == nil {
      if folder.logBytes > 0 || !changes.isEmpty,
        folder.index.recent.removed.count + changes.count > Self.mostRecent
      {
        try makeBuilder()
      } else {
        return try appendToLog(stamp: stamp, durably: durably)
      }
    }
    try commitSegments(stamp: stamp)
    if manifest.segments.count > Self.mostSegments { try merge(from: firstSmallSegment) }
  }

  /// Merges all segments into one, without what is no longer valid.
  package func compact() throws { try merge(from: 0) }

  /// Merges the newest segments, where there are so many small ones that look-ups suffer.
  package func mergeSmallSegments() throws {
    if manifest.segments.count - firstSmallSegment > 4 { try merge(from: firstSmallSegment) }
  }
}

// MARK: Files

extension TokenIndexWriter {
  private func appendToLog(stamp: UInt64, durably: Bool) throws {
    guard let folder else { return }
    var bytes: [UInt8] = []
    for change in changes { IndexLog.append(change, to: &bytes) }
    IndexLog.append(.commit(stamp: stamp), to: &bytes)
    guard
      AppendedFile.append(
        bytes, to: path + "/" + manifest.log, after: folder.logBytes, durably: durably)
    else { throw Failure(description: "\(path)/\(manifest.log): cannot be written") }
    self.folder = folder.adding(
      changes, stamp: stamp, logBytes: folder.logBytes + bytes.count)
    changes = []
  }

  /// From now on changes go into a segment, with those of the log and those that came so far.
  private func makeBuilder() throws {
    builder = SegmentBuilder()
    let log = TokenIndexFolder.log(of: manifest, in: path)
    for change in log.changes + changes {
      switch change {
      case .put(let unit, let text):
        builder?.remove(unit: unit)
        builder?.append(unit: unit, text: text.span)
      case .remove(let unit): builder?.remove(unit: unit)
      case .commit: break
      }
    }
    changes = []
  }

  private func writeSegment() throws {
    guard let full = builder, !full.isEmpty else { return }
    builder = nil
    written.append(try write(full))
    builder = SegmentBuilder()
  }

  private func write(_ builder: consuming SegmentBuilder) throws -> IndexManifest.File {
    let name = "segment-\(manifest.next)"
    manifest.next += 1
    let sink = try FileSink(path + "/" + name)
    try builder.finish(into: sink)
    return IndexManifest.File(name: name, bytes: sink.count)
  }

  private func commitSegments(stamp: UInt64) throws {
    try writeSegment()
    builder = nil
    manifest.segments += written
    written = []
    manifest.stamp = stamp
    manifest.log = "log-\(manifest.next)"
    manifest.next += 1
    isReplacing = false
    try replaceManifest()
  }

  private func replaceManifest() throws {
    let file = try NewFile(TokenIndexFolder.manifestPath(path))
    try file.append(manifest.bytes.span)
    try file.finish()
    folder = try TokenIndexFolder(path, reusing: folder)
    removeStrangers()
  }

  /// The first of the newest segments that together are worth a merge: each is smaller than twice all after it.
  private var firstSmallSegment: Int {
    var first = manifest.segments.count
    var sum = 1 << 20
    while first > 0, manifest.segments[first - 1].bytes <= sum * 2 {
      first -= 1
      sum += manifest.segments[first].bytes
    }
    return first
  }

  /// Merges the segments from number `first` on.
  ///
  /// Changes that were not committed stay so.
  private func merge(from first: Int) throws {
    guard let folder, first < manifest.segments.count else { return }
    var merged: [IndexManifest.File] = []
    var builder = SegmentBuilder()
    for (place, segment) in folder.index.segments.enumerated().dropFirst(first) {
      if first > 0 { for unit in segment.removed { builder.remove(unit: unit) } }
      builder.append(segment) { unit in
        !folder.index.segments.dropFirst(place + 1).contains { $0.removes(unit) }
      }
      if builder.isFull {
        merged.append(try write(builder))
        builder = SegmentBuilder()
      }
    }
    if !builder.isEmpty { merged.append(try write(builder)) }
    manifest.segments.removeSubrange(first...)
    manifest.segments += merged
    try replaceManifest()
  }

  /// Takes away files that no list names: what was left of an earlier state, or of a writer that was killed.
  private func removeStrangers() {
    let names = manifest.names.union(written.map(\.name))
    for name in SystemFolder.names(path) {
      let isOurs = name.hasPrefix("segment-") || name.hasPrefix("log-") || name.hasSuffix(".new")
      if isOurs, !names.contains(name), !(isReplacing && !name.hasSuffix(".new")) {
        SystemFolder.removeFile(path + "/" + name)
      }
    }
  }
}

/// Writes a segment to a file.
final class FileSink: SegmentSink {
  private let file: NewFile
  private(set) var count = 0

  init(_ path: String) throws { file = try NewFile(path) }

  func append(_ bytes: Span<UInt8>) throws {
    try file.append(bytes)
    count += bytes.count
  }

  func writeHeader(_ bytes: Span<UInt8>) throws {
    try file.write(bytes, at: 0)
    try file.finish()
  }
}
