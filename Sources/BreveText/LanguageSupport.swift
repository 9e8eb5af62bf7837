// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveData
internal import BreveICU

/// What Breve knows of a language beside ICU's rules.
public struct LanguageSupport: Sendable {
  public let language: Language
  /// In English.
  public let name: String
  public let hasTailoring: Bool
  public let hasRoles: Bool
  public let hasRanking: Bool
  public let hasRepairs: Bool

  /// Every language with a file of its own, by tag.
  public static var all: [LanguageSupport] {
    let files = Set(LinkedData.names)
    return files.filter { $0.hasSuffix(".txt") && $0.utf8.count == 6 }.sorted().map { file in
      let tag = String(file.dropLast(4))
      return LanguageSupport(
        language: Language(tag), name: LocaleNames.language(tag, in: "en") ?? tag,
        hasTailoring: true,
        hasRoles: files.contains(tag + ".roles.txt"),
        hasRanking: files.contains(tag + ".stopwords.txt"),
        hasRepairs: files.contains(tag + ".repairs.txt"))
    }
  }
}
