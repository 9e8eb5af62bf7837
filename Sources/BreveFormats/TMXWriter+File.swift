// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory

extension TMXWriter {
  /// Writes units to a file, of which there is the old one or the new one, whole.
  ///
  /// - Parameters:
  ///   - units: The units, taken one after the other.
  ///   - path: The file; `-` is standard output; a name that ends in `.gz` or `.xz` is packed.
  ///   - header: What is told of the file.
  /// - Returns: How many units were written.
  /// - Throws: ``LoadingError`` if the file cannot be written.
  @discardableResult
  public static func write<Units: Sequence<TranslationUnit>>(
    _ units: Units, to path: String, header: TMXHeader = TMXHeader()
  ) throws(LoadingError) -> Int {
    let sink = try FileSink(path: path)
    var writer = TMXWriter(header: header)
    for unit in units {
      writer.append(unit)
      if writer.waiting > 1 << 16 { try sink.write(writer.take()) }
    }
    let count = writer.count
    try sink.write(writer.finish())
    try sink.finish()
    return count
  }
}
