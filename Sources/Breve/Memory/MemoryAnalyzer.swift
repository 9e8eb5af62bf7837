// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
public import BreveStore
public import BreveText

/// Counts how much of the segments of files a memory knows.
public struct MemoryAnalyzer {
  /// A segment to be counted.
  public struct Segment: Sendable {
    public var text: String
    /// Its inline tags; nil where they are not known.
    public var tags: [InlineTag]?

    /// A segment.
    public init(_ text: String, tags: [InlineTag]? = nil) {
      self.text = text
      self.tags = tags
    }
  }

  /// What was counted so far.
  public private(set) var analysis = MemoryAnalysis()

  private let searcher: MemorySearcher
  private var request: MemoryRequest
  /// The bands of texts that were seen, with quotation marks, apostrophes and spaces made equal.
  private var seen: [String: MemoryAnalysis.Band] = [:]

  /// A counter.
  ///
  /// - Parameters:
  ///   - searcher: The memory.
  ///   - source: The language of the files.
  ///   - target: The language that translations have to be in.
  ///   - states: The states that units may have.
  public init(
    _ searcher: MemorySearcher, source: Language, target: Language,
    states: Set<UnitState> = Set(UnitState.allCases).subtracting([.rejected])
  ) {
    self.searcher = searcher
    request = MemoryRequest(
      source: source, target: target, minimum: MatchRate(percent: 50), limit: 10, states: states)
  }

  /// Counts a file.
  ///
  /// - Parameters:
  ///   - path: Its name.
  ///   - segments: In its order; those without a letter or digit are not counted.
  /// - Throws: ``StoreError`` if the memory cannot be read.
  public mutating func add(_ path: String, _ segments: [Segment]) throws(StoreError) {
    var file = MemoryAnalysis.File(path: path)
    for (place, segment) in segments.enumerated() {
      let words = BreveText.Segment.wordCount(of: segment.text)
      guard words > 0 else { continue }
      request.previous = place > 0 ? segments[place - 1].text : nil
      request.next = place + 1 < segments.count ? segments[place + 1].text : nil
      request.tags = segment.tags
      let band = try band(segment.text)
      let characters = segment.text.unicodeScalars.reduce(0) {
        $0 + ($1.properties.isWhitespace ? 0 : 1)
      }
      let number = MemoryAnalysis.Band.allCases.firstIndex(of: band) ?? 0
      file.counts[number] += .init(segments: 1, words: words, characters: characters)
    }
    analysis.files.append(file)
  }

  private mutating func band(_ text: String) throws(StoreError) -> MemoryAnalysis.Band {
    let key = Self.key(text)
    if let known = seen[key], known != .exact, known != .context { return .repetitions }
    let matches = try searcher.matches(for: text, request)
    let best = matches.first { $0.target != nil }
    let band: MemoryAnalysis.Band =
      best.map { $0.isInContext ? .context : .init(rate: $0.rate.percent) } ?? .new
    seen[key] = band
    return band
  }

  private static func key(_ text: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "’", "ʼ": key.append("'")
      case "“", "”", "«", "»": key.append("\"")
      case _ where scalar.properties.isWhitespace:
        if let last = key.last, last != " " { key.append(" ") }
      default: key.append(scalar)
      }
    }
    if key.last == " " { key.removeLast() }
    return String(key)
  }
}
