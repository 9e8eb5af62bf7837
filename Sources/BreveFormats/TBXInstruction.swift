// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// What Breve writes into a TBX file for itself, as an instruction that other tools pass over:
/// `<?breve item breve:match=exact?>`.
enum TBXInstruction {
  /// The instruction's data: a word, a key and a value.
  static func data(_ word: String, _ item: TBXConcept.Item) -> String {
    word + " " + escaped(item.key) + "=" + escaped(item.value)
  }

  /// The parts of an instruction's data; nil if it has another form.
  static func parse(_ data: String) -> (word: String, item: TBXConcept.Item)? {
    let words = data.split(separator: " ", maxSplits: 1)
    guard words.count == 2, let equal = words[1].utf8.firstIndex(of: UInt8(ascii: "=")) else {
      return nil
    }
    let value = words[1][words[1].utf8.index(after: equal)...]
    return (String(words[0]), .init(key: plain(words[1][..<equal]), value: plain(value)))
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    let utf8 = Array(text.utf8)
    for (place, byte) in utf8.enumerated() {
      let isOuter = place == 0 || place == utf8.count - 1
      // U+FFFE and U+FFFF begin with EF BF; what else does is escaped with them.
      let isHigh =
        byte == 0xEF || (place > 0 && utf8[place - 1] == 0xEF)
        || (place > 1 && utf8[place - 2] == 0xEF)
      if byte < 0x20 || byte == 0x25 || byte == 0x3D || byte == 0x3F || byte == 0x7F
        || (byte == 0x20 && isOuter) || isHigh
      {
        bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func plain(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, let high = rest.first.flatMap(value), rest.count > 1,
        let low = value(rest[rest.startIndex + 1])
      {
        rest = rest.dropFirst(2)
        bytes.append(high << 4 | low)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    digits.firstIndex(of: digit).map { UInt8($0) }
  }
}

/// What the dialects of TBX allow.
enum TBXCheck {
  /// Data categories of TBX-Basic, TBX-Linguist, IATE and TermWeb, and the elements without a type.
  static let known: Set<String> = [
    "subjectField", "definition", "context", "note", "partOfSpeech", "administrativeStatus",
    "usageStatus", "grammaticalGender", "grammaticalNumber", "termType", "termLocation",
    "geographicalUsage", "customerSubset", "projectSubset", "productSubset", "source",
    "crossReference", "cross-reference", "externalCrossReference", "xGraphic", "reliabilityCode",
    "register", "transferComment", "Translation needed", "Usage note", "date", "responsibility",
    "transactionType", "sourceIdentifier", "example", "explanation", "figure",
  ]

  static let partsOfSpeech: Set<String> = ["noun", "verb", "adjective", "adverb", "other"]
  static let termTypes: Set<String> = [
    "fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase",
  ]
  static let genders: Set<String> = ["masculine", "feminine", "neuter", "other"]
  static let termLocations: Set<String> = [
    "checkBox", "comboBox", "comboBoxElement", "dialogBox", "groupBox", "informativeMessage",
    "interactiveMessage", "menuItem", "progressBar", "pushButton", "radioButton", "slider",
    "spinBox", "tab", "tableText", "textBox", "toolTip", "user-definedType",
  ]

  /// What is wrong with a value or its place; nil if nothing is.
  static func remark(_ key: String, _ value: String, level: String) -> String? {
    switch key {
    case "administrativeStatus", "usageStatus":
      if !TBXValue.statuses.contains(TBXValue.status(value)) {
        return "'\(value)' is no status that is known; it is kept"
      }
    case "partOfSpeech":
      if !partsOfSpeech.contains(value), value != "properNoun" {
        return "'\(value)' is no part of speech that is known; it is kept"
      }
    case "definition" where level == "term": return "a definition stands at a term"
    case "source" where level == "entry": return "a source stands at an entry without a definition"
    default: break
    }
    return nil
  }
}
