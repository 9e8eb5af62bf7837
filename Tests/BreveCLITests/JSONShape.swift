// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// What a JSON value of the machine interface has to be.
indirect enum JSONShape: Sendable {
  case text, whole, number, anything
  case oneOf([String])
  case optional(JSONShape)
  case list(JSONShape)
  /// All members and no others; those whose name ends with `?` may be absent.
  case object([String: JSONShape])

  /// Where a value is something else, as `.briefs[0].words`; none if it has the shape.
  func faults(_ value: Any?, at place: String = "") -> [String] {
    switch self {
    case .anything: []
    case .text: value is String ? [] : ["\(place) is no string"]
    case .oneOf(let names):
      (value as? String).map(names.contains) ?? false ? [] : ["\(place) is none of \(names)"]
    case .whole: (value as? Int) != nil ? [] : ["\(place) is no whole number"]
    case .number: value is NSNumber ? [] : ["\(place) is no number"]
    case .optional(let shape): value is NSNull ? [] : shape.faults(value, at: place)
    case .list(let shape):
      (value as? [Any]).map { list in
        list.enumerated().flatMap { shape.faults($1, at: "\(place)[\($0)]") }
      } ?? ["\(place) is no array"]
    case .object(let members):
      (value as? [String: Any]).map { faults(of: $0, members, at: place) } ?? [
        "\(place) is no object"
      ]
    }
  }

  private func faults(
    of object: [String: Any], _ members: [String: JSONShape], at place: String
  ) -> [String] {
    var faults: [String] = []
    var known: Set<String> = []
    for (name, shape) in members.sorted(by: { $0.key < $1.key }) {
      let isOptional = name.hasSuffix("?")
      let key = isOptional ? String(name.dropLast()) : name
      known.insert(key)
      if let value = object[key] {
        faults += shape.faults(value, at: "\(place).\(key)")
      } else if !isOptional {
        faults.append("\(place).\(key) is missing")
      }
    }
    return faults
      + object.keys.filter { !known.contains($0) }.sorted().map { "\(place).\($0) is not known" }
  }

  static let role = oneOf([
    "paragraph", "heading", "byline", "caption", "credit", "metadata", "listItem", "quote",
  ])
  static let range = object(["utf8": list(whole), "utf16": list(whole), "bytes?": list(whole)])
  static let term = object([
    "term": text, "translation": text, "entry": text,
    "status": oneOf(["preferred", "admitted", "deprecated", "superseded"]), "text": text,
    "range": range,
  ])
  static let termDocuments = object([
    "version": whole, "documents": list(object(["path": text, "matches": list(term)])),
  ])
  static let date = optional(
    object([
      "value": text, "precision": oneOf(["day", "month", "year"]),
      "evidence": object(["text": text, "range": optional(range)]),
    ]))
  static let repair = object(["kind": text, "before": text, "after": text, "range": range])
  static let sentence = object([
    "text": text, "original?": text, "score": number, "rank": whole, "range": range, "role": role,
    "block": whole, "why": anything,
  ])
  static let omitted = object([
    "role": role, "rank": optional(whole), "reason": text, "range": range, "text": text,
    "original?": text,
  ])
  static let brief = object([
    "id?": anything, "path": optional(text), "sha256": text, "language": text,
    "title": optional(text),
    "outlet?": optional(text), "url?": optional(text), "date": date, "ranker?": text,
    "focus": optional(text),
    "keyphrases": list(object(["text": text, "count": whole])),
    "terms": list(term),
    "words": whole,
    "characters": whole, "sentences": list(sentence), "summary": text, "omitted": list(omitted),
    "repairs?": list(repair), "notes": list(object(["kind": text, "text": text])),
  ])
  static let briefs = object(["version": whole, "briefs": list(brief)])
  static let target = object([
    "text": optional(text),
    "label": oneOf([
      "memory-context", "memory-exact", "memory-repaired", "memory-fuzzy", "engine", "terms-only",
    ]),
    "rate": optional(number), "unit": optional(text), "memory": optional(text),
    "state": optional(text), "engine": optional(text),
    "repairs": list(object(["kind": text, "before": text, "after": text])),
    "suggestion": optional(
      object([
        "text": text, "source": text, "rate": number, "unit": text, "memory": text, "state": text,
        "difference": text,
      ])),
  ])
  static let row = object([
    "source": sentence, "target": target, "terms": list(anything),
    "facts": list(object(["text": text, "translation": text, "note": optional(text)])),
    "hints": list(
      object([
        "kind": oneOf(["name", "memory"]), "text": text, "translation": text,
        "unit": optional(text), "memory": optional(text), "state": optional(text),
      ])),
    "brackets": list(
      object([
        "source": text, "target": text, "entry": text, "offset": whole, "insertion": text,
      ])),
    "findings": list(
      object([
        "kind": text, "message": text, "source": optional(list(whole)),
        "target": optional(list(whole)), "entry": optional(text),
      ])),
  ])
  static let segment = object([
    "text": text, "original?": text, "role": role, "range": range, "block": whole,
    "language?": text,
  ])
  static let documents = object([
    "version": whole,
    "documents": list(
      object([
        "path": optional(text), "sha256": text, "language": text, "encoding?": text,
        "languageConfidence?": optional(number),
        "lines": oneOf(["wrapped", "paragraphs"]), "date": date, "segments": list(segment),
        "repairs": list(repair), "notes?": anything,
      ])),
  ])
}
