// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveText

extension XLIFFReader {
  /// The unit that a segment makes.
  func unit(_ place: Int) -> TranslationUnit {
    let segment = segments[place]
    let markup = XLIFFMarkup(core: document.root.namespace)
    var unit = TranslationUnit([])
    unit.line = place
    unit.name = segment.unit.attribute("id")
    unit.document = segment.file.attribute("original")
    unit.previous = neighbour(place, -1)
    unit.next = neighbour(place, 1)
    let source = language(of: segment, "source-language") ?? sourceLanguage
    unit.sourceLanguage = source
    unit.variants.append(variant(segment.sourceText, source, place, markup))
    if let target = segment.targetText {
      let language = language(of: segment, "target-language") ?? targetLanguage
      let variant = variant(
        target, language ?? target.attribute("xml:lang").map { Language($0) } ?? .undetermined,
        place, markup)
      if !variant.text.isEmpty || !variant.tags.isEmpty { unit.variants.append(variant) }
    }
    for note in notes(of: segment.unit) {
      unit.notes.append(
        UnitNote(note.text, language: note.attribute("xml:lang").map { Language($0) }))
    }
    if let id = segment.file.attribute("id") {
      unit.properties.append(.init(XLIFFProperty.file, id))
    }
    if segment.count > 1 {
      unit.properties.append(.init(XLIFFProperty.part, String(segment.number)))
    }
    switch version {
    case .v2: keep2(segment, markup, &unit)
    case .v12: keep12(segment, markup, &unit)
    }
    return unit
  }

  private func language(of segment: XLIFFSegment, _ name: String) -> Language? {
    segment.file.attribute(name).map { Language($0) }
  }

  private func notes(of unit: MarkupElement) -> [MarkupElement] {
    version == .v2
      ? unit.child("notes")?.children ?? [] : unit.children.filter { $0.name == "note" }
  }

  private func variant(
    _ element: MarkupElement, _ language: Language, _ place: Int, _ markup: XLIFFMarkup
  ) -> Variant {
    let inline = inline(element, of: place)
    var variant = Variant(language, inline.text, tags: inline.tags)
    let isTarget = element !== segments[place].sourceText
    if !inline.tags.isEmpty,
      version == .v2 || XLIFFInline12.isValid(element, asTarget: isTarget)
    {
      variant.properties.append(
        .init(XLIFFProperty.name("content", version), markup.content(of: element)))
    }
    let attributes = markup.attributes(
      of: element,
      but: ["xml:lang", "state", "state-qualifier", "mid", "mtype", "phase-name"])
    if !attributes.isEmpty {
      variant.properties.append(.init(XLIFFProperty.name("attributes", version), attributes))
    }
    return variant
  }

  private func keep2(
    _ segment: XLIFFSegment, _ markup: XLIFFMarkup, _ unit: inout TranslationUnit
  ) {
    let subState = segment.segment.attribute("subState")
    unit.state = XLIFFState.state(segment.segment.attribute("state"), subState: subState)
    func put(_ what: String, _ value: String) {
      if !value.isEmpty { unit.properties.append(.init(XLIFFProperty.name(what, .v2), value)) }
    }
    if segment.number == 0 {
      var attributes = markup.attributes(of: segment.unit, but: ["id", "xml:lang"])
      for name in ["translate", "xml:space", "srcDir", "trgDir", "canResegment"]
      where segment.unit.attribute(name) == nil {
        if let value = segment.unit.inherited(name) { attributes += " \(name)=\"\(value)\"" }
      }
      put("unit", attributes)
      let children = segment.unit.children
      put("modules", markup.elements(children.filter { $0.namespace != XLIFFNames.core }))
      put("notes", markup.elements(children.filter { $0.isCore("notes") }))
      put("data", markup.elements(children.filter { $0.isCore("originalData") }))
    }
    let own = subState.map { $0.hasPrefix(XLIFFState.prefix) } ?? false
    put(
      "segment",
      markup.attributes(of: segment.segment, but: own ? ["state", "subState"] : ["state"]))
    let parts = segment.unit.children.filter { $0.isCore("segment") || $0.isCore("ignorable") }
    guard let place = parts.firstIndex(where: { $0 === segment.segment }) else { return }
    let before = parts[..<place].reversed().prefix { $0.isCore("ignorable") }.reversed()
    put("before", markup.elements(Array(before)))
    if segment.number == segment.count - 1 {
      put("after", markup.elements(Array(parts[(place + 1)...])))
    }
  }

  private func keep12(
    _ segment: XLIFFSegment, _ markup: XLIFFMarkup, _ unit: inout TranslationUnit
  ) {
    let target = segment.target
    unit.state = XLIFFState.state(
      target?.attribute("state"), qualifier: target?.attribute("state-qualifier"),
      isApproved: target != nil && segment.unit.attribute("approved") == "yes")
    func put(_ what: String, _ value: String) {
      if !value.isEmpty { unit.properties.append(.init(XLIFFProperty.name(what, .v12), value)) }
    }
    guard segment.number == 0 else { return }
    // What stands in the header of the file is not kept, nor are references to it and to the segments of a unit.
    let references: Set<String> = ["phase-name", "tool-id"]
    put(
      "unit",
      markup.attributes(of: segment.unit, but: references.union(["id", "approved"])))
    let kept = markup.leavingOut(references, and: ["alt-trans": ["mid"]])
    let known: Set<String> = ["source", "target", "note", "seg-source"]
    let isOwn = { (child: MarkupElement) in child.namespace == segment.unit.namespace }
    put(
      "rest",
      kept.elements(
        segment.unit.children.filter {
          isOwn($0) && !known.contains($0.name) && XLIFFInline12.holdsValidTexts($0)
        }))
    put("modules", markup.elements(segment.unit.children.filter { !isOwn($0) }))
  }
}
