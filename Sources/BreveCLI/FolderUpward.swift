// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveSystem

/// The current folder, or one above it.
struct FolderUpward {
  /// From the root, without a slash at its end; empty for the root itself.
  let path: String
  /// What stands before a name in it, from the current folder: nothing, `../`, `../../` and so on.
  let prefix: String

  /// The nearest one of which something holds; nil if it holds of none.
  static func nearest(where holds: (FolderUpward) -> Bool) -> FolderUpward? {
    var path = SystemFacts.currentFolder ?? ""
    if path == "/" { path = "" }
    var prefix = ""
    while true {
      let folder = FolderUpward(path: path, prefix: prefix)
      if holds(folder) { return folder }
      guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
      path = String(path[..<slash])
      prefix += "../"
    }
  }

  /// What stands in it under a name.
  func kind(_ name: String) -> SystemFile.Kind { SystemFile.kind(prefix + name) }
}
