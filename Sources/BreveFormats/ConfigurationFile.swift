// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// `breve.toml`: what the commands of a folder take where no flag says otherwise.
///
/// It is read strictly: tables, strings, numbers, and arrays of strings on one line, of TOML 1.0; any other form, an
/// unknown key or a key given twice is an error with its line.
package struct ConfigurationFile: Sendable, Equatable {
  /// An engine that has a name of its own.
  package struct Engine: Sendable, Equatable {
    /// The engine as `--engine` takes it.
    package var use = ""
    /// The address of its server, where ``use`` is the kind only.
    fileprivate var url: String?
    package var model: String?
    /// The key of its server.
    package var key: String?
  }

  /// The engines of `[bilingual]`, in their order.
  package private(set) var engines: [String] = []
  package private(set) var minimumRate: Double?
  /// Paths as they are written: relative ones begin at the folder of the file.
  package private(set) var memories: [String] = []
  package private(set) var glossary: String?
  /// Who changes memories and glossaries.
  package private(set) var user: String?
  /// `[engines.NAME]` by name.
  package private(set) var named: [String: Engine] = [:]

  private enum Value { case text(String), number(Double), list([String]) }

  private static let bilingual = ["engine", "minimum-rate", "memory", "glossary", "user"]
  private static let engine = ["use", "url", "model", "key"]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - path: What it is called in errors.
  ///   - isPrivate: Whether nobody but its owner may read it; keys of servers stand in no other file.
  /// - Throws: ``LoadingError`` for the first line that is wrong.
  package init(_ bytes: [UInt8], path: String, isPrivate: Bool) throws(LoadingError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw LoadingError(.malformed("it is not UTF-8"), at: SourceLocation(path: path))
    }
    var table: String?
    var seen: Set<String> = []
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (number, line) in lines.enumerated() {
      do throws(Fault) {
        let line = try Self.withoutComment(line)
        if line.isEmpty { continue }
        if line.hasPrefix("[") {
          let name = try Self.table(line)
          guard seen.insert("[" + name).inserted else {
            throw Fault("[\(name)] stands there twice")
          }
          if name != "bilingual" { named[String(name.dropFirst(8))] = Engine() }
          table = name
          continue
        }
        guard let equals = line.firstIndex(of: "=") else {
          throw Fault("this is no line of breve.toml; write key = value, or [table]")
        }
        let key = Self.trimmed(line[..<equals])
        guard let table else { throw Fault("'\(key)' stands before the first [table]") }
        let known = table == "bilingual" ? Self.bilingual : Self.engine
        guard known.contains(key) else {
          let near = GlossaryRules.nearest(key, among: known).map { "; did you mean '\($0)'?" }
          throw Fault(
            "[\(table)] has no key '\(key)'" + (near ?? "; it has " + known.joined(separator: ", "))
          )
        }
        guard seen.insert(table + "]" + key).inserted else {
          throw Fault("'\(key)' stands there twice")
        }
        let value = try Self.value(Self.trimmed(line[line.index(after: equals)...]))
        try set(key, value, in: table, isPrivate)
      } catch {
        throw LoadingError(
          .malformed(error.reason), at: SourceLocation(path: path, line: number + 1))
      }
    }
    for (name, engine) in named.sorted(by: { $0.key < $1.key }) where engine.use.isEmpty {
      throw LoadingError(
        .malformed("[engines.\(name)] has no 'use', as use = \"openai:http://127.0.0.1:8080\""),
        at: SourceLocation(path: path))
    }
    for (name, engine) in named.sorted(by: { $0.key < $1.key }) {
      guard let url = engine.url else { continue }
      guard ["openai", "libretranslate"].contains(engine.use) else {
        throw LoadingError(
          .malformed(
            "[engines.\(name)] has a 'url', so its 'use' is \"openai\" or \"libretranslate\""),
          at: SourceLocation(path: path))
      }
      named[name]?.use = engine.use + ":" + url
    }
  }

  private struct Fault: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
  }

  private mutating func set(
    _ key: String, _ value: Value, in table: String, _ isPrivate: Bool
  ) throws(Fault) {
    switch (key, value) {
    case ("engine", .text(let text)): engines = [text]
    case ("engine", .list(let list)): engines = list
    case ("memory", .text(let text)): memories = [text]
    case ("memory", .list(let list)): memories = list
    case ("glossary", .text(let text)): glossary = text
    case ("user", .text(let text)): user = text
    case ("minimum-rate", .number(let number)):
      guard number > 0, number <= 100 else {
        throw Fault("minimum-rate is a percentage above 0 up to 100, not \(number)")
      }
      minimumRate = number
    case ("use", .text(let text)): named[String(table.dropFirst(8))]?.use = text
    case ("url", .text(let text)): named[String(table.dropFirst(8))]?.url = text
    case ("model", .text(let text)): named[String(table.dropFirst(8))]?.model = text
    case ("key", .text(let text)):
      guard isPrivate else {
        throw Fault(
          "a key stands in a file that others may read or change; run chmod 600 on it, or put the key into the environment"
        )
      }
      named[String(table.dropFirst(8))]?.key = text
    default:
      let form =
        switch key {
        case "minimum-rate": "a number, as 70"
        case "engine", "memory": "a string or an array of strings"
        default: "a string"
        }
      throw Fault("'\(key)' is \(form)")
    }
  }

  // MARK: Forms

  private static func table(_ line: String) throws(Fault) -> String {
    guard line.hasSuffix("]") else { throw Fault("the table has no ']' at its end") }
    let name = trimmed(line.dropFirst().dropLast())
    if name == "bilingual" { return name }
    let engine = name.dropFirst(8)
    if name.hasPrefix("engines."), !engine.isEmpty,
      engine.utf8.allSatisfy({
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
      })
    {
      return name
    }
    let near = GlossaryRules.nearest(name, among: ["bilingual"]).map { "; did you mean [\($0)]?" }
    throw Fault(
      "there is no table [\(name)]"
        + (near
          ?? "; there are [bilingual] and [engines.NAME], NAME of small letters, figures, - and _"))
  }

  private static func value(_ text: String) throws(Fault) -> Value {
    if text.hasPrefix("[") {
      guard text.hasSuffix("]"), text.utf8.count > 1 else {
        throw Fault("the array does not end on its line")
      }
      var rest = Substring(text.dropFirst().dropLast())
      var list: [String] = []
      while true {
        rest = rest.drop(while: isBlank)
        if rest.isEmpty { return .list(list) }
        list.append(try string(&rest))
        rest = rest.drop(while: isBlank)
        guard rest.isEmpty || rest.first == "," else {
          throw Fault("a comma is missing in the array")
        }
        rest = rest.dropFirst()
      }
    }
    if text.hasPrefix("\"") || text.hasPrefix("'") {
      var rest = Substring(text)
      let string = try string(&rest)
      guard rest.isEmpty else { throw Fault("there is more after the string: \(rest)") }
      return .text(string)
    }
    if let first = text.utf8.first, (0x30...0x39).contains(first), let number = Double(text),
      number.isFinite
    {
      return .number(number)
    }
    throw Fault("'\(text)' is no value; strings stand in quotation marks")
  }

  /// The string that `rest` begins with: `"…"` with `\"`, `\\`, `\t` and `\n` in it, or `'…'` as it is.
  private static func string(_ rest: inout Substring) throws(Fault) -> String {
    guard let mark = rest.first, mark == "\"" || mark == "'" else {
      throw Fault("'\(rest)' is no string; strings stand in quotation marks")
    }
    rest = rest.dropFirst()
    var out = ""
    while let character = rest.popFirst() {
      if character == mark { return out }
      guard character == "\\", mark == "\"" else {
        out.append(character)
        continue
      }
      switch rest.popFirst() {
      case "\"": out.append("\"")
      case "\\": out.append("\\")
      case "t": out.append("\t")
      case "n": out.append("\n")
      default: throw Fault("only \\\", \\\\, \\t and \\n may stand after a backslash")
      }
    }
    throw Fault("the string has no end on its line")
  }

  /// A line up to its comment, without blanks around it.
  private static func withoutComment(_ line: Substring) throws(Fault) -> String {
    var mark: Character?
    var isEscaped = false
    for place in line.indices {
      let character = line[place]
      if let open = mark {
        if isEscaped {
          isEscaped = false
        } else if character == "\\", open == "\"" {
          isEscaped = true
        } else if character == open {
          mark = nil
        }
      } else if character == "\"" || character == "'" {
        mark = character
      } else if character == "#" {
        return trimmed(line[..<place])
      }
    }
    return trimmed(line)
  }

  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "\t"
  }

  /// By bytes: taking letters off an end goes through the whole text for each of them.
  private static func trimmed(_ text: Substring) -> String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(Substring(bytes[first...last]))
  }
}
