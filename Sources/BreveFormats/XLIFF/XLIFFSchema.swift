// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// What XLIFF 2.1 says of one element: its attributes and what may stand in it.
///
/// - Source: OASIS 2018, "XLIFF Version 2.1", §4.2 and `xliff_core_2.0.xsd`.
struct XLIFFSchema {
  /// What the value of an attribute may be.
  enum Value {
    case any, name, names, yesNo, reorder, direction, side, own, inlineType, markType, priority
    case state, language, space, positive
  }

  /// Attributes of other namespaces that may stand on it.
  enum Foreign { case none, modules, any }

  let attributes: [String: Value]
  let required: [String]
  let foreign: Foreign
  /// The children, in order; those of one group in any order; `*` is an element of another namespace.
  let groups: [Set<String>]
  /// How many children of a group there may be at most, and at least.
  let counts: [ClosedRange<Int>]
  let isMixed: Bool

  private init(
    _ attributes: [String: Value], required: [String] = [], foreign: Foreign = .none,
    _ content: [(Set<String>, ClosedRange<Int>)] = [], isMixed: Bool = false
  ) {
    self.attributes = attributes
    self.required = required
    self.foreign = foreign
    groups = content.map(\.0)
    counts = content.map(\.1)
    self.isMixed = isMixed
  }

  static let many = 1 << 30
  static let inline: Set<String> = ["cp", "ph", "pc", "sc", "ec", "mrk", "sm", "em"]

  private static let code: [String: Value] = [
    "canCopy": .yesNo, "canDelete": .yesNo, "canReorder": .reorder, "copyOf": .name, "id": .name,
    "subType": .own, "type": .inlineType,
  ]
  private static let lone: [String: Value] = [
    "disp": .any, "equiv": .any, "dataRef": .name, "subFlows": .names,
  ]
  private static let mark: [String: Value] = [
    "id": .name, "translate": .yesNo, "type": .markType, "ref": .any, "value": .any,
  ]
  private static let container: [String: Value] = [
    "id": .name, "name": .any, "canResegment": .yesNo, "translate": .yesNo, "srcDir": .direction,
    "trgDir": .direction, "type": .own, "xml:space": .space, "xml:lang": .language,
  ]
  private static let pair: [(Set<String>, ClosedRange<Int>)] = [
    (["source"], 1...1), (["target"], 0...1),
  ]

  /// What is said of each core element.
  static let elements: [String: XLIFFSchema] = [
    "xliff": XLIFFSchema(
      [
        "version": .any, "srcLang": .language, "trgLang": .language, "xml:space": .space,
        "xml:lang": .language,
      ],
      required: ["version", "srcLang"], foreign: .any, [(["file"], 1...many)]),
    "file": XLIFFSchema(
      [
        "id": .name, "canResegment": .yesNo, "original": .any, "translate": .yesNo,
        "srcDir": .direction, "trgDir": .direction, "xml:space": .space, "xml:lang": .language,
      ],
      required: ["id"], foreign: .any,
      [
        (["skeleton"], 0...1), (["*"], 0...many), (["notes"], 0...1),
        (["unit", "group"], 1...many),
      ]),
    "skeleton": XLIFFSchema(["href": .any], [(["*"], 0...many)], isMixed: true),
    "group": XLIFFSchema(
      container, required: ["id"], foreign: .any,
      [(["*"], 0...many), (["notes"], 0...1), (["unit", "group"], 0...many)]),
    "unit": XLIFFSchema(
      container, required: ["id"], foreign: .any,
      [
        (["*"], 0...many), (["notes"], 0...1), (["originalData"], 0...1),
        (["segment", "ignorable"], 1...many),
      ]),
    "segment": XLIFFSchema(
      ["id": .name, "canResegment": .yesNo, "state": .state, "subState": .own], pair),
    "ignorable": XLIFFSchema(["id": .name], pair),
    "notes": XLIFFSchema([:], [(["note"], 1...many)]),
    "note": XLIFFSchema(
      ["id": .name, "appliesTo": .side, "category": .any, "priority": .priority], foreign: .any,
      isMixed: true),
    "originalData": XLIFFSchema([:], [(["data"], 1...many)]),
    "data": XLIFFSchema(
      ["id": .name, "dir": .direction, "xml:space": .space], required: ["id"],
      [(["cp"], 0...many)], isMixed: true),
    "source": XLIFFSchema(
      ["xml:lang": .language, "xml:space": .space], [(inline, 0...many)], isMixed: true),
    "target": XLIFFSchema(
      ["xml:lang": .language, "xml:space": .space, "order": .positive], [(inline, 0...many)],
      isMixed: true),
    "cp": XLIFFSchema(["hex": .any], required: ["hex"]),
    "ph": XLIFFSchema(code.merging(lone) { $1 }, required: ["id"], foreign: .modules),
    "pc": XLIFFSchema(
      code.merging([
        "canOverlap": .yesNo, "dispEnd": .any, "dispStart": .any, "equivEnd": .any,
        "equivStart": .any, "dataRefEnd": .name, "dataRefStart": .name, "subFlowsEnd": .names,
        "subFlowsStart": .names, "dir": .direction,
      ]) { $1 }, required: ["id"], foreign: .modules, [(inline, 0...many)], isMixed: true),
    "sc": XLIFFSchema(
      code.merging(lone) { $1 }.merging([
        "canOverlap": .yesNo, "dir": .direction, "isolated": .yesNo,
      ]) { $1 }, required: ["id"], foreign: .modules),
    "ec": XLIFFSchema(
      code.merging(lone) { $1 }.merging([
        "canOverlap": .yesNo, "dir": .direction, "isolated": .yesNo, "startRef": .name,
      ]) { $1 }, foreign: .modules),
    "mrk": XLIFFSchema(
      mark, required: ["id"], foreign: .any, [(inline, 0...many)], isMixed: true),
    "sm": XLIFFSchema(mark, required: ["id"], foreign: .any),
    "em": XLIFFSchema(["startRef": .name], required: ["startRef"]),
  ]

