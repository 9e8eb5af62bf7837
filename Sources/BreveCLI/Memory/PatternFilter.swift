// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveStore

/// Finds a pattern in texts, in any case.
struct PatternFilter {
  let pattern: String

  init(_ pattern: String) { self.pattern = pattern }

  /// For a look-up; a pattern that is none finds nothing.
  var filter: TextFilter {
    TextFilter(literals: literals) { [pattern] in
      let regex = try? Regex(pattern).ignoresCase()
      return { text in regex.map { Self.ranges(of: $0, in: text) } ?? [] }
    }
  }

  /// In UTF-8 bytes; what is empty is left out.
  private static func ranges(of regex: Regex<AnyRegexOutput>, in text: String) -> [Range<Int>] {
    text.ranges(of: regex).filter { !$0.isEmpty }.map { range in
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return start..<start + text.utf8.distance(from: range.lowerBound, to: range.upperBound)
    }
  }

  /// For each alternative of the pattern the longest text that stands in whatever it matches; none where one has no such
  /// text, or the pattern is not plain enough to tell.
  ///
  /// Only what stands outside of groups, classes and escapes counts, and no letter that may be missing.
  var literals: [String] {
    var found: [String] = []
    var best = ""
    var run = ""
    func end() {
      if run.utf8.count > best.utf8.count { best = run }
      run = ""
    }
    var rest = pattern.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "|":
        end()
        found.append(best)
        best = ""
      case "(":
        // Options change what the letters mean.
        if rest.first == "?", rest.dropFirst().first != ":" { return [] }
        end()
        guard Self.skipGroup(&rest) else { return [] }
      case "[":
        end()
        guard Self.skipClass(&rest) else { return [] }
      case "\\":
        guard let escaped = rest.popFirst() else { return [] }
        if escaped.isASCII, !escaped.properties.isAlphabetic, escaped.properties.numericType == nil
        {
          run.unicodeScalars.append(escaped)
        } else {
          // What \x, \u, \p, \k and \Q take with them is not for us to tell.
          guard "dDwWsSbBAzZhHvVnrt".unicodeScalars.contains(escaped) else { return [] }
          end()
        }
      case "?", "*", "{":
        if !run.isEmpty { run.unicodeScalars.removeLast() }
        end()
        if scalar == "{" {
          guard let close = rest.firstIndex(of: "}") else { return [] }
          rest = rest[rest.index(after: close)...]
        }
      case "+", ".", "^", "$": end()
      case _ where scalar.value < 0x20 || scalar.value > 0x7E: end()
      default: run.unicodeScalars.append(scalar)
      }
    }
    end()
    found.append(best)
    return found.contains("") ? [] : found
  }

  /// Passes over a group to behind its end.
  private static func skipGroup(_ rest: inout Substring.UnicodeScalarView) -> Bool {
    var depth = 1
    while depth > 0 {
      guard let scalar = rest.popFirst() else { return false }
      switch scalar {
      case "(":
        if rest.first == "?", rest.dropFirst().first != ":" { return false }
        depth += 1
      case ")": depth -= 1
      case "[": if !skipClass(&rest) { return false }
      case "\\": if [nil, "Q"].contains(rest.popFirst()) { return false }
      default: continue
      }
    }
    return true
  }

  private static func skipClass(_ rest: inout Substring.UnicodeScalarView) -> Bool {
    var depth = 1
    var isFirst = true
    while depth > 0 {
      guard let scalar = rest.popFirst() else { return false }
      switch scalar {
      case "[": depth += 1
      case "]" where !isFirst: depth -= 1
      case "\\": if rest.popFirst() == nil { return false }
      default: break
      }
      isFirst = isFirst && scalar == "^"
    }
    return true
  }
}
