// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import Breve
import BreveFormats
import BreveICU
import BreveRanking
import BreveSystem
import BreveText

/// One thing that is measured.
///
/// `run` returns a number that depends on all the work, so that none is left out.
struct Subject: Sendable {
  let name: String
  let run: @Sendable (Corpus) throws -> Int

  struct Result: Codable {
    let subject: String
    let megabytesPerSecond: Double
    let articlesPerSecond: Double
  }

  func measured(on corpus: Corpus, rounds: Int) -> Result {
    var best = Double.infinity
    var check = 0
    for _ in 0..<max(1, rounds) {
      let start = Machine.processorSeconds
      check &+= (try? run(corpus)) ?? 0
      best = min(best, Machine.processorSeconds - start)
    }
    if check == Int.min { StandardStream.error("") }
    return Result(
      subject: name, megabytesPerSecond: Double(corpus.bytes) / best / 1e6,
      articlesPerSecond: Double(corpus.texts.count) / best)
  }

  static let all: [Subject] = [
    Subject(name: "bare ICU: decode and sentence boundaries") { corpus in
      let breaks = try TextBreaks(.sentence, locale: corpus.language.tag)
      var boundaries: [Int32] = []
      var sum = 0
      for bytes in corpus.bytesOfText {
        guard let units = Charset.utf16(fromUTF8: bytes.span) else { continue }
        try breaks.boundaries(in: units.span, into: &boundaries)
        sum += boundaries.count
      }
      return sum
    },
    Subject(name: "decode and normalize") { corpus in
      var sum = 0
      for bytes in corpus.bytesOfText {
        guard let units = Charset.utf16(fromUTF8: bytes.span) else { continue }
        sum += units.count + (try Normalization.changes(in: units.span)).count
      }
      return sum
    },
    Subject(name: "segment alone (decoded, one paragraph)") { corpus in
      var segmenter = try SentenceSegmenter(language: corpus.language)
      var ends: [Int] = []
      var sum = 0
      for units in corpus.units {
        ends.removeAll(keepingCapacity: true)
        try segmenter.sentenceEnds(in: units, range: 0..<units.count, into: &ends)
        sum += ends.count
      }
      return sum
    },
    Subject(name: "decode, normalize, blocks, segments") { corpus in
      var reader = DocumentReader(dictionaries: .none)
      let decoder = TextDecoder()
      var sum = 0
      for bytes in corpus.bytesOfText {
        let source = try decoder.text(bytes, at: SourceLocation(path: "-"))
        sum += try reader.document(source, language: corpus.language).segments.count
      }
      return sum
    },
    Subject(name: "the same with glued words (cache empty at the start)") { corpus in
      var reader = DocumentReader(dictionaries: corpus.dictionaries)
      let decoder = TextDecoder()
      var sum = 0
      for bytes in corpus.bytesOfText {
        let source = try decoder.text(bytes, at: SourceLocation(path: "-"))
        sum += try reader.document(source, language: corpus.language).segments.count
      }
      return sum
    },
    Subject(name: "step: read the line of JSON") { corpus in
      try corpus.lines.reduce(0) { $0 + (try ArticleLine($1)).text.utf8.count }
    },
    Subject(name: "step: article (document, roles, date)") { corpus in
      var reader = ArticleReader(dictionaries: corpus.dictionaries)
      return try corpus.texts.reduce(0) {
        $0 + (try reader.article($1, language: corpus.language)).document.segments.count
      }
    },
    Subject(name: "step: tokens") { corpus in
      corpus.articles.reduce(0) { $0 + Corpus.rankingText($1).sentences.count }
    },
    Subject(name: "step: ranking") { corpus in
      corpus.rankingTexts.reduce(0) { $0 + FusedRanker().scores(of: $1).count }
    },
    Subject(name: "step: tokens, ranking, selection, reasons") { corpus in
      let summarizer = Summarizer()
      return corpus.articles.reduce(0) { $0 + summarizer.brief(of: $1).sentences.count }
    },
    Subject(name: "step: write the line of JSON") { corpus in
      corpus.briefs.reduce(0) { $0 + BriefJSON.line($1, id: nil).count }
    },
    Subject(name: "terms: 10,000 entries in texts that are read (cache empty at the start)") {
      corpus in
      var recognizer = corpus.recognizer
      return corpus.documents.reduce(0) { $0 + recognizer.matches(in: $1).count }
    },
    Subject(name: "whole brief") { corpus in
      var reader = ArticleReader(dictionaries: corpus.dictionaries)
      let summarizer = Summarizer()
      var sum = 0
      for text in corpus.texts {
        let article = try reader.article(text, language: corpus.language)
        sum += summarizer.brief(of: article).words
      }
      return sum
    },
    Subject(name: "whole brief, language detected") { corpus in
      var reader = ArticleReader()
      let summarizer = Summarizer()
      var sum = 0
      for text in corpus.texts { sum += summarizer.brief(of: try reader.article(text)).words }
      return sum
    },
  ]
}
