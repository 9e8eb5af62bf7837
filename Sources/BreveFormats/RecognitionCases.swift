// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveTerms
internal import FoundationEssentials

/// Texts with the terms that people found in them:
/// `{"cases":[{"id","text","entries":[{"term","variants"}],"flags":{"pos","caseSensitive"},"expect":[{"entry","utf16":[start,end]}]}]}`.
public struct RecognitionCases: Sendable {
  public struct Case: Sendable {
    public let id: Int
    public let text: String
    /// One pair for each entry; its id is the place in the list.
    public let pairs: [TermPair]
    public let expected: [Found]
  }

  /// An entry and where it stands, in UTF-16 units.
  public struct Found: Hashable, Sendable {
    public let entry: String
    public let range: Range<Int>

    public init(entry: String, range: Range<Int>) {
      self.entry = entry
      self.range = range
    }
  }

  public let cases: [Case]

  /// Reads a file of cases.
  ///
  /// - Throws: ``LoadingError`` if it cannot be read or is not of this form.
  public init(path: String) throws(LoadingError) {
    let bytes = try FileBytes.read(path)
    do {
      cases = try JSONDecoder().decode(Raw.self, from: Data(bytes)).cases.map(\.value)
    } catch {
      throw LoadingError(
        .malformed("this is no file of recognition cases"), at: SourceLocation(path: path))
    }
  }

  private struct Raw: Decodable { let cases: [RawCase] }

  private struct RawCase: Decodable {
    struct Entry: Decodable {
      let term: String
      let variants: [String]?
    }

    struct Flags: Decodable {
      let pos: String?
      let caseSensitive: Bool?
    }

    struct Expected: Decodable {
      let entry: Int
      let utf16: [Int]
    }

    let id: Int
    let text: String
    let entries: [Entry]
    let flags: Flags?
    let expect: [Expected]

    var value: Case {
      Case(
        id: id, text: text,
        pairs: entries.enumerated().map { number, entry in
          TermPair(
            id: String(number), source: entry.term, target: "-",
            sourceVariants: entry.variants ?? [],
            partOfSpeech: flags?.pos.map(PartOfSpeech.init(rawValue:)),
            matching: flags?.caseSensitive == true ? .caseSensitive : .inflect)
        },
        expected: expect.compactMap {
          $0.utf16.count == 2 && $0.utf16[0] <= $0.utf16[1]
            ? Found(entry: String($0.entry), range: $0.utf16[0]..<$0.utf16[1]) : nil
        })
    }
  }
}
