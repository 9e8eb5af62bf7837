// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import CHunspell
internal import Synchronization

/// The words of one language, from an installed hunspell dictionary; opened when the first word is asked for.
///
/// The first words are looked up by the library, which takes 45 ms to open and 15 µs a word. Who asks for many has most of
/// the others looked up in the dictionary's files themselves (``AffixDictionary``): some 20 ms and 1 µs, with the same answers.
package final class SpellingDictionary: Sendable {
  private enum State { case unopened, missing, open(Words) }

  private let state = Mutex(State.unopened)
  private let names: [String]
  private let folders: [String]
  private let libraryWords: Int

  /// Where systems install dictionaries.
  package static let folders = [
    "/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell",
  ]
  /// From so many words on it pays to read the files.
  package static let libraryWords = 1_000

  /// The dictionary of `language` (a primary subtag, as `fr`) in the first of `folders` that has one.
  ///
  /// - Parameters:
  ///   - language: Its language.
  ///   - folders: Where dictionaries are installed.
  ///   - libraryWords: As many words are asked of the library before the dictionary's files are read; the answers are the
  ///     same.
  package init(
    language: String, folders: [String] = SpellingDictionary.folders,
    libraryWords: Int = SpellingDictionary.libraryWords
  ) {
    self.libraryWords = libraryWords
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

  /// Whether words are looked up in the files themselves by now.
  package var readsFiles: Bool {
    state.withLock { state in
      if case .open(let words) = state { words.readsFiles } else { false }
    }
  }

  /// Whether `word` is in the dictionary; nil if there is no dictionary.
  package func knows(_ word: String) -> Bool? {
    state.withLock { state in
      if case .unopened = state { state = open() }
      guard case .open(let words) = state else { return nil }
      return words.knows(word)
    }
  }

  /// What `word` can be: its dictionary forms with their word classes; empty if it is not in the dictionary, nil if there is
  /// no dictionary.
  package func readings(of word: String) -> [WordReading]? {
    state.withLock { state in
      if case .unopened = state { state = open() }
      guard case .open(let words) = state else { return nil }
      return words.readings(of: word)
    }
  }

  private func open() -> State {
    for folder in folders {
      for name in names {
        if let words = Words("\(folder)/\(name)", libraryWords: libraryWords) {
          return .open(words)
        }
      }
    }
    return .missing
  }

  /// Used under the lock only.
  private final class Words {
    private let stem: String
    private var own: AffixDictionary?
    private var library: Handle?
    private var isOpened = false
    /// Words that the library may still be asked for; then the files are read, once.
    private var left: Int

    /// Nil if there is no such dictionary.
    init?(_ stem: String, libraryWords: Int) {
      self.stem = stem
      left = libraryWords
      if left == 0 { readFiles() }
      if own == nil, opened() == nil { return nil }
    }

    var readsFiles: Bool { own != nil }

    func knows(_ word: String) -> Bool {
      countDown()
      return own?.knows(word) ?? opened()?.knows(word) ?? false
    }

    func readings(of word: String) -> [WordReading] {
      countDown()
      return own?.readings(of: word) ?? opened()?.readings(of: word) ?? []
    }

    private func countDown() {
      guard left > 0 else { return }
      left -= 1
      if left == 0 { readFiles() }
    }

    private func readFiles() {
      guard let affixes = Handle.file(stem + ".aff"), let words = Handle.file(stem + ".dic") else {
        return
      }
      own = AffixDictionary(affixes: affixes, words: words)
    }

    private func opened() -> Handle? {
      if !isOpened { library = Handle(stem) }
      isOpened = true
      return library
    }
  }

  @safe private final class Handle {
    private let dictionary: OpaquePointer

    init?(_ stem: String) {
      guard let opened = unsafe bhun_open(stem + ".aff", stem + ".dic") else { return nil }
      unsafe dictionary = opened
    }

    deinit { unsafe bhun_close(dictionary) }

    /// The bytes of a file; nil if it cannot be read.
    static func file(_ path: String) -> [UInt8]? {
      let size = unsafe Int(bhun_size(path))
      guard size >= 0 else { return nil }
      var isRead = false
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        count = unsafe Int(bhun_read(path, buffer.baseAddress, Int64(size)))
        isRead = count == size
        count = max(count, 0)
      }
      return isRead ? bytes : nil
    }

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