  /// Elements of HTML that the attribute `fs:fs` may name.
  static let styles: Set<String> = Set(
    """
    a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 \
    head hr html i img label legend li ol p pre q s samp select small span strike strong sub sup table tbody td tfoot th \
    thead title tr tt u ul
    """.split(separator: " ").map(String.init))
}

extension XLIFFSchema.Value {
  /// Why `value` cannot stand here; nil if it can.
  func fault(in value: String) -> String? {
    switch self {
    case .any: nil
    case .name: Self.isName(value) ? nil : "is no name (letters, digits, '.', '-', '_', ':')"
    case .names:
      !value.isEmpty && value.split(separator: " ").allSatisfy { Self.isName(String($0)) }
        ? nil : "is no list of names with spaces between"
    case .yesNo: Self.one(of: ["yes", "no"], value)
    case .reorder: Self.one(of: ["yes", "firstNo", "no"], value)
    case .direction: Self.one(of: ["ltr", "rtl", "auto"], value)
    case .side: Self.one(of: ["source", "target"], value)
    case .own: Self.isOwn(value) ? nil : "has not the form prefix:value"
    case .inlineType: Self.one(of: ["fmt", "ui", "quote", "link", "image", "other"], value)
    case .markType:
      Self.isOwn(value) ? nil : Self.one(of: ["generic", "comment", "term"], value)
    case .priority:
      Int(value).map { (1...10).contains($0) } ?? false ? nil : "is no number from 1 to 10"
    case .state: Self.one(of: ["initial", "translated", "reviewed", "final"], value)
    case .language: Self.isLanguage(value) ? nil : "is no language tag"
    case .space: Self.one(of: ["default", "preserve"], value)
    case .positive: Int(value).map { $0 > 0 } ?? false ? nil : "is no number from 1"
    }
  }

  private static func one(of values: [String], _ value: String) -> String? {
    values.contains(value) ? nil : "is none of " + values.joined(separator: ", ")
  }

  /// Whether `text` is an `NMTOKEN` of XML.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          ? scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "."
            || scalar == "-" || scalar == "_" || scalar == ":"
          : scalar.properties.isXIDContinue || scalar == "\u{B7}"
      }
  }

  private static func isOwn(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty && !part.unicodeScalars.contains { $0.properties.isWhitespace }
      }
  }

  /// Whether `text` has the form of a tag of BCP 47.
  private static func isLanguage(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first else { return false }
    let isPrivate = first.count == 1 && (first.first == 0x78 || first.first == 0x69)
    guard isPrivate ? parts.count > 1 : (2...8).contains(first.count) else { return false }
    return parts.enumerated().allSatisfy { place, part in
      (1...8).contains(part.count)
        && part.allSatisfy { byte in
          (0x61...0x7A).contains(byte | 0x20) || place > 0 && (0x30...0x39).contains(byte)
        }
    }
  }
}
