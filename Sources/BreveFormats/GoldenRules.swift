// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials

/// Texts with the sentences that people agreed on: `[{"lang","input","expected":[…],"scored"},…]`.
public struct GoldenRules: Sendable {
  public struct Rule: Sendable {
    public let language: String
    public let input: String
    public let expected: [String]
  }

  /// Those that are to be scored: input and output hold the same text.
  public let rules: [Rule]

  /// Reads a file of rules.
  ///
  /// - Throws: ``LoadingError`` if it cannot be read or is not of this form.
  public init(path: String) throws(LoadingError) {
    let bytes = try FileBytes.read(path)
    do {
      rules = try JSONDecoder().decode([Raw].self, from: Data(bytes)).filter(\.isScored).map {
        Rule(language: $0.lang, input: $0.input, expected: $0.expected)
      }
    } catch {
      throw LoadingError(
        .malformed("this is no list of golden rules"), at: SourceLocation(path: path))
    }
  }

  private struct Raw: Decodable {
    let lang: String
    let input: String
    let expected: [String]
    let scored: Bool?
    let lossless: Bool?

    var isScored: Bool { scored ?? lossless ?? true }
  }
}
