// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import CHunspell
internal import Synchronization

/// The words of one language, from an installed hunspell dictionary; opened when the first word is asked for.
///
/// Opening costs some 60 ms, a new word about 10 µs.
package final class SpellingDictionary: Sendable {
  private enum State { case unopened, missing, open(Handle) }

  private let state = Mutex(State.unopened)
  private let names: [String]
  private let folders: [String]

  /// The dictionary of `language` (a primary subtag, as `fr`) in the first of `folders` that has one.
  package init(
    language: String,
    folders: [String] = [
      "/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell",
    ]
  ) {
    names =
      language == "en"
      ? ["en_GB", "en_US"] : [language, language + "_" + language.uppercased()]
    self.folders = folders
  }

  /// Whether a dictionary was looked for and none was found.
  package var isMissing: Bool {
    state.withLock { state in
      if case .missing = state { true } else { false }
    }
  }

  /// Whether `word` is in the dictionary; nil if there is no dictionary.
  package func knows(_ word: String) -> Bool? {
    state.withLock { state in
      if case .unopened = state { state = open() }
      guard case .open(let handle) = state else { return nil }
      return handle.knows(word)
    }
  }

  /// What `word` can be: its dictionary forms with their word classes; empty if it is not in the dictionary, nil if there is
  /// no dictionary.
  package func readings(of word: String) -> [WordReading]? {
    state.withLock { state in
      if case .unopened = state { state = open() }
      guard case .open(let handle) = state else { return nil }
      return handle.readings(of: word)
    }
  }

  private func open() -> State {
    for folder in folders {
      for name in names {
        if let handle = Handle("\(folder)/\(name)") { return .open(handle) }
      }
    }
    return .missing
  }

  /// Used under the lock only.
  @safe private final class Handle {
    private let dictionary: OpaquePointer

    init?(_ stem: String) {
      guard let opened = unsafe bhun_open(stem + ".aff", stem + ".dic") else { return nil }
      unsafe dictionary = opened
    }

    deinit { unsafe bhun_close(dictionary) }

    func knows(_ word: String) -> Bool { unsafe bhun_knows(dictionary, word) != 0 }

    func readings(of word: String) -> [WordReading] {
      var analyses: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
      let count = unsafe bhun_analyze(dictionary, word, &analyses)
      guard count > 0, let list = unsafe analyses else { return [] }
      defer { unsafe bhun_free(dictionary, list, count) }
      var readings: [WordReading] = []
      for index in 0..<Int(count) {
        guard let line = unsafe list[index] else { continue }
        var length = 0
        while unsafe line[length] != 0 { length += 1 }
        let bytes = unsafe UnsafeRawBufferPointer(start: line, count: length)
        if let reading = unsafe WordReading(bytes.bindMemory(to: UInt8.self).span) {
          readings.append(reading)
        }
      }
      return readings
    }
  }
}
