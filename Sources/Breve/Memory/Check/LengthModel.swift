// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// How long targets of a memory are for sources of some length.
///
/// For each class of lengths it holds the median of the logarithm of target over source, and how far a target usually is
/// from it, by the median of the distances (times 1.4826, the standard deviation of a normal distribution).
struct LengthModel {
  /// The greatest length of a source, in letters and digits, of each class but the last.
  private static let limits = [10, 20, 40, 80, 160, 320]
  /// More values tell no more.
  private static let most = 100_000
  /// A class with fewer pairs takes the values of all.
  private static let least = 30
  /// Beyond so many deviations, and by a factor of 2.2, a length is an outlier.
  private static let deviations = 4.5

  private var values: [[Float]] = Array(repeating: [], count: limits.count + 1)
  private var classes: [(median: Double, deviation: Double)] = []

  private static func number(_ length: Int) -> Int {
    limits.firstIndex { length <= $0 } ?? limits.count
  }

  private static func ratio(_ source: Int, _ target: Int) -> Double {
    // Five letters more on either side: short texts vary more.
    logarithm(Double(target + 5) / Double(source + 5))
  }

  /// Takes a pair into account.
  mutating func add(source: Int, target: Int) {
    let number = Self.number(source)
    if values[number].count < Self.most {
      values[number].append(Float(Self.ratio(source, target)))
    }
  }

  /// Ends the counting.
  mutating func finish() {
    let all = Self.spread(values.flatMap { $0 })
    classes = values.map { $0.count < Self.least ? all : Self.spread($0) }
    values = []
  }

  /// The median and the deviation; those of texts at large where there are too few.
  private static func spread(_ values: [Float]) -> (median: Double, deviation: Double) {
    guard values.count >= least else { return (0, 0.3) }
    let median = median(values.sorted())
    let deviation = Self.median(values.map { abs($0 - median) }.sorted()) * 1.4826
    return (Double(median), max(0.1, Double(deviation)))
  }

  private static func median(_ sorted: [Float]) -> Float { sorted[sorted.count / 2] }

  /// Whether a pair is an outlier.
  func isOutlier(source: Int, target: Int) -> Bool {
    guard max(source, target) >= 15, !classes.isEmpty else { return false }
    let (median, deviation) = classes[Self.number(source)]
    let distance = abs(Self.ratio(source, target) - median)
    return distance > Self.deviations * deviation && distance > 0.8
  }

  /// The natural logarithm, by its series: the same bits on every machine.
  private static func logarithm(_ value: Double) -> Double {
    let exponent = value.exponent
    let mantissa = value.significand
    let part = (mantissa - 1) / (mantissa + 1)
    let square = part * part
    var term = part
    var sum = 0.0
    for odd in stride(from: 1.0, to: 40, by: 2) {
      sum += term / odd
      term *= square
    }
    return 2 * sum + Double(exponent) * 0.693_147_180_559_945_3
  }
}
