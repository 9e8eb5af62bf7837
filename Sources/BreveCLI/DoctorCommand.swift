// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveEngines
import BreveFormats
import BreveSystem

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "List what is installed, what is missing, and the command that gets it.",
    discussion: """
      Exit status 1 if something is missing. Breve works without it; the table says what is lost. What is called absent \
      is needed only where it is asked for.

      EXAMPLES:
        breve doctor
        breve doctor --format json
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @OptionGroup var glossary: GlossaryArguments

  @Option(help: "How the list is written.")
  var format: Format = .text

  func run() throws {
    let diagnostics = Diagnostics()
    do throws(LoadingError) { _ = try glossary.checkedPath() } catch { diagnostics.failure(error) }
    let parts = Part.all(glossary: glossary.path)
    switch format {
    case .text:
      let rows = parts.map {
        [
          $0.isThere ? "ok" : $0.isOptional ? "absent" : "missing", $0.name, $0.found ?? "-",
          $0.purpose,
        ]
      }
      StandardStream.output(TextTable(header: ["", "what", "found", "for"], rows: rows).text)
      for part in parts where !part.isThere {
        StandardStream.output("\nto get \(part.name):\n  \(part.remedy)\n")
      }
    case .json: StandardStream.output(Self.json(parts))
    }
    if diagnostics.hasFailed { throw ExitCode(2) }
    if parts.contains(where: { !$0.isThere && !$0.isOptional }) { throw ExitCode(1) }
  }

  private static func json(_ parts: [Part]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.member("parts") { json in
        json.array { json in
          for part in parts {
            json.object { json in
              json.member("name", part.name)
              json.member("isThere") { $0.value(part.isThere) }
              json.member("isOptional") { $0.value(part.isOptional) }
              json.member("found", part.found)
              json.member("purpose", part.purpose)
              json.member("remedy", part.isThere ? nil : part.remedy)
            }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }
}

/// Something that Breve uses where it is installed.
///
/// A new one is a new line in ``all(glossary:)``.
private struct Part {
  let name: String
  /// Its version or path; nil if it is missing.
  let found: String?
  let purpose: String
  /// The command that gets it.
  let remedy: String
  /// Whether nobody misses it who does not ask for it.
  var isOptional = false

  var isThere: Bool { found != nil }

  static func all(glossary: String?) -> [Part] {
    [
      Part(
        name: "ICU", found: ICUInformation.version, purpose: "encodings, boundaries, names",
        remedy: "apt-get install libicu-dev"),
      Part(
        name: "Unicode", found: ICUInformation.unicode, purpose: "the version that ICU follows",
        remedy: "apt-get install libicu-dev"),
      Part(
        name: "French dictionary", found: dictionary("fr"),
        purpose: "glued words, inflected forms of terms", remedy: "apt-get install hunspell-fr"),
      Part(
        name: "English dictionary", found: dictionary("en"),
        purpose: "slips in names of translations", remedy: "apt-get install hunspell-en-gb"),
      Part(
        name: "glossary", found: glossary ?? BuiltInGlossary.name,
        purpose: "terms, and their English", remedy: "breve init"),
      Part(
        name: "Apertium",
        found: ApertiumEngine.lacking.isEmpty ? ApertiumEngine().version ?? "installed" : nil,
        purpose: "--engine apertium, a gist in English", remedy: ApertiumEngine.remedy,
        isOptional: true),
    ]
  }

  /// The hunspell dictionary of a language, where systems install them.
  private static func dictionary(_ language: String) -> String? {
    let folders = ["/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell"]
    for folder in folders {
      for name in language == "en"
        ? ["en_GB", "en_US"] : [language, language + "_" + language.uppercased()]
      {
        let stem = folder + "/" + name
        if SystemFile.kind(stem + ".aff") == .regular, SystemFile.kind(stem + ".dic") == .regular {
          return stem + ".dic"
        }
      }
    }
    return nil
  }
}
