// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A form in which a glossary is written for other tools.
public enum GlossaryForm: String, CaseIterable, Sendable {
  /// TBX version 3, TBX-Basic in DCA style: everything.
  case tbx
  /// TBX version 2 (`martif`): everything.
  case tbx2
  /// Three columns with tabs and no header: source, target, remark.
  case omegat
  /// CSV of two columns without a header; only one line for a source term, nothing forbidden.
  case deepl
  /// CSV with a header of language codes, then `pos` and `description`.
  case google
  /// CSV with `source`, `target`, `context` and remarks; forbidden terms and terms that stay are marked.
  case weblate
  /// CSV with a header of language codes.
  case amazon
  /// CSV with the project's own columns: everything.
  case csv
  /// The project's own table: everything but tabs and line ends in fields.
  case tsv
  /// UTX 1.11: tabs, status and part of speech.
  case utx
}
