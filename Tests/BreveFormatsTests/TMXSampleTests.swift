// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveMemory
internal import BreveTestSupport
internal import Foundation
internal import Testing

/// Files of other tools, where they lie beside the checkout.
@Suite(
  "TMX samples",
  .enabled(if: Repository.shared("eval/memory/tmx/PROBE.md") != nil, "samples absent"))
struct TMXSampleTests {
  /// What the table of the samples says of a file.
  struct Row {
    let file: String
    /// How many `<tu>` another parser finds; nil if it refuses the file.
    let units: Int?
  }

  private static func rows() throws -> [Row] {
    let path = try #require(Repository.shared("eval/memory/tmx/PROBE.md"))
    return try Repository.text(atPath: path).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard fields.count > 10, fields[1].hasSuffix("tmx") || fields[1].hasSuffix("TMX") else {
        return nil
      }
      let words = fields[10].split(separator: " ")
      return Row(file: fields[1], units: words.first == "ok" ? Int(words[1]) : nil)
    }
  }

  private static func read(
    _ path: String, keepsGoing: Bool = false
  ) throws -> (units: [TranslationUnit], report: ReadingReport) {
    let reader = try TMXReader(contentsOf: path, keepsGoing: keepsGoing)
    var units: [TranslationUnit] = []
    while let unit = try reader.next() { units.append(unit) }
    return (units, reader.report)
  }

  /// Files of one damaged unit, or of several, and how many units a reader that keeps going finds.
  private static let damaged = [
    "synthetic/control_char_entity.tmx": 1, "synthetic/control_char_raw.tmx": 1,
    "synthetic/latin1_declared_utf8.tmx": 1, "synthetic/unescaped_amp.tmx": 1,
    "synthetic/truncated.tmx": 2, "synthetic/external_entity.tmx": 0,
  ]

  @Test("Each is read whole, or refused for the reason its table gives")
  func all() throws {
    let folder = try #require(Repository.shared("eval/memory/tmx"))
    let rows = try Self.rows()
    #expect(rows.count == 92)
    for row in rows {
      let path = folder + "/" + row.file
      if let count = Self.damaged[row.file] {
        let error = #expect(throws: LoadingError.self, "\(row.file)") { try Self.read(path) }
        #expect(error?.location.line != nil, "\(row.file)")
        let (units, report) = try Self.read(path, keepsGoing: true)
        #expect(units.count == count && report.remarkCount > 0, "\(row.file)")
        continue
      }
      let (units, report) = try Self.read(path)
      let elements = Set(units.map(\.line)).count + report.skipped
      #expect(elements == row.units, "\(row.file)")
      let going = try Self.read(path, keepsGoing: true)
      #expect(going.units == units && going.report == report, "\(row.file)")
      for unit in units {
        for variant in unit.variants { #expect(!variant.language.tag.isEmpty, "\(row.file)") }
      }
    }
  }

  @Test("What is read from them can be written and read again")
  func roundTrip() throws {
    let folder = try #require(Repository.shared("eval/memory/tmx"))
    for row in try Self.rows() {
      let (units, _) = try Self.read(folder + "/" + row.file, keepsGoing: true)
      var writer = TMXWriter()
      for unit in units { writer.append(unit) }
      let reader = TMXReader(writer.finish(), path: row.file)
      for unit in units {
        var expected = unit
        var read = try #require(try reader.next())
        expected.line = nil
        read.line = nil
        // A closing tag without a number gets one: the format demands it.
        for place in expected.variants.indices {
          for tag in expected.variants[place].tags.indices
          where expected.variants[place].tags[tag].pair == nil {
            if place < read.variants.count, tag < read.variants[place].tags.count {
              read.variants[place].tags[tag].pair = nil
            }
          }
        }
        #expect(read == expected, "\(row.file)")
      }
      #expect(try reader.next() == nil)
    }
  }

  @Test("Texts of single files")
  func texts() throws {
    let folder = try #require(Repository.shared("eval/memory/tmx"))
    for (file, source, target) in [
      ("synthetic/utf16le_nobom.tmx", "Élève", "Pupil"),
      ("synthetic/utf16_declared_utf8.tmx", "Élève", "Pupil"),
      ("synthetic/latin1_ok.tmx", "Élève", "Pupil"),
      ("synthetic/whitespace_preserve.tmx", "  Deux   espaces\nligne ", "  Two   spaces\nline "),
      ("synthetic/lang_attr_tmx11.tmx", "Bonjour", "Hello"),
      ("synthetic/nested_sub.tmx", "Voir ici", "See here"),
    ] {
      let unit = try #require(Self.read(folder + "/" + file).units.first)
      #expect(unit.variants.map(\.text) == [source, target], "\(file)")
    }
    let packed = try Self.read(folder + "/omegat/tmx__test-level2.tmx.gz")
    #expect(packed.units == (try Self.read(folder + "/omegat/tmx__test-level2.tmx")).units)
    #expect(packed.units.count == 4)
  }
}
