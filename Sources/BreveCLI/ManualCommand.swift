// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import BreveSystem
import FoundationEssentials

/// Writes the manual page; `make install` calls it.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page, for man.", shouldDisplay: false)

  func run() throws {
    let help = try JSONDecoder().decode(
      HelpDump.self, from: Data(BreveCommand._dumpHelp().utf8))
    StandardStream.output(
      ManualPage(help.command, version: BreveCommand.configuration.version).text)
  }
}

/// What ArgumentParser tells of a command.
private struct HelpDump: Decodable {
  let command: Command

  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool?
    let subcommands: [Command]?
    let arguments: [Argument]?
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String

      var written: String { (kind == "long" ? "--" : "-") + name }
    }

    let kind: String
    let abstract: String?
    let shouldDisplay: Bool?
    let isOptional: Bool?
    let isRepeating: Bool?
    let names: [Name]?
    let valueName: String?
    let allValues: [String]?
    let defaultValue: String?
  }
}

/// A page in the macros of man(7).
private struct ManualPage {
  private(set) var text = ""

  init(_ command: HelpDump.Command, version: String) {
    text = ".TH BREVE 1 \"\" \"breve \(version)\" \"User Commands\"\n.SH NAME\n"
    text += "breve \\- \(Self.escaped(Self.sentence(command.abstract)))\n"
    text += ".SH SYNOPSIS\n.B breve\n.I subcommand\n.RI [ options ]\n"
    text += ".SH DESCRIPTION\n"
    write(discussion: command.discussion)
    text += ".SH COMMANDS\n"
    for below in command.subcommands ?? [] where below.commandName != "help" {
      write(below, path: [command.commandName])
    }
  }

  private mutating func write(_ command: HelpDump.Command, path: [String]) {
    if command.shouldDisplay == false { return }
    let path = path + [command.commandName]
    text += ".SS \(Self.escaped(path.joined(separator: " ")))\n"
    text += Self.escaped(command.abstract ?? "") + "\n.PP\n"
    let arguments = (command.arguments ?? []).filter {
      $0.shouldDisplay != false
        && !($0.names ?? []).contains { ["help", "version"].contains($0.name) }
    }
    write(discussion: command.discussion)
    for argument in arguments { write(argument) }
    for below in command.subcommands ?? [] where below.commandName != "help" {
      write(below, path: path)
    }
  }

  private mutating func write(_ argument: HelpDump.Argument) {
    let value = "<\(argument.valueName ?? "value")>"
    var name = value
    if let names = argument.names, !names.isEmpty {
      name = names.map(\.written).joined(separator: ", ")
      if argument.kind == "option" { name += " " + value }
    }
    text += ".TP\n.B \(Self.escaped(name))\n"
    var about = argument.abstract ?? ""
    if let values = argument.allValues, !values.isEmpty {
      about += " (values: \(values.joined(separator: ", ")))"
    }
    if let value = argument.defaultValue, !value.isEmpty { about += " (default: \(value))" }
    text += Self.escaped(about) + "\n"
  }

  /// Paragraphs, with what is indented or in a list left as it is.
  private mutating func write(discussion: String?) {
    guard let discussion, !discussion.isEmpty else { return }
    text += ".nf\n"
    for line in discussion.split(separator: "\n", omittingEmptySubsequences: false) {
      text += line.isEmpty ? ".sp\n" : Self.escaped(String(line)) + "\n"
    }
    text += ".fi\n"
  }

  private static func sentence(_ abstract: String?) -> String {
    var text = abstract ?? ""
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// Text that roff takes for text.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'" where escaped.isEmpty: escaped += "\\&'"
      case "." where escaped.isEmpty: escaped += "\\&."
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
