// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import CICU

/// Unicode case folding, in the default (not Turkic) way.
package enum CaseFolding {
  /// The simple case folding of every UTF-16 unit: 65,536 entries.
  package static func simpleTable() -> [UInt16] {
    unsafe [UInt16](unsafeUninitializedCapacity: 0x10000) { buffer, count in
      unsafe bicu_simple_folds(buffer.baseAddress)
      count = 0x10000
    }
  }

  /// The simple case folding of the first `count` UTF-16 units without their accents, 0 for marks that combine.
  package static func baseLetters(_ count: Int) -> [UInt16] {
    unsafe [UInt16](unsafeUninitializedCapacity: count) { buffer, filled in
      unsafe bicu_base_letters(buffer.baseAddress, UInt32(count))
      filled = count
    }
  }

  package static func folded(_ text: Span<UInt16>) throws(ICUError) -> [UInt16] {
    var status: Int32 = 0
    let room = text.count * 3 + 16
    let out = unsafe [UInt16](unsafeUninitializedCapacity: room) { buffer, count in
      count = unsafe text.withUnsafeBufferPointer {
        Int(
          unsafe bicu_fold(
            $0.baseAddress, Int32($0.count), buffer.baseAddress, Int32(room), &status))
      }
    }
    try ICUError.check(status, "u_strFoldCase")
    return out
  }
}
