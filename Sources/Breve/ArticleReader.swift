// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveDigest
public import BreveFormats
public import BreveText

/// Turns bytes into articles.
///
/// A value keeps what it needs for each language it met; use one a worker.
public struct ArticleReader: ~Copyable {
  private var reader: DocumentReader
  private let decoder = TextDecoder()
  private var dates: [String: ArticleDateReader] = [:]
  private let datelines = DatelineReader()

  public init(
    options: ReadingOptions = ReadingOptions(),
    dictionaries: SpellingDictionaries = SpellingDictionaries()
  ) {
    reader = DocumentReader(options: options, dictionaries: dictionaries)
  }

  /// Reads an article from the bytes of a plain text.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the file.
  ///   - path: What the article is called in errors and briefs.
  ///   - language: The language of the text; nil detects it.
  ///   - facts: What is told of it beside the text.
  /// - Returns: The article.
  /// - Throws: ``LoadingError`` if the bytes are no plain text, or a language's rules cannot be had.
  public mutating func article(
    _ bytes: [UInt8], path: String?, language: Language? = nil, facts: SourceFacts = SourceFacts()
  ) throws(LoadingError) -> Article {
    let location = SourceLocation(path: path ?? "-")
    if let form = FileForm(bytes: bytes) { throw LoadingError(.otherForm(form), at: location) }
    let source = try decoder.text(bytes, at: location)
    if let form = FileForm(text: source.utf16) {
      throw LoadingError(.otherForm(form), at: location)
    }
    return try article(
      source, sha256: SHA256.hexadecimal(bytes.span), path: path, language: language, facts: facts)
  }

  /// The same for text that is decoded already.
  public mutating func article(
    _ text: String, path: String? = nil, language: Language? = nil,
    facts: SourceFacts = SourceFacts()
  ) throws(LoadingError) -> Article {
    let source = SourceText(text)
    guard source.utf16.contains(where: { !CharacterClass.isWhite($0) }) else {
      throw LoadingError(.empty, at: SourceLocation(path: path ?? "-"))
    }
    return try article(
      source, sha256: SHA256.hexadecimal(text.utf8.span), path: path, language: language,
      facts: facts)
  }

  private mutating func article(
    _ source: SourceText, sha256: String, path: String?, language: Language?, facts: SourceFacts
  ) throws(LoadingError) -> Article {
    let document: Document
    do {
      document = try reader.document(source, language: language)
    } catch {
      throw LoadingError(.malformed("\(error)"), at: SourceLocation(path: path ?? "-"))
    }
    var notes: [Note] = []
    if document.language == .undetermined {
      notes.append(
        Note(kind: .language, text: "the language could not be told; ICU's root rules were used"))
    }
    if source.encoding != "UTF-8" {
      notes.append(Note(kind: .encoding, text: "the file was read as \(source.encoding)"))
    }
    let date = self.date(of: document, facts: facts, notes: &notes)
    var facts = facts
    if facts.outlet == nil { facts.outlet = datelines.agency(of: document) }
    return Article(
      path: path, sha256: sha256, document: document, facts: facts, date: date, notes: notes)
  }

  private mutating func date(
    of document: Document, facts: SourceFacts, notes: inout [Note]
  ) -> ArticleDate? {
    let tag = document.language.tag
    let reader = dates[tag] ?? ArticleDateReader(language: document.language)
    dates[tag] = reader
    let (written, note) = reader.date(of: document)
    guard let given = facts.date else {
      if let note { notes.append(note) }
      return written
    }
    // The text's own words are the better evidence for the same date.
    if let written, written.value == given { return written }
    if let written {
      notes.append(
        Note(
          kind: .date,
          text: "the text says “\(written.evidence)” (\(written.value)); \(given) was given"))
    }
    return .given(given)
  }
}
