// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import CCLD2

/// The likeliest language of a text, by CLD2.
package enum LanguageGuess {
  /// - Returns: A BCP 47 tag, the share of the text in that language in percent, and CLD2's opinion of itself; nil if
  ///   CLD2 finds no language.
  package static func of(_ utf8: Span<UInt8>) -> (tag: String, percent: Int, reliable: Bool)? {
    var tag = [CChar](repeating: 0, count: 16)
    var reliable: Int32 = 0
    let percent = unsafe utf8.withUnsafeBufferPointer {
      unsafe bcld2_detect($0.baseAddress, Int32($0.count), &tag, &reliable)
    }
    guard percent > 0 else { return nil }
    let bytes = tag.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return (String(decoding: bytes, as: UTF8.self), Int(percent), reliable != 0)
  }
}
