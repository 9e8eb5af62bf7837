// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveText
internal import FoundationEssentials

/// One article of a JSON Lines stream: `{"id","lang"?,"title"?,"date"?,"url"?,"outlet"?,"text"}`.
public struct ArticleLine: Sendable {
  /// As it was written: a string or a number, in JSON.
  public let id: LineID?
  public let language: Language?
  public let facts: SourceFacts
  public let text: String
  /// What stands as the date and is none.
  public let unusedDate: String?

  /// - Throws: ``ArticleLineError`` with what is wrong, and the id as far as it could be read.
  public init(_ json: [UInt8]) throws(ArticleLineError) {
    let raw: Raw
    if let members = FlatObject(json).flatMap(Raw.init) {
      raw = members
    } else {
      // Whatever is unusual, or wrong.
      do {
        raw = try JSONDecoder().decode(Raw.self, from: Data(json))
      } catch {
        throw ArticleLineError(id: Self.id(in: json), reason: Self.reason(error))
      }
    }
    id = raw.id
    guard let text = raw.text else {
      throw ArticleLineError(id: raw.id, reason: "there is no member \"text\" that is a string")
    }
    self.text = text
    language = raw.lang.flatMap { $0.isEmpty ? nil : Language($0) }
    let date = raw.date.nonEmpty.flatMap { PartialDate(String($0.prefix(10))) }
    unusedDate = date == nil ? raw.date.nonEmpty : nil
    facts = SourceFacts(
      outlet: raw.outlet.nonEmpty, date: date,
      title: raw.title.nonEmpty, url: raw.url.nonEmpty)
  }

  private struct Raw: Decodable {
    var id: LineID?
    var lang: String?
    var title: String?
    var date: String?
    var url: String?
    var outlet: String?
    var text: String?

    /// Nil if an id is neither a string nor a whole number.
    init?(_ object: FlatObject) {
      switch object["id"] {
      case .text(let text): id = .text(text)
      case .number(let number): id = .number(number)
      case .null, nil: id = nil
      case .flag: return nil
      }
      func string(_ name: String) -> String? {
        if case .text(let text) = object[name] { text } else { nil }
      }
      lang = string("lang")
      title = string("title")
      date = string("date")
      url = string("url")
      outlet = string("outlet")
      text = string("text")
    }

    enum CodingKeys: String, CodingKey { case id, lang, title, date, url, outlet, text }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      id = try members.decodeIfPresent(LineID.self, forKey: .id)
      // Members of another type than expected are as good as absent; what is no JSON is an error.
      func string(_ key: CodingKeys) throws -> String? {
        do {
          return try members.decodeIfPresent(String.self, forKey: key)
        } catch DecodingError.typeMismatch {
          return nil
        }
      }
      lang = try string(.lang)
      title = try string(.title)
      date = try string(.date)
      url = try string(.url)
      outlet = try string(.outlet)
      text = try string(.text)
    }
  }

  private static func id(in json: [UInt8]) -> LineID? {
    struct OnlyID: Decodable { var id: LineID? }
    return (try? JSONDecoder().decode(OnlyID.self, from: Data(json)))?.id
  }

  private static func reason(_ error: any Error) -> String {
    if error is UnusableID { return "the id is no string and no whole number" }
    guard case DecodingError.dataCorrupted(let context) = error else {
      return "the line is no JSON object"
    }
    return context.underlyingError.map { "the line is no JSON: \($0)" } ?? "the line is no JSON"
  }
}

/// The id of a line, a string or a whole number.
public enum LineID: Hashable, Sendable, Decodable {
  case text(String)
  case number(Int)

  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let number = try? value.decode(Int.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else {
      throw UnusableID()
    }
  }
}

/// An id that is neither a string nor a whole number: it could not be given back as it was.
private struct UnusableID: Error {}

/// A line that holds no article.
public struct ArticleLineError: Error, Sendable {
  public let id: LineID?
  public let reason: String
}

extension String? {
  var nonEmpty: String? { flatMap { $0.isEmpty ? nil : $0 } }
}
