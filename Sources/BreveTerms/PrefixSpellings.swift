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

  /// The same term with the prefix of one of its words written the other way; none if there is no such word.
  static func others(of term: String) -> [String] {
    let words = term.split(separator: " ", omittingEmptySubsequences: false)
    for (index, word) in words.enumerated() {
      for prefix in prefixes where word.hasPrefix(prefix) {
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
