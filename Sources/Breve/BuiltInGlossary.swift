// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveData
public import BreveFormats

/// The glossary that is linked into the binary.
public enum BuiltInGlossary {
  /// How it is called where a path is expected.
  package static let name = "(built in)"

  /// Its files by their names, as `fr-en.tsv`, in the order they are listed.
  package static let files = ["fr-en.tsv", "domains.tsv", "README.md", "PROVENANCE.md"]

  /// The bytes of one of ``files``; none if there is no such file.
  package static func bytes(of name: String) -> [UInt8] {
    LinkedData.bytes(of: "Glossary/" + name) ?? []
  }

  /// Reads it anew; keep the value to use it again.
  public static var table: GlossaryTable {
    GlossaryTable(String(decoding: bytes(of: "fr-en.tsv"), as: UTF8.self), path: name)
  }

  /// The keys of its domains.
  package static var domains: [String] {
    GlossaryRules.domains(in: String(decoding: bytes(of: "domains.tsv"), as: UTF8.self))
  }
}
