// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

@main
struct BreveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "breve",
    abstract:
      "Short briefs of French-language articles, offline, every sentence traceable to its bytes.",
    discussion: """
      EXAMPLES:
        breve seeds/                                   a brief of each article
        breve article.txt --words 80 --explain         80 words at most, and why
        breve seeds/ --format html -o briefs/          a page for each article
        cat article.txt | breve brief - --format json  for scripts
        breve segment article.txt                      one sentence a line
        breve bilingual article.txt                    English beside the French
        breve review article.txt                       accept or edit that English
        breve glossary search cedeao                   French terms and their English
        breve glossary find article.txt                its terms in English

      EXIT STATUS:
        0 done · 1 done, nothing found or something wrong found
        2 an input could not be used, the others were · 3 findings under --strict
        64 wrong usage
      """,
    version: "0.1.0",
    subcommands: [
      BriefCommand.self, BilingualCommand.self, ReviewCommand.self, SegmentCommand.self,
      GlossaryCommand.self,
      MemoryCommand.self,
      LanguagesCommand.self, EnginesCommand.self, SchemaCommand.self, InitCommand.self,
      DoctorCommand.self,
      EvalCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: BriefCommand.self)
}
