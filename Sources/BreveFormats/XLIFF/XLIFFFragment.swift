// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// References into an XLIFF 2.1 document, as `#f=f1/u=u1/n=n2`.
///
/// - Source: OASIS 2018, "XLIFF Version 2.1", §4.6 "Fragment Identification".
enum XLIFFFragment {
  /// Why a reference is none; nil if it is one, or leads out of the document.
  static func fault(in reference: String) -> String? {
    guard reference.hasPrefix("#") else { return nil }
    var text = reference.dropFirst()
    if text.hasPrefix("/") { text = text.dropFirst() }
    if text.isEmpty { return "there is nothing after '#'" }
    var rank = -1
    var hasLeaf = false
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let id = pieces.last, XLIFFSchema.Value.isName(String(id)) else {
        return "'\(part)' holds no id"
      }
      if hasLeaf { return "'\(part)' stands behind what can only be the end" }
      let prefix = pieces.count == 2 ? String(pieces[0]) : ""
      if let place = ["f", "g", "u"].firstIndex(of: prefix) {
        if place == rank { return "'\(prefix)=' is there twice" }
        if place < rank { return "'\(prefix)=' stands too late" }
        rank = place
        continue
      }
      hasLeaf = true
      switch prefix {
      case "", "n", "d", "t": continue
      default:
        if !XLIFFSchema.Value.isName(prefix) { return "'\(prefix)' is no name" }
        if prefix.utf8.count < 2 { return "'\(prefix)=' is too short for the prefix of a module" }
        if !XLIFFNames.fragmentPrefixes.contains(prefix) {
          return "'\(prefix)=' is the prefix of no module"
        }
      }
    }
    return nil
  }

  /// What a reference names.
  static func ids(
    in reference: String
  ) -> (file: String?, group: String?, unit: String?, note: String?) {
    var found: [String: String] = [:]
    if reference.hasPrefix("#") {
      for part in reference.dropFirst().split(separator: "/") {
        let pieces = part.split(separator: "=", maxSplits: 1).map(String.init)
        if pieces.count == 2 { found[pieces[0]] = pieces[1] }
      }
    }
    return (found["f"], found["g"], found["u"], found["n"])
  }
}
