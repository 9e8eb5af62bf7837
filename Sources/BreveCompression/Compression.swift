// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import CCompression

/// How the bytes of a file are packed.
package enum Compression: Sendable {
  case gzip
  case xz

  /// The packing that the first bytes of a file tell; nil if it is none of ours.
  package init?(firstBytes bytes: [UInt8]) {
    if bytes.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]) {
      self = .xz
    } else {
      return nil
    }
  }

  /// The packing that the ending of a file's name asks for; nil if it asks for none.
  package init?(path: String) {
    let name = path.lowercased()
    if name.hasSuffix(".gz") {
      self = .gzip
    } else if name.hasSuffix(".xz") {
      self = .xz
    } else {
      return nil
    }
  }

  var code: Int32 { self == .gzip ? Int32(BCOMP_GZIP) : Int32(BCOMP_XZ) }
}

/// The CRC-32 of bytes, as gzip and ZIP have it.
package func checksum(of bytes: [UInt8]) -> UInt32 {
  unsafe bytes.withUnsafeBufferPointer { unsafe bcomp_checksum($0.baseAddress, $0.count) }
}

/// Why packed bytes cannot be unpacked.
package enum CompressionError: Error, Sendable {
  case damaged
  case cutOff
  case needsTooMuchMemory
}

/// Packs or unpacks a stream of bytes, a piece at a time, in constant memory.
@safe package struct CompressionStream: ~Copyable {
  private let stream: OpaquePointer
  /// Whether all has come out.
  package private(set) var isDone = false

  /// - Throws: ``CompressionError`` if there is no memory for it.
  package init(_ kind: Compression, compresses: Bool) throws(CompressionError) {
    guard let opened = unsafe bcomp_open(kind.code, compresses ? 1 : 0) else {
      throw .needsTooMuchMemory
    }
    unsafe stream = opened
  }

  deinit { unsafe bcomp_close(stream) }

  /// What the next bytes of `input` become: at most 128 KB.
  ///
  /// - Parameters:
  ///   - input: The bytes at hand.
  ///   - position: The first of them that is not used up; moved on.
  ///   - isLast: Whether nothing comes after them.
  /// - Returns: The bytes, none if there is more to come only with more input; `isDone` is set where no call gives more.
  /// - Throws: ``CompressionError`` if packed bytes are damaged or cut off.
  package mutating func step(
    _ input: [UInt8], from position: inout Int, isLast: Bool
  ) throws(CompressionError) -> [UInt8] {
    let room = 1 << 17
    var taken = 0
    var put = 0
    var done: Int32 = 0
    var status: Int32 = 0
    let output = unsafe [UInt8](unsafeUninitializedCapacity: room) { out, count in
      status = unsafe input.withUnsafeBufferPointer { input in
        unsafe bcomp_step(
          stream, input.baseAddress.map { unsafe $0 + position }, input.count - position, &taken,
          out.baseAddress, room, &put, isLast ? 1 : 0, &done)
      }
      count = put
    }
    position += taken
    isDone = done != 0
    switch status {
    case Int32(BCOMP_OK): return output
    case Int32(BCOMP_CUT): throw .cutOff
    case Int32(BCOMP_DAMAGED): throw .damaged
    default: throw .needsTooMuchMemory
    }
  }
}
