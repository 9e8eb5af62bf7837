// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveText

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Walk the sentences of a bilingual brief: accept, edit or reject their English.",
    discussion: """
      FILE is an article, or a brief that breve bilingual wrote with --format json. \
      Each sentence is shown with its English, where that comes from and what was found. \
      Then a line is read:

        a, accept         keep the English as reviewed
        e, edit [TEXT]    keep TEXT instead; without TEXT the next line, or what
                          $VISUAL or $EDITOR makes of it
        r, reject         it is wrong: it is not offered for this sentence again
        s, skip           go on
        w, why            where the English comes from
        u, undo           take the last decision back
        q, quit           end; what was decided stays

      What is decided enters the memory at once, with your name, the time, the article and \
      the sentences around: a file of breve memory, made if it is not there. When breve \
      bilingual runs again, the sentence is memory-context, reviewed. Sentences are shown on \
      standard error; standard output gets a line a decision: number, decision, unit.

      --import takes back what was done elsewhere with a brief that breve bilingual wrote as \
      docx, xliff, tmx or tsv. A row enters the memory as reviewed if its English was changed, \
      or if the file calls it reviewed or final; tracked changes count as made. A row whose \
      French was changed, whose id is not known, or of which the memory has other reviewed \
      English by now is shown as a conflict and not taken (exit 1). Standard output gets a \
      line a row: id, outcome, unit.

      EXAMPLES:
        breve review article.txt
        breve review article.txt --sentences 10 --pending
        breve bilingual article.txt -o article.json && breve review article.json
        breve review --import reviewed.docx --dry-run
        printf 'a\\ns\\ne The minister left.\\n' | breve review article.txt
      """)

  @Argument(help: ArgumentHelp("An article, or a bilingual brief in JSON.", valueName: "file"))
  var file: String?

  @Option(
    help: ArgumentHelp(
      "Take back a brief that was reviewed elsewhere: docx, xliff, tmx or tsv.", valueName: "file"))
  var `import`: String?

  @Flag(help: "Say what --import would take, and write nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "The memory that decisions enter, or a TMX to look sentences up in; may be given again.",
      valueName: "file"))
  var memory: [String] = []

  @Flag(help: "Only sentences whose English nobody has reviewed yet.")
  var pending = false

  @OptionGroup var length: LengthArguments
  @OptionGroup var glossary: GlossaryArguments
  @OptionGroup var user: UserArguments

  @Option(
    help: ArgumentHelp("The language of the text, as fr; detected if not given.", valueName: "tag"))
  var language: String?

  func validate() throws {
    if (file == nil) == (`import` == nil) {
      throw ValidationError("name an article or a brief, or else a reviewed file with --import")
    }
    if dryRun, `import` == nil { throw ValidationError("--dry-run goes with --import") }
    if file == "-" {
      throw ValidationError("standard input gives the decisions; name the article as a file")
    }
    if let language, !LanguageSupport.isKnown(Language(language)) {
      throw ValidationError(
        "--language takes a tag such as fr or pt-BR, not '\(language)'; see breve languages")
    }
  }

  mutating func run() throws {
    let diagnostics = Diagnostics()
    do {
      let configuration = try Configuration.nearest()
      glossary.glossary = glossary.glossary ?? configuration?.glossary
      if memory.isEmpty { memory = configuration?.memories ?? [] }
    } catch { throw diagnostics.exit(error) }
    let store = try store()
    let table: GlossaryTable
    do { table = try glossary.table(diagnostics) } catch { throw diagnostics.exit(error) }
    var looked = BilingualMemories(named: memory, glossary)
    looked.leaveOut(missing: store)
    let opened = try looked.open(diagnostics)
    let dictionaries = SpellingDictionaries()
    var maker = BilingualMaker(
      memory: opened.exchange, stores: opened.stores, glossary: table.glossary,
      dictionaries: dictionaries)
    if let path = `import` {
      var importing = ReviewImporting(
        path: path, memory: store, isTrial: dryRun, user: user, maker: maker)
      if try withMemory({ try importing.run() }) { throw ExitCode(1) }
      return
    }
    let items: [ReviewItem]
    do {
      items = try self.items(of: file ?? "", &maker, dictionaries, diagnostics)
    } catch {
      throw diagnostics.exit(error)
    }
    let user = user
    let session = ReviewSession(items, memory: ReviewedMemory(path: store) { user.stamp })
    var dialogue = ReviewDialogue(session: session, memory: store, maker: maker)
    try withMemory { try dialogue.run() }
  }

  /// The memory that decisions enter.
  private func store() throws -> String {
    let named = memory.filter(BilingualMemories.isDurable)
    if named.count > 1 {
      throw ValidationError(
        "decisions enter one memory; \(named.joined(separator: " and ")) are two")
    }
    if let only = named.first { return only }
    if memory.isEmpty { return try MemoryArguments.nearest() }
    throw ValidationError(
      "\(memory.joined(separator: ", ")): no memory of breve memory; name one for what is decided, which need not exist"
    )
  }

  private func items(
    of file: String, _ maker: inout BilingualMaker, _ dictionaries: SpellingDictionaries,
    _ diagnostics: Diagnostics
  ) throws(LoadingError) -> [ReviewItem] {
    let bytes = try FileBytes.read(file)
    var reader = ArticleReader(dictionaries: dictionaries)
    var items: [ReviewItem]
    if ReviewDocument.isJSON(bytes) {
      let document = try ReviewDocument(bytes, path: file, reader: &reader)
      for note in document.notes { diagnostics.note(note.text) }
      items = document.items
    } else {
      let article = try reader.article(
        bytes, path: file, language: language.map { Language($0) })
      let brief = Summarizer(length: length.length).brief(of: article)
      let bilingual = maker.bilingual(brief)
      for note in bilingual.notes { diagnostics.note(note.text) }
      items = bilingual.reviewItems
    }
    if pending { items.removeAll(where: \.isReviewed) }
    return items
  }
}
