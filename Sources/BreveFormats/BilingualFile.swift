// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials

/// A file of `breve bilingual --format json`: the members that a review needs, all others are passed over.
package struct BilingualFile: Decodable, Sendable {
  package let briefs: [Brief]

  /// Reads the file.
  ///
  /// - Parameters:
  ///   - json: Its bytes.
  ///   - location: Its path, for errors.
  /// - Throws: ``LoadingError`` if it is no bilingual brief.
  package init(_ json: [UInt8], at location: SourceLocation) throws(LoadingError) {
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(json))
    } catch {
      throw LoadingError(
        .malformed(
          "this is no bilingual brief in JSON; make one with breve bilingual --format json"),
        at: location)
    }
  }

  package struct Brief: Decodable, Sendable {
    package let path: String?
    package let sha256: String
    package let language: String
    package let rows: [Row]
  }

  package struct Row: Decodable, Sendable {
    package let source: Source
    package let target: Target
    package let terms: [Form]
    package let facts: [Form]
    package let findings: [Finding]
  }

  package struct Source: Decodable, Sendable {
    package let text: String
    package let range: Place?
  }

  package struct Place: Decodable, Sendable { package let utf8: [Int] }

  package struct Target: Decodable, Sendable {
    package let text: String?
    package let label: String
    package let unit: String?
    package let memory: String?
    package let state: String?
    package let repairs: [Repair]
    package let suggestion: Suggestion?
  }

  package struct Repair: Decodable, Sendable {
    package let kind: String
    package let before: String
    package let after: String
  }

  package struct Suggestion: Decodable, Sendable {
    package let text: String
    package let rate: Double
    package let unit: String
    package let memory: String
    package let state: String
    package let difference: String
  }

  package struct Form: Decodable, Sendable {
    package let text: String
    package let translation: String
  }

  package struct Finding: Decodable, Sendable {
    package let kind: String
    package let message: String
  }
}
