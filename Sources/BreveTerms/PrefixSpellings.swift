// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// Prefixes that are written with a hyphen and without: `contre-attaque`, `contrattaque`; `anti-terroriste`,
/// `antiterroriste`.
///
/// - Source: "Les rectifications de l'orthographe", Journal officiel, 6 December 1990.
enum PrefixSpellings {
  private static let prefixes = [
    "contre", "entre", "extra", "infra", "intra", "ultra", "anti", "auto", "micro", "mini", "multi",
    "cyber", "narco", "géo", "para", "socio", "néo", "télé", "hydro", "agro", "inter", "bi", "tri",
    "super", "pluri", "euro", "radio", "électro", "non",
  ]

  /// Whether one of the words begins with the two bytes that a prefix begins with.
  private static func mayHavePrefix(_ term: String) -> Bool {
    let beginnings = beginnings
    var last: UInt8 = 0x20
    var isSecond = false
    for byte in term.utf8 {
      if isSecond, beginnings.contains(UInt16(last) << 8 | UInt16(byte)) { return true }
      isSecond = last == 0x20
      last = byte
    }
    return false
  }

  private static let beginnings = prefixes.reduce(into: [UInt16]()) { beginnings, prefix in
    let bytes = Array(prefix.utf8.prefix(2))
    let beginning = UInt16(bytes[0]) << 8 | UInt16(bytes[1])
    if !beginnings.contains(beginning) { beginnings.append(beginning) }
  }

  /// The same term with the prefix of one of its words written the other way; none if there is no such word.
  static func others(of term: String) -> [String] {
    guard mayHavePrefix(term) else { return [] }
    let words = term.split(separator: " ", omittingEmptySubsequences: false)
    for (index, word) in words.enumerated() {
      for prefix in prefixes where word.utf8.starts(with: prefix.utf8) {
        let rest = word.dropFirst(prefix.count)
        var replacement: String
        if rest.hasPrefix("-") {
          if prefix == "non" { continue }
          let stem = rest.dropFirst()
          guard let first = stem.unicodeScalars.first else { continue }
          let drops = prefix.hasSuffix("tre") && "aeiouéèêâî".unicodeScalars.contains(first)
          replacement = (drops ? String(prefix.dropLast()) : prefix) + stem
        } else if prefix.utf8.count > 3, rest.utf8.count > 4, !rest.contains("-") {
          replacement = prefix + "-" + rest
        } else {
          continue
        }
        var other = words
        other[index] = replacement[...]
        return [other.joined(separator: " ")]
      }
    }
    return []
  }
}
