// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct MemoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory",
    abstract: "Keep translated segments, and find those that are like a text.",
    discussion: """
      The memory is one file: breve.memory in the nearest folder upward that has a folder Glossary, or --memory FILE. \
      Every change is kept; undo takes back the last one of a unit.

      EXAMPLES:
        breve memory import corpus.tmx --memory laws.memory
        breve memory match "Le ministre a signé l'accord." --memory laws.memory
        breve memory concordance "mise en demeure" --memory laws.memory

      EXIT STATUS:
        0 done · 1 done, nothing found · 2 an input could not be used · 64 wrong usage
      """,
    subcommands: [
      MemoryImport.self, MemoryAlign.self, MemoryExport.self, MemoryMatchCommand.self,
      MemoryConcordance.self, MemoryTrain.self,
      MemoryPretranslate.self, MemoryAnalyse.self, MemoryCheckCommand.self, MemoryDeduplicate.self,
      MemoryMerge.self, MemorySplit.self, MemoryAdd.self, MemoryEdit.self, MemoryRemove.self,
      MemoryReview.self, MemoryShow.self, MemoryLog.self, MemoryUndo.self,
      MemoryStatisticsCommand.self, MemoryCompact.self, MemoryBackup.self,
    ])
}
