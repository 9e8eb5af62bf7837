// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A language, as a BCP 47 tag in lower case: `fr`, `fr-ca`, `zh`.
public struct Language: Hashable, Sendable, CustomStringConvertible {
  public let tag: String

  /// - Parameter tag: A BCP 47 tag; case and `_` are made equal, `fr_CA` is `fr-ca`.
  public init(_ tag: String) {
    self.tag = String(tag.lowercased().map { $0 == "_" ? "-" : $0 })
  }

  /// The primary subtag: `fr` for `fr-ca`; the old and near codes that detectors give are brought to one (`no` is `nb`).
  public var primary: String {
    let first = tag.split(separator: "-").first.map(String.init) ?? tag
    return switch first {
    case "no", "nn": "nb"
    case "iw": "he"
    default: first
    }
  }

  public var description: String { tag }

  public static let french = Language("fr")
  public static let english = Language("en")
  /// No language known: ICU's root rules and no tailoring.
  public static let undetermined = Language("und")
}
