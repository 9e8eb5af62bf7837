// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct GlossaryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary",
    abstract: "Keep a glossary of French terms and their English.",
    discussion: """
      A glossary is a file with one French and one English term a line and TAB between the fields, made to be kept in git. \
      Without --glossary it is Glossary/fr-en.tsv in this folder or the nearest one above; where there is none, it is the \
      glossary built into breve, which is read only. breve init makes one.

      EXAMPLES:
        breve glossary search cedeao
        breve glossary add "moto-taxi" "motorcycle taxi" --domain economy
        breve glossary check
      """,
    subcommands: [
      GlossaryAdd.self, GlossaryEdit.self, GlossaryRemove.self, GlossaryShow.self,
      GlossarySearchCommand.self, GlossaryFindCommand.self, GlossaryList.self,
      GlossaryCheckCommand.self, GlossaryStats.self,
      GlossaryLog.self, GlossaryUndo.self, GlossaryDiff.self, GlossaryMergeCommand.self,
      GlossaryImportCommand.self, GlossaryExportCommand.self, GlossaryVerifyCommand.self,
      GlossaryExtractCommand.self,
    ])
}
