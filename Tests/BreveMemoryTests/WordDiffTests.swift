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
      ("l’été 2021", "l’été 2022", "l’été [-2021-]{+2022+}"),
    ])
  func known(old: String, new: String, marked: String) {
    #expect(WordDiff(from: old, to: new).marked == marked)
  }

  @Test("The pieces give both texts back")
  func law() {
    var random = RandomText(seed: 11)
    for _ in 0..<300 {
      let old = random.soup(random.generator.number(in: 0..<30))
      let new =
        random.generator.isOne(in: 3) ? old : random.soup(random.generator.number(in: 0..<30))
      let pieces = WordDiff(from: old, to: new).pieces
      let (before, after) = Self.texts(pieces)
      #expect(before.utf8.elementsEqual(old.utf8) && after.utf8.elementsEqual(new.utf8))
    }
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
