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

  /// Where the slice of each of the query's tokens begins, in vectors.
  var starts: [Int] = []
  /// Tokens of the query that are not scanned for and count as shared.
  var slack = 0
  /// The runs of lengths that can match.
  var runs: Range<Int> = 0..<0
  /// For each of them, how many shared tokens it takes.
  var needed: [Int] = []
}

private typealias Vector = SIMD4<UInt64>

/// Adds three bits: the sum stays, the carry is returned.
@inline(__always)
private func add(_ sum: inout Vector, _ one: Vector, _ other: Vector) -> Vector {
  let half = sum ^ one
  let carry = (sum & one) | (half & other)
  sum = half ^ other
  return carry
}

/// Appends the units of `signatureClass` that share enough tokens, as far as the signatures can tell.
///
/// Counts for 256 units at a time stand in eight planes of bits; slices come in by carry-save adders, eight at a time.
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
  for vector in firstVector...lastVector {
    let base = signatureClass.firstUnit + vector * inVector
    while runEnd(runs, run, unitCount) <= max(base, first) { run += 1 }
    let need = scan.needed[run - scan.runs.lowerBound] - scan.slack
    if need > count { continue }

    var ones = Vector.zero
    var twos = Vector.zero
    var fours = Vector.zero
    var eights = Vector.zero
    var sixteens = Vector.zero
    var high32 = Vector.zero
    var high64 = Vector.zero
    var high128 = Vector.zero
    var index = 0
    while index < count {
      let rest = count - index
      let none = Vector.zero
      let twosA = add(
        &ones, vectors[starts[index] + vector],
        rest > 1 ? vectors[starts[index + 1] + vector] : none)
      let twosB = add(
        &ones, rest > 2 ? vectors[starts[index + 2] + vector] : none,
        rest > 3 ? vectors[starts[index + 3] + vector] : none)
      let foursA = add(&twos, twosA, twosB)
      let twosC = add(
        &ones, rest > 4 ? vectors[starts[index + 4] + vector] : none,
        rest > 5 ? vectors[starts[index + 5] + vector] : none)
      let twosD = add(
        &ones, rest > 6 ? vectors[starts[index + 6] + vector] : none,
        rest > 7 ? vectors[starts[index + 7] + vector] : none)
      let foursB = add(&twos, twosC, twosD)
      var carry = add(&fours, foursA, foursB)
      var next = eights & carry
      eights ^= carry
      if index >= 8 {
        carry = sixteens & next
        sixteens ^= next
        if index >= 24 {
          next = high32 & carry
          high32 ^= carry
          carry = high64 & next
          high64 ^= next
          high128 ^= carry
        }
      }
      index += 8
    }

    var found = Vector(repeating: .max)
    if need > 0 {
      var less = Vector.zero
      less = need & 1 != 0 ? ~ones | less : ~ones & less
      less = need & 2 != 0 ? ~twos | less : ~twos & less
      less = need & 4 != 0 ? ~fours | less : ~fours & less
      less = need & 8 != 0 ? ~eights | less : ~eights & less
      less = need & 16 != 0 ? ~sixteens | less : ~sixteens & less
      less = need & 32 != 0 ? ~high32 | less : ~high32 & less
      less = need & 64 != 0 ? ~high64 | less : ~high64 & less
      less = need & 128 != 0 ? ~high128 | less : ~high128 & less
      found = ~less
      if found == .zero { continue }
    }
    var place = run
    for lane in 0..<4 {
      var word = found[lane]
      while word != 0 {
        let bit = UInt64(word.trailingZeroBitCount)
        word &= word &- 1
        let unit = base + lane * 64 + Int(bit)
        guard unit >= first, unit < end else { continue }
        while runEnd(runs, place, unitCount) <= unit { place += 1 }
        let low =
          (ones[lane] >> bit & 1) | (twos[lane] >> bit & 1) << 1
          | (fours[lane] >> bit & 1) << 2 | (eights[lane] >> bit & 1) << 3
        let high =
          (sixteens[lane] >> bit & 1) << 4 | (high32[lane] >> bit & 1) << 5
          | (high64[lane] >> bit & 1) << 6 | (high128[lane] >> bit & 1) << 7
        let overlap = Int(low | high) + scan.slack
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
