// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The natural logarithm.
package enum Logarithm {
  /// The natural logarithm by its series: the same bits on every machine, which libm does not promise; 0 for what has none.
  package static func of(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    let exponent = Double(x.exponent)
    let mantissa = x.significand  // 1 ..< 2
    let t = (mantissa - 1) / (mantissa + 1)
    let square = t * t
    var term = t
    var sum = 0.0
    var divisor = 1.0
    while divisor < 40 {
      sum += term / divisor
      term *= square
      divisor += 2
    }
    return 2 * sum + exponent * 0.693147180559945309417
  }
}
