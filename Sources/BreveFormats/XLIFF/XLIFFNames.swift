// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The versions of XLIFF that are read and written.
public enum XLIFFVersion: String, CaseIterable, Hashable, Sendable {
  /// XLIFF 1.2, and what of 1.0 and 1.1 is the same.
  case v12 = "1.2"
  /// XLIFF 2.0 and 2.1.
  case v2 = "2.1"

  var namespace: String {
    switch self {
    case .v12: "urn:oasis:names:tc:xliff:document:1.2"
    case .v2: XLIFFNames.core
    }
  }
}

/// The namespaces of XLIFF.
enum XLIFFNames {
  static let core = "urn:oasis:names:tc:xliff:document:2.0"
  static let matches = "urn:oasis:names:tc:xliff:matches:2.0"
  static let style = "urn:oasis:names:tc:xliff:fs:2.0"
  static let xml = "http://www.w3.org/XML/1998/namespace"

  /// The modules of XLIFF 2.1: the prefix that is usual, and the elements that may stand in core elements; none where
  /// only attributes do.
  static let modules: [String: (prefix: String, elements: Set<String>)] = [
    matches: ("mtc", ["matches"]),
    "urn:oasis:names:tc:xliff:glossary:2.0": ("gls", ["glossary"]),
    style: ("fs", []),
    "urn:oasis:names:tc:xliff:metadata:2.0": ("mda", ["metadata"]),
    "urn:oasis:names:tc:xliff:resourcedata:2.0": ("res", ["resourceData"]),
    "urn:oasis:names:tc:xliff:sizerestriction:2.0": ("slr", ["profiles", "data"]),
    "urn:oasis:names:tc:xliff:validation:2.0": ("val", ["validation"]),
    "urn:oasis:names:tc:xliff:changetracking:2.0": ("ctr", ["changeTrack"]),
    "urn:oasis:names:tc:xliff:changetracking:2.1": ("ctr", ["changeTrack"]),
  ]

  /// Namespaces whose attributes may stand on inline codes, besides those of ``modules``.
  static let its: Set<String> = [
    "http://www.w3.org/2005/11/its", "urn:oasis:names:tc:xliff:itsm:2.1",
  ]

  /// Whether a namespace is that of a module.
  static func isModule(_ namespace: String) -> Bool {
    modules[namespace] != nil || its.contains(namespace)
  }

  /// The prefixes by which a fragment may name what modules and registered extensions (TBX) hold.
  static let fragmentPrefixes: Set<String> = Set(modules.values.map(\.prefix)).union(["its", "tbx"])
}
