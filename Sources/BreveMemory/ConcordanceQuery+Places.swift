// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

extension ConcordanceQuery {
  /// Where the words stand in a text, in UTF-8 bytes, ascending; phrases as a whole, and none over another.
  package func ranges(in text: String) -> [Range<Int>] {
    guard !words.isEmpty else { return [] }
    let bytes = Array(text.utf8)
    var tokenizer = MatchTokenizer()
    var tokens: [MatchToken] = []
    tokenizer.tokens(of: bytes.span, into: &tokens)
    let fits = tokens.map { places(of: FoldedSpelling.units(of: bytes.span, $0.range)) }
    guard isPhrase else { return tokens.indices.filter { fits[$0] != 0 }.map { tokens[$0].range } }
    var ranges: [Range<Int>] = []
    var start = 0
    while start + words.count <= tokens.count {
      if words.indices.allSatisfy({ fits[start + $0] >> UInt64($0) & 1 != 0 }) {
        let last = tokens[start + words.count - 1].range.upperBound
        ranges.append(tokens[start].range.lowerBound..<last)
        start += words.count
      } else {
        start += 1
      }
    }
    return ranges
  }
}
