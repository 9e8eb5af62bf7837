// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveDigest

/// One change of a glossary: a line of its history.
package struct GlossaryRecord: Hashable, Sendable {
  /// What was done.
  package enum Action: String, Hashable, Sendable {
    case add, edit, remove, undo
    /// The file was changed by something else, an editor or git, before the next record.
    case outside
    /// The change that ``GlossaryRecord/undoes`` names was recorded and never reached the file.
    case lost
  }

  /// Twelve hexadecimal digits that no other record of the glossary has.
  package let id: String
  /// Date and time in UTC, as `2026-11-21T10:56:04Z`.
  package let when: String
  /// Who did it.
  package let who: String
  package let action: Action
  package let edits: NumberedEdits
  /// SHA-256 of the file before; nil if there was none.
  package let before: String?
  /// SHA-256 of the file after.
  package let after: String
  /// The id of the record that this one takes back.
  package let undoes: String?

  /// - Parameters:
  ///   - when: Date and time in UTC.
  ///   - who: Who did it.
  ///   - action: What was done.
  ///   - edits: The lines.
  ///   - before: The digest of the file before; nil if there was none.
  ///   - after: The digest of the file after.
  ///   - undoes: The id of the record that is taken back.
  ///   - place: Where the record stands in the history, so that no two have one id.
  package init(
    when: String, who: String, action: Action, edits: NumberedEdits = NumberedEdits(),
    before: String?, after: String, undoes: String? = nil, place: Int
  ) {
    self.when = when
    self.who = who
    self.action = action
    self.edits = edits
    self.before = before
    self.after = after
    self.undoes = undoes
    let key = [String(place), when, who, action.rawValue, before ?? "", after].joined(
      separator: "\t")
    id = String(SHA256.hexadecimal(Array(key.utf8).span).prefix(12))
  }

  /// The record as a line of JSON, with its end.
  package var line: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("id", id)
      json.member("when", when)
      json.member("who", who)
      json.member("action", action.rawValue)
      if let undoes { json.member("undoes", undoes) }
      json.member("removed") { Self.write(edits.removed, to: &$0) }
      json.member("added") { Self.write(edits.added, to: &$0) }
      json.member("before", before)
      json.member("after", after)
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ lines: [NumberedLine], to json: inout JSONWriter) {
    json.array { json in
      for line in lines {
        json.object { json in
          json.member("line", line.line)
          json.member("text", line.text)
        }
      }
    }
  }
}

extension GlossaryRecord: Decodable {
  private enum Key: String, CodingKey {
    case id, when, who, action, undoes, removed, added, before, after
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    id = try fields.decode(String.self, forKey: .id)
    when = try fields.decode(String.self, forKey: .when)
    who = try fields.decode(String.self, forKey: .who)
    let name = try fields.decode(String.self, forKey: .action)
    guard let action = Action(rawValue: name) else {
      throw DecodingError.dataCorruptedError(
        forKey: .action, in: fields, debugDescription: "there is no action '\(name)'")
    }
    self.action = action
    edits = NumberedEdits(
      removed: try fields.decode([NumberedLine].self, forKey: .removed),
      added: try fields.decode([NumberedLine].self, forKey: .added))
    before = try fields.decodeIfPresent(String.self, forKey: .before)
    after = try fields.decode(String.self, forKey: .after)
    undoes = try fields.decodeIfPresent(String.self, forKey: .undoes)
  }
}
