// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// An engine as it is named on the command line.
public enum EngineName: Hashable, Sendable {
  case apertium
  /// A command that reads a French line and writes an English one.
  case pipe(String)
  case libretranslate(EngineAddress)
  case openai(EngineAddress)
  case deepl

  /// What is wrong with a name.
  public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
  }

  /// The forms that there are.
  public static let forms = [
    "apertium", "pipe:COMMAND", "libretranslate:URL", "openai:URL", "deepl",
  ]

  /// Reads a name as `apertium` or `pipe:COMMAND`.
  ///
  /// - Parameter text: What the user wrote.
  /// - Throws: ``Fault`` if there is no such engine, or its command or address is missing.
  public init(_ text: String) throws(Fault) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts.count > 1 ? String(parts[1]) : nil
    switch (parts[0], rest) {
    case ("apertium", nil): self = .apertium
    case ("deepl", nil): self = .deepl
    case ("pipe", let command):
      guard let command, !command.allSatisfy(\.isWhitespace) else {
        throw Fault(description: "pipe: needs a command, as pipe:'marian-decoder -c fr-en.yml'")
      }
      self = .pipe(command)
    case ("libretranslate", let url):
      self = .libretranslate(try Self.address(url, of: "libretranslate"))
    case ("openai", let url): self = .openai(try Self.address(url, of: "openai"))
    default:
      throw Fault(
        description:
          "there is no engine '\(text)'; give one of \(Self.forms.joined(separator: ", "))")
    }
  }

  /// Reads names with commas between; a command may hold commas, so a pipe is the last of its list.
  ///
  /// - Parameter text: As `apertium,pipe:COMMAND`.
  /// - Returns: The engines in their order.
  /// - Throws: ``Fault`` for the first that is wrong.
  public static func list(_ text: String) throws(Fault) -> [EngineName] {
    var names: [EngineName] = []
    var rest = Substring(text)
    while true {
      if rest.hasPrefix("pipe:") {
        names.append(try EngineName(String(rest)))
        return names
      }
      let next = rest.prefix { $0 != "," }
      names.append(try EngineName(String(next)))
      guard next.endIndex < rest.endIndex else { return names }
      rest = rest[rest.index(after: next.endIndex)...]
    }
  }

  private static func address(_ url: String?, of engine: String) throws(Fault) -> EngineAddress {
    guard let url, let address = EngineAddress(url) else {
      throw Fault(
        description:
          "\(engine): needs an address, as \(engine):http://127.0.0.1:5000, without a key in it")
    }
    return address
  }

  /// Where its text goes.
  public var place: EnginePlace {
    switch self {
    case .apertium: .here
    case .pipe: .command
    case .libretranslate(let address), .openai(let address): .server(address)
    case .deepl: EngineAddress("https://api.deepl.com").map { .server($0) } ?? .command
    }
  }

  /// The name as it was written.
  public var text: String {
    switch self {
    case .apertium: "apertium"
    case .pipe(let command): "pipe:" + command
    case .libretranslate(let address): "libretranslate:" + address.url
    case .openai(let address): "openai:" + address.url
    case .deepl: "deepl"
    }
  }

  /// Why the engine may not be used where nothing may leave the machine; nil if it may.
  ///
  /// Found from the name alone, before a name is looked up or a connection opened.
  public var offlineFault: EngineFault? {
    guard case .server(let address) = place, !address.isLoopback else { return nil }
    return EngineFault(.refusedOffline(address.host), engine: text)
  }

  /// The engine; nil for those that this version cannot ask yet.
  public func engine() -> (any TranslationEngine)? {
    switch self {
    case .apertium: ApertiumEngine()
    case .pipe(let command): PipeEngine(command)
    case .libretranslate, .openai, .deepl: nil
    }
  }
}
