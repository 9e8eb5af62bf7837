// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// One source term and one target term of a concept: a line of a glossary.
///
/// All pairs of one concept share its ``id``. Texts are NFC without white space at their ends; a glossary that was read
/// from a file may hold others, which a check reports.
public struct TermPair: Hashable, Sendable {
  /// The concept, as `ecowas`; in a file without ids, the line number.
  public var id: String
  /// The French term, in its dictionary form.
  public var source: String
  /// One English rendering.
  public var target: String
  /// Other spellings of ``source``.
  public var sourceVariants: [String]
  /// Other spellings of ``target``.
  public var targetVariants: [String]
  /// The word class of ``source``; nil if not said.
  public var partOfSpeech: PartOfSpeech?
  /// `m`, `f`, `mpl` or `fpl`, as the file has it; empty if not said.
  public var gender: String
  /// A key of the list of domains; empty if not said.
  public var domain: String
  /// How ``target`` may be used for ``source``.
  public var status: TermStatus
  /// Whether the term stands in English as it does in French.
  public var isUntranslated: Bool
  /// Which forms are found.
  public var matching: TermMatching
  /// What the concept is.
  public var definition: String
  /// When to use the pair.
  public var note: String
  /// Where the pair comes from, as `own`.
  public var origin: String
  /// The day it was made, as `2026-11-21`; empty if not said.
  public var created: String
  /// The day it was changed last.
  public var changed: String
  /// Columns that Breve does not know, by name, kept for the way back.
  public var others: [String: String]

  /// A pair; what is not given is empty, preferred and inflected.
  public init(
    id: String, source: String, target: String, sourceVariants: [String] = [],
    targetVariants: [String] = [], partOfSpeech: PartOfSpeech? = nil, gender: String = "",
    domain: String = "", status: TermStatus = .preferred, isUntranslated: Bool = false,
    matching: TermMatching = .inflect, definition: String = "", note: String = "",
    origin: String = "", created: String = "", changed: String = "",
    others: [String: String] = [:]
  ) {
    self.id = id
    self.source = source
    self.target = target
    self.sourceVariants = sourceVariants
    self.targetVariants = targetVariants
    self.partOfSpeech = partOfSpeech
    self.gender = gender
    self.domain = domain
    self.status = status
    self.isUntranslated = isUntranslated
    self.matching = matching
    self.definition = definition
    self.note = note
    self.origin = origin
    self.created = created
    self.changed = changed
    self.others = others
  }
}
