// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory

/// Makes `<source>` and `<target>` with their inline elements.
struct XLIFFContent {
  private let version: XLIFFVersion
  /// The `<originalData>` that was kept.
  private let kept: String?
  private var made: [String] = []
  /// Numbers of inline elements in the unit.
  private var count = 0
  /// Ids that the source of the segment gave and its target has not taken yet: by what joins the two.
  private var ids: [Joint: [String]] = [:]

  private struct Joint: Hashable {
    let element: String
    let match: Int
  }

  init(version: XLIFFVersion, kept: String?) {
    self.version = version
    self.kept = kept
  }

  /// The `<originalData>` of the unit, after its segments were made.
  var data: String {
    if made.isEmpty { return kept ?? "" }
    let own = made.enumerated().map {
      "<data id=\"bd\($0 + 1)\" xml:space=\"preserve\">\($1)</data>"
    }.joined()
    guard let kept, let end = kept.firstRange(of: "</originalData>") else {
      return "<originalData>\(own)</originalData>"
    }
    return kept[..<end.lowerBound] + own + "</originalData>"
  }

  mutating func beginSegment() { ids = [:] }

  /// A whole element; inline elements as they were read, if text and tags are still the same.
  mutating func element(_ name: String, _ variant: Variant, _ attributes: String = "") -> String {
    let kept = self.kept("attributes", of: variant) ?? ""
    var content = XLIFFMarkup.escaped(variant.text)
    if !variant.tags.isEmpty {
      if let markup = self.kept("content", of: variant), Self.text(of: markup) == variant.text {
        content = markup
      } else {
        content = made(variant, isSource: name == "source")
      }
    }
    return "<\(name)\(attributes)\(kept)>\(content)</\(name)>"
  }

  private func kept(_ what: String, of variant: Variant) -> String? {
    let name = XLIFFProperty.name(what, version)
    return variant.properties.first { $0.name == name }?.value
  }

  /// The text in markup; nil if it cannot be read.
  private static func text(of markup: String) -> String? {
    let wrapped = Array("<x>\(markup)</x>".utf8)
    return (try? MarkupDocument(wrapped, path: ""))?.root.visibleText
  }

  private mutating func made(_ variant: Variant, isSource: Bool) -> String {
    let bytes = Array(variant.text.utf8)
    let partners = Self.partners(variant.tags)
    var given: [Int: String] = [:]
    var text = ""
    var done = 0
    for (place, tag) in variant.tags.enumerated() {
      var end = min(max(tag.position, done), bytes.count)
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      text += XLIFFMarkup.escaped(String(decoding: bytes[done..<end], as: UTF8.self))
      done = end
      let partner = partners[place]
      let id: String
      if let partner, partner < place, let known = given[partner] {
        id = known
      } else {
        id = self.id(for: tag, hasPartner: partner != nil, isSource: isSource)
        given[place] = id
      }
      text +=
        version == .v2
        ? element2(tag, id, partner != nil) : element12(tag, id, partner != nil)
    }
    return text + XLIFFMarkup.escaped(String(decoding: bytes[done...], as: UTF8.self))
  }

  /// For each tag the place of the other one of its pair, if that is there.
  private static func partners(_ tags: [InlineTag]) -> [Int: Int] {
    var partners: [Int: Int] = [:]
    var open: [Int: [Int]] = [:]
    for (place, tag) in tags.enumerated() {
      guard let pair = tag.pair else { continue }
      if tag.kind == .begin { open[pair, default: []].append(place) }
      if tag.kind == .end, let start = open[pair]?.popLast() {
        partners[start] = place
        partners[place] = start
      }
    }
    return partners
  }

  /// A new id, or in a target that of the tag of the source that is joined to it.
  private mutating func id(for tag: InlineTag, hasPartner: Bool, isSource: Bool) -> String {
    let kind =
      switch tag.kind {
      case .begin, .isolatedBegin: hasPartner ? "pair" : "begin"
      case .end, .isolatedEnd: "end"
      default: "one"
      }
    let joint = tag.match.map { Joint(element: kind, match: $0) }
    if !isSource, let joint, let known = ids[joint]?.first {
      ids[joint]?.removeFirst()
      return known
    }
    count += 1
    let id = (version == .v2 ? "b" : "") + String(count)
    if isSource, let joint { ids[joint, default: []].append(id) }
    return id
  }

  private mutating func element2(_ tag: InlineTag, _ id: String, _ closes: Bool) -> String {
    var reference = ""
    if !tag.code.isEmpty, tag.kind != .highlightBegin, tag.kind != .highlightEnd {
      let plain = Self.text(of: tag.code) ?? tag.code
      made.append(XLIFFMarkup.escaped(plain))
      reference = " dataRef=\"bd\(made.count)\""
    }
    switch tag.kind {
    case .begin where closes: return "<sc id=\"\(id)\"\(reference)/>"
    case .begin, .isolatedBegin: return "<sc id=\"\(id)\" isolated=\"yes\"\(reference)/>"
    case .end where closes: return "<ec startRef=\"\(id)\"\(reference)/>"
    case .end, .isolatedEnd: return "<ec id=\"\(id)\" isolated=\"yes\"\(reference)/>"
    case .placeholder, .unknown: return "<ph id=\"\(id)\"\(reference)/>"
    case .highlightBegin, .highlightEnd: return ""
    }
  }

  private func element12(_ tag: InlineTag, _ id: String, _ closes: Bool) -> String {
    let code = Self.text(of: tag.code).map { XLIFFMarkup.escaped($0) } ?? ""
    switch tag.kind {
    case .begin where closes: return "<bpt id=\"\(id)\">\(code)</bpt>"
    case .end where closes: return "<ept id=\"\(id)\">\(code)</ept>"
    case .begin, .isolatedBegin: return "<it id=\"\(id)\" pos=\"open\">\(code)</it>"
    case .end, .isolatedEnd: return "<it id=\"\(id)\" pos=\"close\">\(code)</it>"
    case .placeholder, .unknown: return "<ph id=\"\(id)\">\(code)</ph>"
    case .highlightBegin, .highlightEnd: return ""
    }
  }
}
