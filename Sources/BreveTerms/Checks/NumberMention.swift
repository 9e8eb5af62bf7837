// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A number that stands in a sentence, in digits or words.
struct NumberMention: Hashable, Sendable {
  /// Its value as digits and a power of ten, without final zeros: 1.5 million is 15 and 5.
  struct Value: Hashable, Sendable {
    let digits: UInt64
    let exponent: Int

    init(digits: UInt64, exponent: Int = 0) {
      var (digits, exponent) = (digits, exponent)
      if digits == 0 { exponent = 0 }
      while digits > 0, digits % 10 == 0 {
        digits /= 10
        exponent += 1
      }
      self.digits = digits
      self.exponent = exponent
    }

    /// Reads `12`, `1/2`, `1/3` and `1/4`; nil for anything else.
    init?(text: String) {
      switch text {
      case "1/2": self.init(digits: 5, exponent: -1)
      case "1/3": self.init(digits: 333_333, exponent: -6)
      case "1/4": self.init(digits: 25, exponent: -2)
      default:
        guard let whole = UInt64(text) else { return nil }
        self.init(digits: whole)
      }
    }

    func scaled(by power: Int) -> Value { Value(digits: digits, exponent: exponent + power) }

    /// The value and one half of ten to the power of `scale`; the value itself where it is no whole number of these.
    func andHalf(of scale: Int) -> Value {
      guard exponent >= scale, exponent - scale < 6, digits < 1_000_000_000 else { return self }
      let units = (0...(exponent - scale)).reduce(digits) { value, _ in value * 10 }
      return Value(digits: units + 5, exponent: scale - 1)
    }

    /// As a floating-point number, for comparisons that are rough anyway.
    var number: Double {
      var number = Double(digits)
      for _ in 0..<min(abs(exponent), 30) { number = exponent < 0 ? number / 10 : number * 10 }
      return number
    }

    /// The whole number, if it is a small one.
    var whole: Int? {
      guard exponent >= 0, exponent < 8, digits < 100_000_000 else { return nil }
      return (0..<exponent).reduce(Int(digits)) { value, _ in value * 10 }
    }

    /// The whole number, up to a thousand billion.
    var large: UInt64? {
      guard exponent >= 0, exponent < 13, digits < 1_000_000 else { return nil }
      return (0..<exponent).reduce(digits) { value, _ in value * 10 }
    }
  }

  let value: Value
  /// What it may be in other words, as 1921 and 2021 for 21.
  var others: [Value] = []
  /// UTF-16 units, with the word that multiplies it.
  let range: Range<Int>
  /// Whether it is written in digits that are no part of a word: what has to stand on the other side too.
  let isFirm: Bool
  /// How it is written in words; nil for digits.
  var kind: NumberWords.Kind?
  /// What it counts, if that is a unit of measure.
  var unit: CheckWords.MeasureUnit?

  /// Whether it may be the same measure in another unit; of units without a size in the files, whether both measure the same.
  func isConverted(_ other: NumberMention) -> Bool {
    if unit?.quantity == "heat", other.unit == nil, other.kind == nil {
      return MeasureConversion.isFahrenheit(value.number, other.value.number)
    }
    guard let unit, let unitOfOther = other.unit, unit.quantity == unitOfOther.quantity,
      unit.name != unitOfOther.name
    else {
      return other.unit?.quantity == "heat" && unit == nil && kind == nil
        && MeasureConversion.isFahrenheit(other.value.number, value.number)
    }
    if kind == .vague || other.kind == .vague { return true }
    return MeasureConversion.agree((value.number, unit), (other.value.number, unitOfOther))
  }

  /// Whether it is the same number as one of the other language.
  func equals(_ other: NumberMention) -> Bool {
    if value == other.value { return true }
    return others.contains(other.value) || other.others.contains(value)
      || others.contains(where: other.others.contains)
  }

  /// Whether it and a number of the other language, both without an equal, are one number that was changed.
  func mayBe(_ other: NumberMention) -> Bool {
    switch (kind, other.kind) {
    case (nil, nil): isFirm || other.isFirm
    case (nil, .cardinals?), (nil, .collectives?): isFirm
    case (.cardinals?, nil), (.collectives?, nil): other.isFirm
    case (.cardinals?, .collectives?), (.collectives?, .cardinals?): true
    case (.ordinals?, .looseOrdinals?), (.looseOrdinals?, .ordinals?): true
    case (let one?, let two?): one == two && !one.isLoose
    default: false
    }
  }
}
