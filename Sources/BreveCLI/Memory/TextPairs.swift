// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import Breve
import BreveAlignment
import BreveFormats
import BreveSystem
import BreveTerms
import BreveText
import FoundationEssentials

/// Texts that belong together, read and aligned.
enum TextPairs {
  /// The files to align: two files, or those of two folders that have one name.
  ///
  /// - Throws: ``LoadingError`` if one is a folder and the other is not, or nothing belongs together.
  static func paths(
    _ source: String, _ target: String, _ sourceLanguage: Language, _ targetLanguage: Language,
    _ diagnostics: Diagnostics
  ) throws(LoadingError) -> [(source: String, target: String)] {
    guard SystemFile.kind(source) == .folder else { return [(source, target)] }
    guard SystemFile.kind(target) == .folder else {
      throw LoadingError(
        .malformed("the source is a folder and the target is none; name two files or two folders"),
        at: SourceLocation(path: target))
    }
    let ones = try files(of: source, sourceLanguage, diagnostics)
    let others = try files(of: target, targetLanguage, diagnostics)
    var pairs: [(source: String, target: String)] = []
    for (stem, path) in ones.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      if let other = others[stem], other != path {
        pairs.append((path, other))
      } else {
        diagnostics.note("\(path): there is no '\(stem)' in \(target), so it is left aside")
      }
    }
    let lonely = others.keys.filter { ones[$0] == nil }
    for stem in lonely.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      diagnostics.note(
        "\(others[stem] ?? stem): there is no '\(stem)' in \(source), so it is left aside")
    }
    guard !pairs.isEmpty else {
      throw LoadingError(
        .malformed("no file of it has a counterpart in \(target); see breve memory align --help"),
        at: SourceLocation(path: source))
    }
    return pairs
  }

  /// The files of a folder by their names without the language; hidden files and marks of paragraphs are left out.
  private static func files(
    of folder: String, _ language: Language, _ diagnostics: Diagnostics
  ) throws(LoadingError) -> [String: String] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw LoadingError(.notReadable("not allowed"), at: SourceLocation(path: folder))
    }
    var files: [String: String] = [:]
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      guard !name.hasPrefix("."), !name.hasSuffix(".par"), !name.hasSuffix(".gold"),
        SystemFile.kind(base + name) == .regular
      else { continue }
      let stem = stem(of: name, language)
      if let other = files[stem] {
        // In a folder of both languages only those that name theirs are meant.
        let isNamed = (other == base + stem, name == stem)
        if isNamed == (true, false) {
          files[stem] = base + name
        } else if isNamed != (false, true) {
          diagnostics.note(
            "\(base + name): \(other) has the same name without the language; left aside")
        }
        continue
      }
      files[stem] = base + name
    }
    return files
  }

  /// The name of a file without its folder and without the language in it: `a.txt` for `a.fr.txt` and `a_fr.txt`, `a` for
  /// `a.fr`.
  static func stem(of path: String, _ language: Language) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var parts: [(mark: String, text: String)] = []
    var text = ""
    var mark = ""
    for character in name.unicodeScalars {
      if character == "." || character == "_" || character == "-" {
        parts.append((mark, text))
        (mark, text) = (String(character), "")
      } else {
        text.unicodeScalars.append(character)
      }
    }
    parts.append((mark, text))
    let tags = [language.primary, language.tag]
    guard
      let place = parts.indices.last(where: {
        $0 > 0 && tags.contains(parts[$0].text.lowercased())
      })
    else { return name }
    parts.remove(at: place)
    return parts.map { $0.mark + $0.text }.joined()
  }

  /// Reads and aligns pairs of files; what cannot be read is said and left out.
  static func aligned(
    _ paths: [(source: String, target: String)], _ source: Language, _ target: Language,
    lines: Bool, jobs: Int, words: [KnownTranslation], _ diagnostics: Diagnostics
  ) async -> [AlignedTexts] {
    let dictionaries = SpellingDictionaries()
    let results = await ParallelMap.results(count: paths.count, jobs: jobs) { queue in
      var results: [(Int, Result<AlignedTexts, LoadingError>)] = []
      let aligner = SentenceAligner(words: words)
      var options = ReadingOptions()
      options.structure = .plain
      var reader = DocumentReader(options: options, dictionaries: dictionaries)
      while let number = queue.take() {
        do throws(LoadingError) {
          let sides =
            lines
            ? (
              try SentenceList(linesOf: paths[number].source, language: source),
              try SentenceList(linesOf: paths[number].target, language: target)
            )
            : (
              try SentenceList(textOf: paths[number].source, language: source, by: &reader),
              try SentenceList(textOf: paths[number].target, language: target, by: &reader)
            )
          results.append((number, .success(AlignedTexts(sides.0, sides.1, by: aligner))))
        } catch {
          results.append((number, .failure(error)))
        }
      }
      return results
    }
    return results.compactMap { result in
      switch result {
      case .success(let texts): return texts
      case .failure(let error):
        diagnostics.failure(error)
        return nil
      }
    }
  }

  /// The words of the glossary that stand for one word, if it is of the two languages.
  static func words(
    _ glossary: GlossaryArguments, _ source: Language, _ target: Language
  ) -> [KnownTranslation] {
    let isTurned = source.primary == "en" && target.primary == "fr"
    guard isTurned || (source.primary == "fr" && target.primary == "en"),
      let table = try? glossary.path.map({ path in try GlossaryTable(contentsOf: path) })
        ?? BuiltInGlossary.table
    else { return [] }
    return table.glossary.pairs.compactMap { pair in
      guard !pair.source.utf8.contains(0x20), !pair.target.utf8.contains(0x20) else { return nil }
      return isTurned
        ? KnownTranslation(pair.target, pair.source) : KnownTranslation(pair.source, pair.target)
    }
  }

  /// Writes a file of a folder, which is made if it is not there.
  static func write(_ bytes: [UInt8], to name: String, in folder: String) throws(LoadingError) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw LoadingError(.notWritable, at: SourceLocation(path: folder))
    }
    try FileBytes.write(bytes, to: (folder.hasSuffix("/") ? folder : folder + "/") + name)
  }
}

/// What was found in two texts, for people.
struct AlignmentReport {
  let line: String

  init(_ texts: AlignedTexts, threshold: Double) {
    var counts: [String: Int] = [:]
    var kept = 0
    var linked = 0
    for link in texts.links {
      counts["\(link.source.count):\(link.target.count)", default: 0] += 1
      guard !link.isOneSided else { continue }
      linked += 1
      if link.score >= threshold { kept += 1 }
    }
    let shapes = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    line =
      "\(texts.source.path) + \(texts.target.path): \(linked) link\(linked == 1 ? "" : "s"), "
      + "\(kept) at or above \(threshold); "
      + shapes.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}
