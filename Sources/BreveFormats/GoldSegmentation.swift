// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials

/// A gold standard of sentence boundaries: `SET.gold.json` and the text beside it.
public struct GoldSegmentation: Sendable {
  public struct Document: Sendable {
    public let text: [Unicode.Scalar]
    /// Ranges of scalars of ``text``.
    public let sentences: [Range<Int>]
  }

  /// `fr/GSD.dev`.
  public let name: String
  public let language: String
  public let documents: [Document]

  /// Reads `{"lang","treebank","split","text_file","docs":[{"start","end","sentences":[[start,end],…]}]}`; offsets count
  /// Unicode scalars, those of sentences from the start of their document.
  ///
  /// - Throws: ``LoadingError`` if a file cannot be read or is not of this form.
  public init(path: String) throws(LoadingError) {
    let location = SourceLocation(path: path)
    let bytes = try FileBytes.read(path)
    let raw: Raw
    do {
      raw = try JSONDecoder().decode(Raw.self, from: Data(bytes))
    } catch {
      throw LoadingError(.malformed("this is no gold standard of sentences"), at: location)
    }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let textPath = (folder.map(String.init) + [raw.textFile]).joined(separator: "/")
    let text = Array(String(decoding: try FileBytes.read(textPath), as: UTF8.self).unicodeScalars)
    var documents: [Document] = []
    for document in raw.docs {
      guard document.start >= 0, document.start <= document.end, document.end <= text.count else {
        throw LoadingError(.malformed("a document lies outside of the text"), at: location)
      }
      let length = document.end - document.start
      let sentences = document.sentences.filter {
        $0.count == 2 && $0[0] >= 0 && $0[0] <= $0[1] && $0[1] <= length
      }
      guard sentences.count == document.sentences.count else {
        throw LoadingError(.malformed("a sentence lies outside of its document"), at: location)
      }
      documents.append(
        Document(
          text: Array(text[document.start..<document.end]),
          sentences: sentences.map { $0[0]..<$0[1] }))
    }
    name = "\(raw.lang)/\(raw.treebank).\(raw.split)"
    language = raw.lang
    self.documents = documents
  }

  private struct Raw: Decodable {
    struct Document: Decodable {
      let start: Int
      let end: Int
      let sentences: [[Int]]
    }

    let lang: String
    let treebank: String
    let split: String
    let textFile: String
    let docs: [Document]

    enum CodingKeys: String, CodingKey {
      case lang, treebank, split, docs
      case textFile = "text_file"
    }
  }
}
