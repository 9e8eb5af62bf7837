// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import Breve

/// The repairs of an article, one a line with tabs between: path, start and end in bytes, kind, before, after.
struct RepairList {
  private let article: Article

  init(_ article: Article) { self.article = article }

  var text: String {
    article.document.repairs.map { repair in
      let range = repair.range.utf8
      return
        "\(article.path ?? "-")\t\(range.lowerBound)\t\(range.upperBound)\t\(repair.kind.rawValue)"
        + "\t\(visible(repair.before))\t\(visible(repair.after))\n"
    }.joined()
  }

  /// What cannot be seen is written as its code point.
  private func visible(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let isHidden = scalar.value < 0x20 || scalar.properties.isDefaultIgnorableCodePoint
      return isHidden ? "U+" + String(scalar.value, radix: 16, uppercase: true) : String(scalar)
    }.joined()
  }
}
