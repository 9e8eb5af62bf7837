// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A command that reads a French sentence a line and writes an English one a line.
///
/// Marian, bergamot-translator, slimt, translateLocally and Argos work so. The command is started once a batch, is given all
/// sentences of it and the end of its input, and has to give as many lines; else it is asked again for halves of the batch. Terms cannot be put into it; they are looked for
/// in what it gives.
public struct PipeEngine: TranslationEngine {
  public let name: String
  public let version: String? = nil
  public let capabilities = EngineCapabilities(place: .command)
  public let shownName: String
  private let command: EngineCommand

  /// The engine behind a line for the shell.
  ///
  /// Only its first word is ever shown: the rest may hold paths and keys.
  public init(_ command: String) {
    name = "pipe:" + command
    let program = command.split(whereSeparator: \.isWhitespace).first { !$0.contains("=") } ?? ""
    shownName = "pipe:" + (program.split(separator: "/").last.map(String.init) ?? "")
    self.command = EngineCommand(command: command, engine: shownName)
  }

  public func fault() async -> EngineFault? {
    // Nothing is known of a command before it is run; a sentence would have to be sent.
    nil
  }

  public func translate(
    _ sentences: [EngineSentence], limits: EngineLimits
  ) async -> [EngineReply] {
    await EngineBatches(size: limits.batch, limits: limits).replies(to: sentences) {
      batch, deadline throws(EngineFault) in
      try await translated(batch, deadline)
    }
  }

  private func translated(
    _ sentences: [EngineSentence], _ deadline: EngineDeadline
  ) async throws(EngineFault) -> [EngineReply] {
    let input = sentences.map { $0.text + "\n" }.joined()
    let output = try await command.output(of: input, within: deadline)
    var lines = output.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    if let last = lines.last, last.isEmpty { lines.removeLast() }
    guard lines.count == sentences.count else {
      throw EngineFault(.wrongCount(lines.count, expected: sentences.count), engine: shownName)
    }
    return lines.map { line in
      let text = EngineText.oneLine(String(Substring(line)))
      return text.isEmpty
        ? .failure(EngineFault(.noAnswer, engine: shownName)) : .success(EngineAnswer(text))
    }
  }
}

/// The text that engines give.
enum EngineText {
  /// Without control characters, with single blanks and none at the ends.
  static func oneLine(_ text: String) -> String {
    text.unicodeScalars.split {
      $0.properties.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" || $0.value < 0x20
        || $0.value == 0x7F
    }
    .map { String($0) }.joined(separator: " ")
  }
}
