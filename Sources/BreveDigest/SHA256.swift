// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import CDigest

/// SHA-256 (FIPS 180-4).
package enum SHA256 {
  /// The digest of `bytes` in 64 lower-case hexadecimal digits.
  package static func hexadecimal(_ bytes: Span<UInt8>) -> String {
    let digest = unsafe [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      unsafe bytes.withUnsafeBufferPointer {
        unsafe bdigest_sha256($0.baseAddress, $0.count, buffer.baseAddress)
      }
      count = 32
    }
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
