// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveAlignment
public import BreveMemory
public import BreveStore
internal import BreveSystem
public import BreveText

/// What is known of the words of a memory: which of one language stand for which of another.
///
/// It is learned by ``train(path:source:target:threads:progress:)``, lies in `MEMORY.index/` and may be thrown away.
public struct MemoryWords {
  /// What was made.
  public struct Training: Hashable, Sendable {
    /// Pairs that were learned from.
    public let pairs: Int
    /// The file, and how long it is.
    public let path: String
    public let bytes: Int
  }

  /// How far training is.
  public enum Progress: Hashable, Sendable {
    /// So many pairs were read.
    case reading(Int)
    /// So much is learned, from 0 to 1.
    case learning(Double)
  }

  /// Why nothing is known.
  public struct Unusable: Error, CustomStringConvertible {
    public let path: String
    public let reason: String
    public var description: String {
      "\(path): not used: \(reason); breve memory train makes it anew"
    }
  }

  private var aligner: WordAligner
  /// Whether the model's source is the language that is wanted.
  private let isTurned: Bool

  /// Learns the words of a memory from its pairs, rejected ones left out, and writes them beside its indexes.
  ///
  /// The file is the same for every number of threads.
  ///
  /// - Parameters:
  ///   - path: The memory.
  ///   - source: One language.
  ///   - target: The other one.
  ///   - threads: How many threads work.
  ///   - progress: Is told how far it is.
  /// - Returns: What was made; no file is written if there is no pair.
  /// - Throws: ``StoreError`` if the memory cannot be read, ``Unusable`` if the file cannot be written.
  public static func train(
    path: String, source: Language, target: Language, threads: Int,
    progress: (Progress) -> Void
  ) throws -> Training {
    let memory = try SearchableMemory(path: path)
    let state = try memory.state()
    var corpus = WordCorpus(source: source, target: target)
    try memory.store.forEachUnit { unit in
      guard unit.state != .rejected, let one = unit.variant(source)?.text,
        let other = unit.variant(target)?.text
      else { return }
      corpus.append(one, other)
      if corpus.count % 10_000 == 0 { progress(.reading(corpus.count)) }
    }
    let file = SearchableMemory.wordsPath(path, source.primary, target.primary)
    guard corpus.count > 0 else { return Training(pairs: 0, path: file, bytes: 0) }
    let model = WordModel(learnedFrom: corpus, state: state, threads: threads) {
      progress(.learning($0))
    }
    let bytes = model.bytes
    guard SearchableMemory.makeFolder(path), SystemFile.replace(file, with: bytes) else {
      throw Unusable(path: file, reason: "it cannot be written")
    }
    return Training(pairs: corpus.count, path: file, bytes: bytes.count)
  }

  /// Reads what is known of two languages, in either direction; nil if nothing was learned.
  ///
  /// - Parameters:
  ///   - path: The memory.
  ///   - source: The language that is read.
  ///   - target: The language that is wanted.
  /// - Throws: ``Unusable`` if the file is damaged or of another memory; ``StoreError``.
  public init?(path: String, source: Language, target: Language) throws {
    for isTurned in [false, true] {
      let (one, other) = isTurned ? (target, source) : (source, target)
      let file = SearchableMemory.wordsPath(path, one.primary, other.primary)
      guard let bytes = MappedBytes(path: file) else { continue }
      let model: WordModel
      do {
        model = try bytes.withSpans { bytes, _, _ throws(WordModelError) in try WordModel(bytes) }
      } catch { throw Unusable(path: file, reason: "\(error)") }
      guard try SearchableMemory(path: path).wasInState(model.state) else {
        throw Unusable(path: file, reason: "it is of another memory")
      }
      self.isTurned = isTurned
      aligner = WordAligner(model)
      return
    }
    return nil
  }

  /// Marks on either side of a unit what is likely to stand for the hits of the other side.
  public mutating func mark(_ match: inout ConcordanceMatch) {
    guard let source = match.source, let target = match.target else { return }
    match.target?.likely = ranges(of: source.hits, source.text, target.text, isForward: true)
    match.source?.likely = ranges(of: target.hits, source.text, target.text, isForward: false)
  }

  /// Marks in the target of a match what is likely to stand for the words of its source that a text changes or leaves out.
  ///
  /// - Parameters:
  ///   - match: What was found for the text.
  ///   - query: The text.
  ///   - metric: What they were compared by.
  public mutating func mark(_ match: inout MemoryMatch, query: String, metric: MatchMetric) {
    guard let target = match.target else { return }
    let difference = TokenDifference(unit: match.source, query: query, metric: metric)
    let changed = difference.pieces.filter { $0.kind == .changed || $0.kind == .deleted }
    match.likely = ranges(
      of: changed.map(\.unitRange), match.source, target, isForward: true)
  }

  private mutating func ranges(
    of hits: [Range<Int>], _ source: String, _ target: String, isForward: Bool
  ) -> [Range<Int>] {
    isTurned
      ? aligner.ranges(
        of: hits, source: target, target: source, isForward ? .targetToSource : .sourceToTarget)
      : aligner.ranges(
        of: hits, source: source, target: target, isForward ? .sourceToTarget : .targetToSource)
  }
}
