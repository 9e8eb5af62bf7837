// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveFormats

extension Article {
  /// Reads an article from a plain text file.
  ///
  /// - Parameter language: The language of the text; nil detects it.
  /// - Throws: ``LoadingError`` if the file cannot be read or is no text.
  public init(
    contentsOf path: String, language: Language? = nil, facts: SourceFacts = SourceFacts()
  ) throws(LoadingError) {
    var reader = ArticleReader()
    self = try reader.article(
      try FileBytes.read(path), path: path, language: language, facts: facts)
  }
}
