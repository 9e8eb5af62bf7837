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
        sentences    abbreviations, initials, ordinals and openers of its own
        boundary F1  percent, on the worst and the best set of sentences
        roles        by-lines, captions, credits told from paragraphs
        ranking      stop words, beginnings that lean on a sentence before
        repairs      glued words taken apart (with a dictionary)

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
