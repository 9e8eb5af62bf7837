// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A unit that the signatures do not rule out.
struct Survivor: Sendable {
  let place: UInt32
  let length: UInt32
  /// The tokens it shares with the query, at most.
  let overlap: UInt32
}

/// What one class of a segment is scanned for.
struct SignatureScan {
  /// The vectors of slices that may be added up: what eight planes can count.
  static let mostSlices = 248

  /// Where the slice of each of the query's tokens begins, in vectors, rare tokens first.
  var starts: [Int] = []
  /// Tokens of the query that are not scanned for and count as shared.
  var slack = 0
  /// The runs of lengths that can match.
  var runs: Range<Int> = 0..<0
  /// For each of them, how many shared tokens it takes.
  var needed: [Int] = []
}

private typealias Vector = SIMD4<UInt64>

/// Counts for 256 units at a time, up to 255 each, in eight planes of bits.
private struct BitCounts {
  private var ones = Vector.zero
  private var twos = Vector.zero
  private var fours = Vector.zero
  private var eights = Vector.zero
  private var sixteens = Vector.zero
  private var high32 = Vector.zero
  private var high64 = Vector.zero
  private var high128 = Vector.zero

  /// Adds three bits: the sum stays, the carry is returned.
  @inline(__always)
  private static func add(_ sum: inout Vector, _ one: Vector, _ other: Vector) -> Vector {
    let half = sum ^ one
    let carry = (sum & one) | (half & other)
    sum = half ^ other
    return carry
  }

  /// Adds up to eight slices, those from number `index` on; `index` is a multiple of eight.
  @inline(__always)
  mutating func addSlices(
    _ starts: Span<Int>, from index: Int, of vectors: Span<SIMD4<UInt64>>, at vector: Int
  ) {
    let rest = starts.count - index
    let none = Vector.zero
    let twosA = Self.add(
      &ones, vectors[starts[index] + vector],
      rest > 1 ? vectors[starts[index + 1] + vector] : none)
    let twosB = Self.add(
      &ones, rest > 2 ? vectors[starts[index + 2] + vector] : none,
      rest > 3 ? vectors[starts[index + 3] + vector] : none)
    let foursA = Self.add(&twos, twosA, twosB)
    let twosC = Self.add(
      &ones, rest > 4 ? vectors[starts[index + 4] + vector] : none,
      rest > 5 ? vectors[starts[index + 5] + vector] : none)
    let twosD = Self.add(
      &ones, rest > 6 ? vectors[starts[index + 6] + vector] : none,
      rest > 7 ? vectors[starts[index + 7] + vector] : none)
    let foursB = Self.add(&twos, twosC, twosD)
    var carry = Self.add(&fours, foursA, foursB)
    var next = eights & carry
    eights ^= carry
    guard index >= 8 else { return }
    carry = sixteens & next
    sixteens ^= next
    guard index >= 24 else { return }
    next = high32 & carry
    high32 ^= carry
    carry = high64 & next
    high64 ^= next
    high128 ^= carry
  }

  /// The units that have at least `count`.
  @inline(__always)
  func reaching(_ count: Int) -> Vector {
    if count <= 0 { return Vector(repeating: .max) }
    var less = Vector.zero
    less = count & 1 != 0 ? ~ones | less : ~ones & less
    less = count & 2 != 0 ? ~twos | less : ~twos & less
    less = count & 4 != 0 ? ~fours | less : ~fours & less
    less = count & 8 != 0 ? ~eights | less : ~eights & less
    less = count & 16 != 0 ? ~sixteens | less : ~sixteens & less
    less = count & 32 != 0 ? ~high32 | less : ~high32 & less
    less = count & 64 != 0 ? ~high64 | less : ~high64 & less
    less = count & 128 != 0 ? ~high128 | less : ~high128 & less
    return ~less
  }

  /// The count of one unit.
  @inline(__always)
  func count(lane: Int, bit: UInt64) -> Int {
    let low =
      (ones[lane] >> bit & 1) | (twos[lane] >> bit & 1) << 1
      | (fours[lane] >> bit & 1) << 2 | (eights[lane] >> bit & 1) << 3
    let high =
      (sixteens[lane] >> bit & 1) << 4 | (high32[lane] >> bit & 1) << 5
      | (high64[lane] >> bit & 1) << 6 | (high128[lane] >> bit & 1) << 7
    return Int(low | high)
  }
}

/// Appends the units of `signatureClass` that share enough tokens, as far as the signatures can tell.
///
/// Slices come in by carry-save adders, eight at a time, those that fewest units have first.
///
/// - Source: Warren, "Hacker's Delight", chapter 5, after Harley and Seal, for the adder.
func scanSignatures(
  _ scan: borrowing SignatureScan, of signatureClass: SignatureClass, in segment: IndexSegment,
  _ vectors: Span<SIMD4<UInt64>>, into survivors: inout [Survivor]
) {
  let first = max(segment.runs[scan.runs.lowerBound].first, signatureClass.firstUnit)
  let end = min(
    segment.end(ofRun: scan.runs.upperBound - 1),
    signatureClass.firstUnit + signatureClass.unitCount)
  guard first < end else { return }
  let starts = scan.starts.span
  // Held once: counting references in the loop would make threads wait for one another.
  let runArray = segment.runs
  let runs = runArray.span
  let unitCount = segment.layout.unitCount
  let count = starts.count
  let inVector = SignatureClass.unitsInVector
  var run = segment.run(of: first)
  let firstVector = (first - signatureClass.firstUnit) / inVector
  let lastVector = (end - 1 - signatureClass.firstUnit) / inVector
  scan: for vector in firstVector...lastVector {
    let base = signatureClass.firstUnit + vector * inVector
    while runEnd(runs, run, unitCount) <= max(base, first) { run += 1 }
    let need = scan.needed[run - scan.runs.lowerBound] - scan.slack
    if need > count { continue }

    var counts = BitCounts()
    var index = 0
    while index < count {
      counts.addSlices(starts, from: index, of: vectors, at: vector)
      index += 8
      // Most vectors are done with here: not one unit could get there with all the slices that are left.
      if index < count, counts.reaching(need - (count - index)) == .zero { continue scan }
    }
    let found = counts.reaching(need)
    var place = run
    for lane in 0..<4 {
      var word = found[lane]
      while word != 0 {
        let bit = UInt64(word.trailingZeroBitCount)
        word &= word &- 1
        let unit = base + lane * 64 + Int(bit)
        guard unit >= first, unit < end else { continue }
        while runEnd(runs, place, unitCount) <= unit { place += 1 }
        let overlap = counts.count(lane: lane, bit: bit) + scan.slack
        guard overlap >= scan.needed[place - scan.runs.lowerBound] else { continue }
        survivors.append(
          Survivor(
            place: UInt32(unit), length: UInt32(runs[place].length),
            overlap: UInt32(overlap)))
      }
    }
  }
}

@inline(__always)
private func runEnd(_ runs: Span<(length: Int, first: Int)>, _ index: Int, _ unitCount: Int) -> Int
{
  index + 1 < runs.count ? runs[index + 1].first : unitCount
}
