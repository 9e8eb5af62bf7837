// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveText

/// Logarithms and exponentials by tables: quick, and the same bits on every machine.
enum AlignmentMath {
  private static let logBits = 12
  private static let logs: [Float] = (0..<(1 << logBits)).map {
    Float(Logarithm.of(1 + (Double($0) + 0.5) / Double(1 << logBits)))
  }

  /// The natural logarithm of a positive normal number, to three digits after the point.
  @inline(__always)
  static func log(_ x: Float) -> Float {
    let bits = x.bitPattern
    let exponent = Float(Int32(bitPattern: bits >> 23) - 127)
    return exponent * 0.693_147_18 + logs[Int((bits & 0x7F_FFFF) >> UInt32(23 - logBits))]
  }

  /// log(1 + exp(-d)) for d from 0 to 16, in steps of 1/64.
  private static let additions: [Float] = (0...(16 * 64)).map {
    Float(Logarithm.of(1 + exponential(-Double($0) / 64)))
  }

  /// log(exp(a) + exp(b)).
  @inline(__always)
  static func logAdd(_ a: Float, _ b: Float) -> Float {
    let high = max(a, b)
    let difference = high - min(a, b)
    guard difference < 16 else { return high }
    return high + additions[Int(difference * 64 + 0.5)]
  }

  /// The exponential, by halving and its series.
  static func exponential(_ x: Double) -> Double {
    guard x > -700 else { return 0 }
    let halvings = 10
    let small = x / Double(1 << halvings)
    var term = 1.0
    var sum = 1.0
    for n in 1...12 {
      term *= small / Double(n)
      sum += term
    }
    for _ in 0..<halvings { sum *= sum }
    return sum
  }
}
