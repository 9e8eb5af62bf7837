// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// How much of some files a memory knows: segments, words and characters by match band.
public struct MemoryAnalysis: Hashable, Sendable {
  /// How well a segment is known, best first.
  public enum Band: String, CaseIterable, Hashable, Sendable {
    /// The same text as a segment before it, in this file or another, for which the memory has no exact match.
    case repetitions
    /// An exact match between the same segments.
    case context
    case exact = "100"
    case from95 = "95-99"
    case from85 = "85-94"
    case from75 = "75-84"
    case from50 = "50-74"
    /// Below 50 %, or nothing.
    case new

    /// The band of the best rate, in percent.
    init(rate: Double) {
      self =
        switch rate {
        case 100...: .exact
        case 95...: .from95
        case 85...: .from85
        case 75...: .from75
        case 50...: .from50
        default: .new
        }
    }
  }

  /// What falls into a band.
  public struct Count: Hashable, Sendable {
    public var segments = 0
    /// Stretches without white space that hold a letter or a digit.
    public var words = 0
    /// Without white space.
    public var characters = 0

    /// Adds another count.
    static func += (one: inout Count, other: Count) {
      one.segments += other.segments
      one.words += other.words
      one.characters += other.characters
    }
  }

  /// The counts of one file, or of all.
  public struct File: Hashable, Sendable {
    public let path: String
    /// In the order of ``Band``.
    public internal(set) var counts = Array(repeating: Count(), count: Band.allCases.count)

    /// All bands together.
    public var total: Count {
      counts.reduce(into: Count()) { $0 += $1 }
    }

    /// The bands with their counts.
    public var bands: [(band: Band, count: Count)] { Array(zip(Band.allCases, counts)) }

    /// The share of all words, in percent with one digit after the point.
    func share(_ count: Count) -> String {
      let all = total.words
      let tenths = all == 0 ? 0 : (count.words * 2_000 + all) / (all * 2)
      return "\(tenths / 10).\(tenths % 10)"
    }
  }

  /// In the order of the input.
  public internal(set) var files: [File] = []

  /// All files as one.
  public var total: File {
    var total = File(path: "all")
    for file in files {
      for place in file.counts.indices { total.counts[place] += file.counts[place] }
    }
    return total
  }
}
