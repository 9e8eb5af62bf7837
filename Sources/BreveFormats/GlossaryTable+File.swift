// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

extension GlossaryTable {
  /// Reads the glossary in the file at `path`.
  ///
  /// - Throws: ``LoadingError`` if it cannot be read or is no text.
  public init(contentsOf path: String) throws(LoadingError) {
    try self.init(FileBytes.read(path), at: SourceLocation(path: path))
  }
}
