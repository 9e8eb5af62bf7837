// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// How many letters have to be changed.
package enum EditDistance {
  /// The letters to insert, delete, replace, or swap with their neighbour to make `other` of `one`.
  ///
  /// - Parameters:
  ///   - one: A text.
  ///   - other: Another.
  ///   - limit: Above it nobody asks how far they are apart.
  /// - Returns: The distance; nil if it is more than `limit`.
  /// - Source: Damerau 1964, "A technique for computer detection and correction of spelling errors"; the restricted
  ///   form, in which no stretch is changed twice.
  package static func between(
    _ one: ArraySlice<UInt16>, _ other: ArraySlice<UInt16>, limit: Int
  ) -> Int? {
    if abs(one.count - other.count) > limit { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for (row, unit) in one.enumerated() {
      var next = [row + 1]
      next.reserveCapacity(other.count + 1)
      var least = row + 1
      for (column, otherUnit) in other.enumerated() {
        var distance = min(last[column + 1], next[column]) + 1
        distance = min(distance, last[column] + (unit == otherUnit ? 0 : 1))
        if row > 0, column > 0, unit == other[other.startIndex + column - 1],
          one[one.startIndex + row - 1] == otherUnit
        {
          distance = min(distance, beforeLast[column - 1] + 1)
        }
        next.append(distance)
        least = min(least, distance)
      }
      if least > limit { return nil }
      beforeLast = last
      last = next
    }
    return last[other.count] <= limit ? last[other.count] : nil
  }
}
