// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveSystem

struct LanguagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "languages",
    abstract: "List the languages that are more than segmented by ICU, and what is known of each.",
    discussion: """
      sentences    abbreviations, initials, ordinals and openers of the language tailor ICU's boundaries \
      boundary F1  in percent, on the worst and the best of the sets it was measured on \
      roles        by-lines, captions and credits are told from paragraphs \
      ranking      stop words and the beginnings that lean on the sentence before \
      repairs      words that are glued together are taken apart (with an installed dictionary)

      Any other language is segmented by ICU's own rules and summarized without word lists.

      EXAMPLE:
        breve languages
      """)

  func run() {
    let header = ["tag", "language", "sentences", "boundary F1", "roles", "ranking", "repairs"]
    let rows = LanguageSupport.all.map { support in
      [
        support.language.tag, support.name, support.hasTailoring ? "yes" : "-",
        support.boundaryF1.map {
          $0.lowerBound == $0.upperBound ? "\($0.upperBound)" : "\($0.lowerBound)–\($0.upperBound)"
        } ?? "-",
        support.hasRoles ? "yes" : "-", support.hasRanking ? "yes" : "-",
        support.hasRepairs ? "yes" : "-",
      ]
    }
    StandardStream.output(TextTable(header: header, rows: rows).text)
  }
}
