// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import Breve
import BreveFormats
import BreveMemory
import BreveTerms
import BreveText
import BreveXML

/// The readers of files that others send, each with what has to hold of what it reads.
enum FuzzReaders {
  /// Events one by one, in pieces of different sizes; after an error the reader resumes.
  static func xml(_ bytes: [UInt8], _ sample: Int) throws -> Bool {
    var isRead = true
    for mends in [false, true] {
      var place = 0
      var size = 1 + sample * 7
      let reader = XMLReader(mends: mends) {
        let end = min(bytes.count, place + size)
        defer { place = end }
        size = size * 3 % 4_093 + 1
        return Array(bytes[place..<end])
      }
      let (term, resumed) = (reader.number(of: "term"), "tu")
      var faults = 0
      var events = 0
      while true {
        do {
          guard let event = try reader.next() else { break }
          events += 1
          guard event == .start else { continue }
          guard reader.attributes.count < 1 << 16, reader.depth <= 129 else {
            throw FuzzFault("more attributes or levels than are allowed")
          }
          if reader.name == term { _ = try reader.textContent() }
          if reader.name == reader.number(of: "seg") { _ = try reader.content() }
        } catch let error as XMLError {
          isRead = false
          guard error.line >= 1, error.column >= 0 else {
            throw FuzzFault("an error has no place: \(error.line):\(error.column)")
          }
          faults += 1
          if faults > 50 { break }
          reader.resume(at: resumed, inside: ["tmx", "body"])
        }
      }
      guard events <= bytes.count * 64 + 1_000_000 else { throw FuzzFault("it goes on for ever") }
    }
    return isRead
  }

  /// What a strict reader reads, one that keeps going reads too, and what is read is the same when it was written.
  static func tmx(_ bytes: [UInt8], _ sample: Int) throws -> Bool {
    func units(_ bytes: [UInt8], keepsGoing: Bool) throws(LoadingError) -> [TranslationUnit] {
      let reader = TMXReader(bytes, path: "fuzz.tmx", keepsGoing: keepsGoing)
      var units: [TranslationUnit] = []
      while var unit = try reader.next() {
        unit.line = nil
        units.append(unit)
      }
      return units
    }
    let strict = try? units(bytes, keepsGoing: false)
    var kept: [TranslationUnit] = []
    do {
      kept = try units(bytes, keepsGoing: true)
    } catch {
      if strict != nil { throw FuzzFault("what is whole is refused: \(error)") }
      return false
    }
    if let strict, strict != kept { throw FuzzFault("a reader that keeps going reads other units") }
    var writer = TMXWriter()
    for unit in kept { writer.append(unit) }
    let written = writer.count
    do {
      let again = try units(writer.finish(), keepsGoing: false)
      guard again.count == written else {
        throw FuzzFault("\(written) units written, \(again.count) read")
      }
      if written == kept.count,
        let place = kept.indices.first(where: { plain(kept[$0]) != plain(again[$0]) })
      {
        throw FuzzFault(
          "a unit is another when it was written: \(FuzzFault.difference(plain(kept[place]), plain(again[place])))"
        )
      }
    } catch let error as LoadingError {
      throw FuzzFault("what was written is not read: \(error)")
    }
    return strict != nil
  }

  /// Without what XML has no order for, and of tags what TMX does not allow everywhere.
  private static func plain(_ unit: TranslationUnit) -> TranslationUnit {
    var unit = unit
    unit.properties.sort { ($0.name, $0.value) < ($1.name, $1.value) }
    for place in unit.variants.indices {
      unit.variants[place].properties.sort { ($0.name, $0.value) < ($1.name, $1.value) }
      unit.variants[place].tags = unit.variants[place].tags.map {
        InlineTag($0.kind, at: $0.position, code: $0.code)
      }
    }
    return unit
  }

  /// What is read is the same when it was written, in both versions.
  static func tbx(_ bytes: [UInt8], _ sample: Int) throws -> Bool {
    let reading: GlossaryReading
    do throws(LoadingError) {
      reading = try GlossaryFileReader().read(bytes, path: "fuzz.tbx")
    } catch {
      return false
    }
    guard reading.glossary.pairs.count == reading.lines.count else {
      throw FuzzFault("pairs without a line")
    }
    for form in [TBXWriter.Form.basic, .martif] {
      let again: GlossaryReading
      do throws(LoadingError) {
        again = try TBXReader().read(
          TBXWriter.bytes(of: reading.glossary, form: form), path: "fuzz.tbx")
      } catch {
        throw FuzzFault("what was written is not read: \(error)")
      }
      try compare(again.glossary, reading.glossary)
    }
    return true
  }

  private static func compare(_ one: Glossary, _ other: Glossary) throws {
    let (mine, theirs) = (one.pairs.sorted { $0.id < $1.id }, other.pairs.sorted { $0.id < $1.id })
    if mine != theirs {
      let different = zip(mine, theirs).first { $0 != $1 }
      throw FuzzFault(
        "\(theirs.count) pairs become \(mine.count) when written: "
          + "\(different.map { FuzzFault.difference($0.1, $0.0) } ?? "")"
      )
    }
  }

  /// A text's segments stand in order within it, and it has a brief.
  static func text() -> (_ bytes: [UInt8], _ sample: Int) throws -> Bool {
    let summarizer = Summarizer()
    let dictionaries = SpellingDictionaries()
    return { bytes, sample in
      var reader = ArticleReader(dictionaries: dictionaries)
      let article: Article
      do throws(LoadingError) {
        article = try reader.article(bytes, path: nil, language: sample % 2 == 0 ? .french : nil)
      } catch {
        return false
      }
      let units = article.document.source.utf16.count
      var end = 0
      for segment in article.document.segments {
        guard segment.range.utf16.lowerBound >= end, segment.range.utf16.upperBound <= units else {
          throw FuzzFault("a segment overlaps, or leaves the text")
        }
        end = segment.range.utf16.upperBound
      }
      if !article.document.segments.isEmpty, summarizer.brief(of: article).sentences.isEmpty {
        throw FuzzFault("the brief is empty")
      }
      return true
    }
  }

  /// Each line is an article or refused with a reason.
  static func lines(_ bytes: [UInt8], _ sample: Int) throws -> Bool {
    var isRead = true
    for line in bytes.split(separator: 0x0A) {
      do throws(ArticleLineError) {
        _ = try ArticleLine(Array(line))
      } catch {
        if error.reason.isEmpty { throw FuzzFault("refused without a reason") }
        isRead = false
      }
    }
    return isRead
  }
}
