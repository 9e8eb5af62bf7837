// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import CData

/// The read-only files linked into the binary.
package enum LinkedData {
  /// The bytes of the file called `name`, as `fr.txt`; nil if there is none.
  package static func bytes(of name: String) -> [UInt8]? {
    var index = 0
    while let file = unsafe bdata_at(index) {
      if unsafe String(cString: file.pointee.name) == name {
        return unsafe [UInt8](
          UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.length))
      }
      index += 1
    }
    return nil
  }

  /// The names of all files, in the order they are linked in.
  package static var names: [String] {
    var names: [String] = []
    while let file = unsafe bdata_at(names.count) {
      names.append(unsafe String(cString: file.pointee.name))
    }
    return names
  }
}
