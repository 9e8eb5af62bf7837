// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveText

/// Segments that say the same in several languages.
///
/// A unit with one variant is kept and found, and is never offered as a translation.
public struct TranslationUnit: Hashable, Sendable {
  /// The number in its memory, from 1, never given twice; 0 before it is stored.
  public var id: Int
  /// At most one a language; in the order of the file.
  public var variants: [Variant]
  /// Who made it, and when.
  public var created: Stamp
  /// Who changed it last, and when.
  public var changed: Stamp
  /// How far the work on it has come.
  public var state: UnitState
  /// The project it was made in.
  public var project: String?
  /// Its subject field.
  public var domain: String?
  /// The document the source was read from.
  public var document: String?
  /// Where in that document the source stands, in UTF-8 bytes.
  public var range: Range<Int>?
  /// The source segment before this one in its document; nil where it is not known.
  public var previous: String?
  /// The source segment after this one.
  public var next: String?
  /// The id it had in an exchange file (`tuid`).
  public var name: String?
  /// The number of the unit or line, from 0, in the file it was imported from.
  public var line: Int?
  /// The language it was translated from, where the file says so; nil where any may be the source.
  public var sourceLanguage: Language?
  /// Remarks for people.
  public var notes: [UnitNote]
  /// What a file said that Breve has no field for, kept for the way out.
  public var properties: [UnitProperty]

  /// A unit of variants that is not stored yet.
  public init(
    id: Int = 0, _ variants: [Variant], state: UnitState = .imported, created: Stamp = Stamp(),
    changed: Stamp = Stamp()
  ) {
    self.id = id
    self.variants = variants
    self.created = created
    self.changed = changed
    self.state = state
    notes = []
    properties = []
  }

  /// The variant to take for a language.
  ///
  /// - Parameter language: As `fr-ca`: that variant, then `fr`, then the first of any region; as `fr`: `fr`, then the
  ///   first of any region.
  /// - Returns: Nil if the unit has no variant of the language.
  public func variant(_ language: Language) -> Variant? {
    var best: Variant?
    var bestRank = 3
    for variant in variants where variant.language.primary == language.primary {
      let rank =
        variant.language == language ? 0 : variant.language.tag == language.primary ? 1 : 2
      if rank < bestRank { (best, bestRank) = (variant, rank) }
    }
    return best
  }
}
