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
  /// Boundary F1 in percent on the worst and the best of the sets it was measured on; nil where there is none.
  public let boundaryF1: ClosedRange<Double>?

  /// Whether ICU has a name for the language, or it is `und`.
  public static func isKnown(_ language: Language) -> Bool {
    let tag = language.primary
    guard tag != "und" else { return true }
    return (2...3).contains(tag.utf8.count) && tag.utf8.allSatisfy { (0x61...0x7A).contains($0) }

      && LocaleNames.language(tag, in: "en").map { $0 != tag } ?? false
  }

  private static var measured: [String: ClosedRange<Double>] {
    let bytes = LinkedData.bytes(of: "und.quality.txt") ?? []
    var measured: [String: ClosedRange<Double>] = [:]
    for entry in SectionedList(String(decoding: bytes, as: UTF8.self)).entries {
      guard entry.words.count == 4, let low = Double(entry.words[1]),
        let high = Double(entry.words[2]),
        low <= high
      else { continue }
      measured[entry.words[0]] = low...high
    }
    return measured
  }

  /// Every language with a sentence file or a list of stop words of its own, by tag.
  public static var all: [LanguageSupport] {
    let files = Set(LinkedData.names)
    let measured = Self.measured
    let tags = files.filter {
      $0.hasSuffix(".stopwords.txt") || ($0.hasSuffix(".txt") && $0.utf8.count == 6)
    }.compactMap { $0.split(separator: ".").first.map(String.init) }
    return Set(tags).sorted().map { tag in
      LanguageSupport(
        language: Language(tag), name: LocaleNames.language(tag, in: "en") ?? tag,
        hasTailoring: files.contains(tag + ".txt"),
        hasRoles: files.contains(tag + ".roles.txt"),
        hasRanking: files.contains(tag + ".stopwords.txt"),
        hasRepairs: files.contains(tag + ".repairs.txt"), boundaryF1: measured[tag])
    }
  }
}
