// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveMemory
internal import BreveTestSupport
internal import BreveText
internal import Foundation
internal import Testing

/// The test suite of XLIFF 2.1 and files of another tool, where they lie beside the checkout.
@Suite(
  "XLIFF samples",
  .enabled(if: Repository.shared("eval/formats/xliff21/test-suite") != nil, "samples absent"))
struct XLIFFSampleTests {
  /// How many valid files there are.
  ///
  /// Where the schemas are, the tests hold that all of them are valid when they are written and filled; elsewhere the
  /// report is not written.
  static let valid2 = 77
  /// Of these, those that name a target language, so that a target can be filled.
  static let filled2 = 71
  static let written12 = 7

  /// The schema of 2.1, and what asks it.
  static let schema: (tool: ExternalTool, path: String)? = {
    guard let path = Repository.shared("eval/formats/xliff21/schemas/xliff_core_2.0.xsd"),
      let tool = ExternalTool("xmllint")
    else { return nil }
    return (tool, path)
  }()

  private static func files(_ folder: String) throws -> [(name: String, bytes: [UInt8])] {
    let path = try #require(Repository.shared("eval/formats/" + folder))
    return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      .filter { $0.hasSuffix(".xlf") }
      .map { ($0, [UInt8](try Data(contentsOf: URL(filePath: path + "/" + $0)))) }
  }

  private static func reasons(_ bytes: [UInt8], _ name: String) -> [String] {
    do {
      return try XLIFFReader.faults(in: bytes, path: name).map(\.description)
    } catch {
      return [error.description]
    }
  }

  @Test("Invalid files are refused with the rule, and the report says which")
  func invalid() throws {
    let core = try Self.files("xliff21/test-suite/core/invalid")
    let modules = try Self.files("xliff21/test-suite/modules/invalid")
    #expect(core.count == 119 && modules.count == 43)
    let refused = core.map { ($0.name, Self.reasons($0.bytes, $0.name)) }
    let others = modules.map { ($0.name, Self.reasons($0.bytes, $0.name)) }
    #expect(refused.filter { !$0.1.isEmpty }.count >= 119)
    let accepted = (refused + others).filter { $0.1.isEmpty }.map(\.0)
    var report = """
      # XLIFF: the test suite of 2.1

      Written by the tests (`BREVE_RECORD=1 swift test --filter XLIFFSampleTests`) from the samples beside the checkout.

      | files | in all | refused |
      |---|---|---|
      | core, invalid | \(core.count) | \(refused.filter { !$0.1.isEmpty }.count) |
      | modules, invalid (rules of modules are not checked, but for where they stand) | \(modules.count) | \
      \(others.filter { !$0.1.isEmpty }.count) |

      ## Valid files

      Read, written and filled, and then valid under the schemas of OASIS by `xmllint`: strict and transitional for 1.2 (where
      `BREVE_XLIFF12_SCHEMAS` names their folder), `xliff_core_2.0.xsd` for 2.1. In what is filled nothing but targets, states
      and matches differs.

      | files | in all | written and valid | filled and valid |
      |---|---|---|---|
      | 2.1, core and modules | \(Self.valid2) | \(Self.valid2) | the \(Self.filled2) with a target language, 4 ways each; the others are refused |
      | 1.2, written as 1.2; those of 1.1 and 2.0 too | \(Self.written12) | \(Self.written12) | the 3 of 1.2, 4 ways each |

      ## Accepted, though invalid

      \(accepted.map { "- \($0)" }.joined(separator: "\n"))

      ## Refused, with the first rule said

      | file | rules broken | the first |
      |---|---|---|

      """
    for (name, reasons) in refused + others where !reasons.isEmpty {
      let first = reasons[0].replacingOccurrences(of: "; mend the line", with: "")
        .replacingOccurrences(of: "|", with: "\\|")
      report += "| \(name) | \(reasons.count) | `\(first.dropFirst(name.count + 1))` |\n"
    }
    if Golden.isRecording {
      try #require(Self.schema != nil && XLIFF12Tests.schemas != nil, "nothing was validated")
    }
    let golden = Golden(ofCheckout: "Reports/quality/xliff.md")
    #expect(try golden.difference(from: report) == nil)
  }

  @Test("Valid files are read, written and valid again")
  func valid() throws {
    let folder = try TemporaryFolder()
    var count = 0
    for name in ["core/valid", "modules/valid", "core/in-out"] {
      for (name, bytes) in try Self.files("xliff21/test-suite/" + name) {
        count += 1
        #expect(Self.reasons(bytes, name) == [], "\(name)")
        let reader = try XLIFFReader(bytes, path: name)
        var writer = XLIFFWriter(
          source: reader.sourceLanguage, target: reader.targetLanguage ?? Language("x-none"))
        var units: [TranslationUnit] = []
        while let unit = reader.next() { units.append(unit) }
        for unit in units { writer.append(unit) }
        let written = writer.finish()
        #expect(Self.reasons(written, name) == [], "\(name)")
        let second = try XLIFFReader(written, path: name)
        var again: [TranslationUnit] = []
        while let unit = second.next() { again.append(unit) }
        #expect(units.isEmpty || again == units, "\(name)")
        try folder.write(written, to: "\(count).xlf")
      }
    }
    #expect(count == Self.valid2)
    guard let (tool, schema) = Self.schema else { return }
    let names = (1...count).map { folder.path("\($0).xlf") }
    let result = try tool.run(["--nonet", "--noout", "--schema", schema] + names)
    #expect(result.status == 0, "\(result.output)")
  }

  @Test("Files of XLIFF 1.2 are read, written and read again")
  func old() throws {
    for (name, bytes) in try Self.files("xliff12") {
      // One is of 2.0 and has targets without a language.
      let reader = try XLIFFReader(bytes, path: name, keepsGoing: name == "ex.9.5.xlf")
      var units: [TranslationUnit] = []
      while let unit = reader.next() { units.append(unit) }
      #expect(!units.isEmpty, "\(name)")
      var writer = XLIFFWriter(
        version: reader.version, source: reader.sourceLanguage,
        target: reader.targetLanguage ?? Language("x-none"))
      for unit in units { writer.append(unit) }
      let second = try XLIFFReader(writer.finish(), path: name)
      for unit in units {
        #expect(second.next()?.variants.first?.text == unit.variants.first?.text, "\(name)")
      }
    }
  }
}
