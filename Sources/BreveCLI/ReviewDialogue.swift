// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import Breve
import BreveStore
import BreveSystem

/// Shows sentences on standard error, reads what is to be done with them from standard input, line by line, and does it.
struct ReviewDialogue: ~Copyable {
  private var session: ReviewSession
  private let memory: String
  private var maker: BilingualMaker
  private var lines = InputLines()
  private static let keys = "accept, edit, reject, skip, why, undo, quit (? for help): "

  init(session: ReviewSession, memory: String, maker: consuming BilingualMaker) {
    self.session = session
    self.memory = memory
    self.maker = maker
  }

  /// Goes on until all sentences are done, the person quits or there is no more input.
  ///
  /// - Throws: ``StoreError`` if the memory cannot be used.
  mutating func run() throws(StoreError) {
    defer { session.finish() }
    if session.items.isEmpty { say("nothing to review") }
    var isShown = false
    while !session.items.isEmpty {
      if !isShown, let item = session.current { show(item) }
      isShown = true
      let isAtEnd = session.current == nil
      ask(isAtEnd ? "that was the last sentence: undo, or Enter to end: " : Self.keys)
      guard let line = lines.next() else { break }
      let words = line.split(separator: " ", maxSplits: 1)
      guard let word = words.first.map(String.init) else {
        if isAtEnd { break }
        continue
      }
      let place = session.place
      guard try act(word, words.count > 1 ? String(words[1]) : nil) else { break }
      isShown = session.place == place
    }
    report()
  }

  /// Does what a line asks for; false to end.
  private mutating func act(_ word: String, _ text: String?) throws(StoreError) -> Bool {
    let isAtEnd = session.current == nil
    switch word {
    case "q", "quit": return false
    case "u", "undo": try undo()
    case _ where isAtEnd: say("there is no sentence left; undo goes back, quit ends")
    case "a", "accept":
      if try !session.accept() {
        say("there is no English to accept; edit gives it some")
      }
    case "e", "edit": try edit(text)
    case "r", "reject":
      if try !session.reject() { say("there is no English to reject; skip goes on") }
    case "s", "skip": session.skip()
    case "w", "why": for reason in session.current?.reasons ?? [] { say(reason) }
    case "?", "h", "help":
      say("a accept · e [TEXT] edit · r reject · s skip · w why · u undo · q quit")
    default:
      say("'\(word)' is no command; a, e, r, s, w, u, q, or ? for help")
    }
    return true
  }

  private mutating func undo() throws(StoreError) {
    guard let entry = try session.undo() else { return say("there is nothing to take back") }
    say("taken back: \(entry.decision.rawValue)")
  }

  private mutating func edit(_ text: String?) throws(StoreError) {
    guard let item = session.current, let english = text ?? typed(for: item) else { return }
    let words = english.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty else { return say("nothing was typed; the sentence is as it was") }
    try session.edit(words)
    for finding in maker.findings(in: words, of: item.source) {
      say("⚠ \(finding.kind.rawValue): \(finding.message)")
    }
  }

  /// What the person writes, in their editor or on a line.
  private mutating func typed(for item: ReviewItem) -> String? {
    guard let editor = ExternalEditor.command else {
      ask("English: ")
      return lines.next() ?? ""
    }
    let start = (item.proposal ?? "") + "\n# \(item.source)\n"
    guard let text = ExternalEditor.edited(start, by: editor) else {
      say("'\(editor)' could not be run; type e and the English on one line")
      return nil
    }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: " ")
  }

  // MARK: What is shown

  private func show(_ item: ReviewItem) {
    var lines = ["", "\(session.place + 1) of \(session.items.count)"]
    if let document = item.document { lines[1] += "  \(document)" }
    lines.append("  \(item.language.tag)  \(item.source)")
    if let english = item.english { lines.append("  en  \(english)") }
    lines.append("      \(item.labelInWords)")
    if item.english == nil, let suggestion = item.suggestion {
      lines.append("      suggestion: \(suggestion)")
    }
    if !item.known.isEmpty { lines.append("      " + item.known.joined(separator: "; ")) }
    lines += item.findings.map { "      ⚠ \($0)" }
    StandardStream.error(lines.joined(separator: "\n") + "\n")
  }

  private func say(_ text: String) { StandardStream.error("      \(text)\n") }

  private func ask(_ text: String) {
    StandardStream.error(StandardStream.isInputTerminal ? text : "")
  }

  private func report() {
    var out = ""
    var counts: [String] = []
    for entry in session.entries where entry.decision != .skipped {
      let unit = entry.unit.map(String.init) ?? "-"
      out += "\(entry.place + 1)\t\(entry.decision.rawValue)\t\(unit)\n"
    }
    for decision in ReviewSession.Decision.allCases {
      let count = session.entries.count { $0.decision == decision }
      if count > 0 { counts.append("\(count) \(decision.rawValue)") }
    }
    StandardStream.output(out)
    guard !counts.isEmpty else { return }
    StandardStream.error("breve: \(counts.joined(separator: ", ")); memory: \(memory)\n")
  }
}
