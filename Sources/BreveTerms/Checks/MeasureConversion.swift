// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Compares measures in different units: `10 km` and `six miles`, `26 °C` and `80 °F`.
enum MeasureConversion {
  /// A number and its unit.
  typealias Measure = (number: Double, unit: CheckWords.MeasureUnit)

  /// Whether both may be one measure, as roughly as news converts: a fifth more or less.
  ///
  /// - Parameters:
  ///   - one: A measure.
  ///   - other: One of the same quantity in another unit.
  /// - Returns: Yes, too, where the size of a unit is not known.
  static func agree(_ one: Measure, _ other: Measure) -> Bool {
    if one.unit.quantity == "heat" { return agreeInHeat(one, other) }
    guard let size = sizes[one.unit.name], let sizeOfOther = sizes[other.unit.name] else {
      return true
    }
    return areNear(one.number * size, other.number * sizeOfOther, share: 0.2)
  }

  /// By the scale, and as a difference between two temperatures; one side is Celsius.
  private static func agreeInHeat(_ one: Measure, _ other: Measure) -> Bool {
    let (celsius, fahrenheit) =
      one.unit.name == "c" ? (one.number, other.number) : (other.number, one.number)
    return isFahrenheit(celsius, fahrenheit) || areNear(celsius * 1.8, fahrenheit, share: 0.1)
  }

  /// Whether one temperature is the other to three degrees, as `26 degrés` and `in the 80s`.
  static func isFahrenheit(_ celsius: Double, _ fahrenheit: Double) -> Bool {
    abs(celsius * 1.8 + 32 - fahrenheit) <= 3
  }

  private static func areNear(_ one: Double, _ other: Double, share: Double) -> Bool {
    abs(one - other) <= share * max(abs(one), abs(other))
  }

  /// In metres, kilograms, square metres, litres and days.
  ///
  /// Months and years are those of the calendar, barrels of oil, and a gallon lies between the British and the American one.
  private static let sizes: [String: Double] = [
    "km": 1000, "m": 1, "cm": 0.01, "mm": 0.001, "mile": 1609.344, "yard": 0.9144, "foot": 0.3048,
    "inch": 0.0254, "kg": 1, "g": 0.001, "t": 1000, "ton": 1000, "lb": 0.4536, "stone": 6.35,
    "ounce": 0.02835, "ha": 10000, "acre": 4046.9, "l": 1, "gallon": 4.15, "pint": 0.52,
    "barrel": 159, "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7,
    "fortnight": 14, "month": 30.44, "year": 365.25, "decade": 3652.5,
  ]
}
