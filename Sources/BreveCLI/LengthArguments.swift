// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve

/// How long briefs may be.
struct LengthArguments: ParsableArguments {
  @Option(
    name: [.customShort("n"), .long],
    help: ArgumentHelp("At most so many sentences (3 if no limit is given).", valueName: "n"))
  var sentences: Int?

  @Option(help: ArgumentHelp("At most so many words.", valueName: "n"))
  var words: Int?

  @Option(help: ArgumentHelp("At most so many characters, spaces included.", valueName: "n"))
  var characters: Int?

  @Option(help: ArgumentHelp("At most this part of the article's words.", valueName: "percent"))
  var share: Int?

  func validate() throws {
    for (name, value, most) in [
      ("sentences", sentences, Int.max), ("words", words, .max), ("characters", characters, .max),
      ("share", share, 100),
    ] {
      if let value, value < 1 || value > most {
        throw ValidationError(
          most == 100
            ? "--\(name) takes a percentage from 1 to 100, not \(value)"
            : "--\(name) is at least 1, not \(value)")
      }
    }
  }

  var length: BriefLength {
    let asked = BriefLength(
      sentences: sentences, words: words, characters: characters, share: share)
    return asked == BriefLength() ? .standard : asked
  }
}
