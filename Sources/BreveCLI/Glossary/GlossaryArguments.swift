// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveSystem

/// Which glossary is meant.
struct GlossaryArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The glossary; if not given, that of breve.toml, or Glossary/fr-en.tsv here or in a folder above.",
      valueName: "file")
  )
  var glossary: String?

  /// The path of the glossary; nil if it is the one built in.
  var path: String? { (try? checkedPath()) ?? nil }

  /// The path of the glossary; nil if it is the one built in.
  ///
  /// - Throws: ``LoadingError`` if there is a `breve.toml` in which something is wrong.
  func checkedPath() throws(LoadingError) -> String? {
    if let glossary { return glossary }
    return try Configuration.nearest()?.glossary ?? Self.nearest
  }

  /// `Glossary/fr-en.tsv` in this folder or the nearest one above that has one.
  private static var nearest: String? {
    let name = "Glossary/fr-en.tsv"
    return FolderUpward.nearest { $0.kind(name) == .regular }.map { $0.prefix + name }
  }

  /// Reads it, and says what is odd in it.
  func table(_ diagnostics: Diagnostics) throws(LoadingError) -> GlossaryTable {
    guard let path = try checkedPath() else {
      diagnostics.note(
        "no Glossary/fr-en.tsv here or above, so the built-in glossary is used (read only); breve init makes one"
      )
      return BuiltInGlossary.table
    }
    let table = try GlossaryTable(contentsOf: path)
    for warning in table.warnings { diagnostics.note("\(warning)") }
    return table
  }

  /// The file to change; where it is made, it is of `pair`.
  func file(_ pair: PairArguments? = nil) throws(GlossaryError) -> GlossaryFile {
    let found: String?
    do { found = try checkedPath() } catch { throw GlossaryError(.refused, "\(error)") }
    guard let path = found else {
      throw GlossaryError(
        .refused,
        "no Glossary/fr-en.tsv here or above, and the built-in glossary is read only; "
          + "make one with breve init, or name one with --glossary")
    }
    return GlossaryFile(path, from: pair?.source ?? .french, to: pair?.target ?? .english)
  }

  /// The values that the fields of the glossary take: the domains are those of `domains.tsv` beside it.
  var rules: GlossaryRules {
    guard let path else { return GlossaryRules(domains: BuiltInGlossary.domains) }
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? ""
    guard let bytes = try? FileBytes.read(folder + "domains.tsv") else {
      return GlossaryRules(domains: nil)
    }
    return GlossaryRules(domains: GlossaryRules.domains(in: String(decoding: bytes, as: UTF8.self)))
  }

  /// Who changes it, and when.
  static var author: GlossaryFile.Author {
    GlossaryFile.Author(
      name: UserArguments.name ?? "unknown", when: Timestamp.text(SystemFacts.secondsSince1970))
  }
}

extension Diagnostics {
  /// Says why something was not done, and gives what to throw: 1 if it was not found, else 2.
  func exit(_ error: GlossaryError) -> ExitCode {
    failure("\(error)")
    return ExitCode(error.kind == .notFound ? 1 : 2)
  }

  /// Says why a file could not be used, and gives what to throw.
  func exit(_ error: LoadingError) -> ExitCode {
    failure(error)
    return ExitCode(2)
  }
}

/// Seconds since 1970 in letters.
enum Timestamp {
  /// Date and time in UTC, as `2026-11-21T10:56:04Z`.
  ///
  /// - Source: Hinnant 2014, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
  static func text(_ seconds: Int) -> String {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - days * 86_400
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * part + 2) / 5 + 1
    let month = part < 10 ? part + 3 : part - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let date = padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map { padded($0, 2) }.joined(separator: ":")
    return date + "T" + time + "Z"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
