// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveTestSupport
internal import Testing

@Suite("Word differences")
struct WordDiffTests {
  @Test(
    "Known differences",
    arguments: [
      ("", "", ""), ("a", "a", "a"), ("a", "", "[-a-]"), ("", "b", "{+b+}"),
      ("Le chat noir dort.", "Le chien dort bien.", "Le [-chat noir-]{+chien+} dort{+ bien+}."),
      ("38,5 %, 3.1", "42,7 %, 3.1", "[-38,5-]{+42,7+} %, 3.1"),
      ("l’été 2021", "l’été 2022", "l’été [-2021-]{+2022+}"),
    ])
  func known(old: String, new: String, marked: String) {
    #expect(WordDiff(from: old, to: new).marked == marked)
  }

  @Test("The pieces give both texts back")
  func law() {
    var random = RandomText(seed: 11)
    var mixed = 0
    for _ in 0..<300 {
      // What two versions of a text are: most of it stays.
      let words = (0..<random.generator.number(in: 0..<12)).map { _ in random.soup(2) }
      var others = words
      for _ in 0..<random.generator.number(in: 0..<4) {
        let place = random.generator.number(in: 0..<others.count + 1)
        switch random.generator.number(in: 0..<3) {
        case 0: others.insert(random.soup(2), at: place)
        case 1 where place < others.count: others.remove(at: place)
        default: if place < others.count { others[place] = random.soup(2) }
        }
      }
      let (old, new) = (words.joined(separator: " "), others.joined(separator: " "))
      let pieces = WordDiff(from: old, to: new).pieces
      let (before, after) = Self.texts(pieces)
      #expect(before.utf8.elementsEqual(old.utf8) && after.utf8.elementsEqual(new.utf8))
      let same = pieces.count { if case .same = $0 { true } else { false } }
      #expect((same == pieces.count) == old.utf8.elementsEqual(new.utf8), "'\(old)', '\(new)'")
      if same > 1, same < pieces.count { mixed += 1 }
    }
    #expect(mixed > 50)
  }

  private static func texts(_ pieces: [WordDiff.Piece]) -> (String, String) {
    var (before, after) = ("", "")
    for piece in pieces {
      switch piece {
      case .same(let text):
        before += text
        after += text
      case .inserted(let text): after += text
      case .deleted(let text): before += text
      case .changed(let old, let new):
        before += old
        after += new
      }
    }
    return (before, after)
  }
}
