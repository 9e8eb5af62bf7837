// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveFormats

extension Article {
  /// Reads an article from a plain text file.
  ///
  /// Without `language` the language of the text is detected.
  ///
  /// - Throws: ``LoadingError`` if the file cannot be read or is no text.
  public init(
    contentsOf path: String, language: Language? = nil, facts: SourceFacts = SourceFacts()
  ) throws(LoadingError) {
    var reader = ArticleReader()
    self = try reader.article(
      try FileBytes.read(path), path: path, language: language, facts: facts)
  }
}
