// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import Breve
import BreveFormats
import BreveRanking
import BreveTerms
import BreveText
import FoundationEssentials

/// The articles that are measured on.
struct Corpus {
  let language: Language
  let texts: [String]
  /// What they are, for the record.
  let name: String
  /// UTF-8.
  let bytes: Int
  let bytesOfText: [[UInt8]]
  /// The texts, read; and 10,000 terms of one to four words out of them, to be found in them again.
  let documents: [Document]
  let recognizer: TermRecognizer
  let units: [[UInt16]]
  /// What each step of a brief begins with.
  let articles: [Article]
  let rankingTexts: [RankingText]
  let briefs: [Brief]
  /// Each text as a line of JSON Lines.
  let lines: [[UInt8]]
  /// Opened before anything is measured.
  let dictionaries = SpellingDictionaries()

  init(path: String?, language: Language) throws {
    self.language = language
    var texts: [String] = []
    if let path {
      let bytes = try FileBytes.read(path)
      for line in bytes.split(separator: 0x0A) { texts.append(try ArticleLine(Array(line)).text) }
      name = path.split(separator: "/").last.map(String.init) ?? path
    } else {
      let names = try FileManager.default.contentsOfDirectory(atPath: "seeds").filter {
        $0.hasSuffix(".txt")
      }
      for name in names.sorted() {
        texts.append(String(decoding: try FileBytes.read("seeds/" + name), as: UTF8.self))
      }
      texts = Array((0..<200).map { _ in texts }.joined())
      name = "seeds, repeated 200 times (flatters every cache)"
    }
    self.texts = texts
    bytesOfText = texts.map { Array($0.utf8) }
    units = texts.map { Array($0.utf16) }
    var reader = DocumentReader(dictionaries: dictionaries)
    _ = try reader.document(SourceText("les deux paysdepuis"), language: .french)
    bytes = bytesOfText.reduce(0) { $0 + $1.count }
    var articleReader = ArticleReader(dictionaries: dictionaries)
    var articles: [Article] = []
    for text in texts { articles.append(try articleReader.article(text, language: language)) }
    self.articles = articles
    rankingTexts = articles.map(Self.rankingText)
    briefs = articles.map { Summarizer().brief(of: $0) }
    lines = texts.map { text in
      var json = JSONWriter()
      json.object { json in
        json.member("lang", language.tag)
        json.member("text", text)
      }
      return json.bytes
    }
    documents = articles.map(\.document)
    recognizer = TermRecognizer(Glossary(pairs: Self.pairs(of: texts)), dictionaries: dictionaries)
  }

  static func rankingText(_ article: Article) -> RankingText {
    RankingText(
      article.document, segments: Summarizer.choosable(article.document), title: article.title)
  }

  /// Terms that begin at every so many words; a glossary of this size has no two alike.
  private static func pairs(of texts: [String]) -> [TermPair] {
    var seen: Set<Substring> = []
    var pairs: [TermPair] = []
    for step in [97, 61, 31, 13, 7, 3, 1] {
      for text in texts where pairs.count < 10_000 {
        let words = text.split(whereSeparator: { !$0.isLetter })
        for start in stride(from: 0, to: words.count - 4, by: step) where pairs.count < 10_000 {
          let first = words[start]
          let end = words[start + pairs.count % 4].endIndex
          let term = text[first.startIndex..<end]
          guard first.utf8.count > 4, term.allSatisfy({ $0.isLetter || $0 == " " }),
            seen.insert(term).inserted
          else { continue }
          pairs.append(TermPair(id: String(pairs.count), source: String(term), target: "-"))
        }
      }
    }
    return pairs
  }
}
