// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// A JSON value, its members in no order.
enum JSONValue: Decodable, Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(Self.self, from: Data(bytes)) }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }

  subscript(name: String) -> JSONValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  var texts: [String] {
    guard case .list(let values) = self else { return [] }
    return values.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }
}

/// Compares values with a JSON Schema, as far as the schemas of Breve go: a keyword beyond that is a fault.
///
/// - Source: JSON Schema, draft 2020-12, Validation and Core.
struct JSONSchemaCheck {
  let schema: JSONValue
  /// The members that were met, as `#/$defs/range.bytes`.
  private(set) var met: Set<String> = []

  init(_ schema: JSONValue) { self.schema = schema }

  /// What of `value` is not as the schema, or the definition `name` in it, says; none if it is valid.
  mutating func faults(_ value: JSONValue, definition name: String? = nil) -> [String] {
    let reference = name.map { "#/$defs/\($0)" }
    return faults(value, reference.flatMap(resolved) ?? schema, reference ?? "#", at: "")
  }

  /// Every member that the schema describes, in the form of ``met``.
  var described: Set<String> {
    var found: Set<String> = []
    func walk(_ schema: JSONValue, _ name: String) {
      guard case .object(let keywords) = schema else { return }
      for (keyword, value) in keywords {
        switch (keyword, value) {
        case ("$defs", .object(let all)): for (key, each) in all { walk(each, "#/$defs/\(key)") }
        case ("properties", .object(let all)):
          for (key, each) in all {
            found.insert("\(name).\(key)")
            walk(each, "\(name).\(key)")
          }
        case ("items", _): walk(value, name + "[]")
        default: break
        }
      }
    }
    walk(schema, "#")
    return found
  }

  private func resolved(_ reference: String) -> JSONValue? {
    reference.split(separator: "/").dropFirst().reduce(schema as JSONValue?) { $0?[String($1)] }
  }

  private mutating func faults(
    _ value: JSONValue, _ schema: JSONValue, _ name: String, at place: String
  ) -> [String] {
    guard case .object(let keywords) = schema else { return ["\(name) is no schema"] }
    var faults: [String] = []
    for (keyword, rule) in keywords.sorted(by: { $0.key < $1.key }) {
      if let reason = fault(value, keyword, rule, keywords, name, at: place, &faults) {
        faults.append("\(place) \(reason)")
      }
    }
    return faults
  }

  /// What breaks one keyword; faults further down go to `below`.
  private mutating func fault(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ keywords: [String: JSONValue],
    _ name: String, at place: String, _ below: inout [String]
  ) -> String? {
    switch (keyword, rule, value) {
    case ("$schema", _, _), ("$id", _, _), ("$defs", _, _), ("title", _, _), ("description", _, _):
      return nil
    case ("$ref", .text(let reference), _):
      guard let target = resolved(reference) else { return "\(reference) is nowhere" }
      below += faults(value, target, reference, at: place)
      return nil
    case ("type", _, _):
      let types =
        rule.texts
        + (keywords["type"].map { if case .text(let one) = $0 { [one] } else { [] } } ?? [])
      return types.contains { Self.is(value, $0) } ? nil : "is none of \(types)"
    case ("const", _, _): return value == rule ? nil : "is not \(rule)"
    case ("enum", .list(let all), _):
      return all.contains(value) ? nil : "is \(value), none of \(all)"
    case ("required", _, .object(let members)):
      let missing = rule.texts.filter { members[$0] == nil }
      return missing.isEmpty ? nil : "lacks \(missing)"
    case ("properties", .object(let known), .object(let members)):
      for (member, each) in members.sorted(by: { $0.key < $1.key }) {
        guard let schema = known[member] else { continue }
        met.insert("\(name).\(member)")
        below += faults(each, schema, "\(name).\(member)", at: "\(place).\(member)")
      }
      return nil
    case ("additionalProperties", .bool(false), .object(let members)):
      guard case .object(let known) = keywords["properties"] else { return "knows no members" }
      let others = members.keys.filter { known[$0] == nil }.sorted()
      return others.isEmpty ? nil : "has \(others), which no one knows"
    case ("items", _, .list(let values)):
      for (number, each) in values.enumerated() {
        below += faults(each, rule, name + "[]", at: "\(place)[\(number)]")
      }
      return nil
    case ("minItems", .number(let least), .list(let values)):
      return Double(values.count) >= least ? nil : "is too short"
    case ("maxItems", .number(let most), .list(let values)):
      return Double(values.count) <= most ? nil : "is too long"
    case ("minimum", .number(let least), .number(let number)):
      return number >= least ? nil : "is below \(least)"
    case ("maximum", .number(let most), .number(let number)):
      return number <= most ? nil : "is above \(most)"
    case ("minLength", .number(let least), .text(let text)):
      return Double(text.unicodeScalars.count) >= least ? nil : "is too short"
    case ("pattern", .text(let pattern), .text(let text)):
      guard let regex = try? Regex(pattern) else { return "\(pattern) is no pattern" }
      return text.firstMatch(of: regex) != nil ? nil : "is not like \(pattern)"
    case ("anyOf", .list(let all), _), ("oneOf", .list(let all), _):
      var valid = 0
      var reasons: [String] = []
      for each in all {
        let found = faults(value, each, name, at: place)
        if found.isEmpty { valid += 1 } else { reasons += found }
      }
      return valid == 1 || (valid > 1 && keyword == "anyOf")
        ? nil : "fits \(valid) of \(all.count): \(reasons)"
    case ("not", _, _):
      return faults(value, rule, name, at: place).isEmpty ? "is what it may not be" : nil
    case ("required", _, _), ("properties", .object, _), ("additionalProperties", .bool(false), _),
      ("items", _, _), ("minItems", _, _), ("maxItems", _, _), ("minimum", _, _),
      ("maximum", _, _), ("minLength", _, _), ("pattern", .text, _):
      // Keywords of other types than the value's say nothing of it.
      return nil
    default: return "the keyword \(keyword) is not known here"
    }
  }

  private static func `is`(_ value: JSONValue, _ type: String) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.bool, "boolean"), (.number, "number"), (.text, "string"),
      (.list, "array"), (.object, "object"):
      true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }
}
