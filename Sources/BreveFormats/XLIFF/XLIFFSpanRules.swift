// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The rules for the two ends of spans (`<sc>` and `<ec>`, `<sm>` and `<em>`) in all sources, or all targets, of a unit.
struct XLIFFSpanRules {
  private let rules: XLIFFRules
  /// The inline elements in order.
  private let elements: [MarkupElement]

  init(_ sides: [MarkupElement], _ rules: XLIFFRules) {
    self.rules = rules
    var all: [MarkupElement] = []
    for side in sides {
      side.forEach { if $0.namespace == XLIFFNames.core, $0 !== side { all.append($0) } }
    }
    elements = all
  }

  func check() {
    var starts: [String: MarkupElement] = [:]
    let allStarts = Set(named("sc") + named("sm"))
    let ends = Set(elements.compactMap { $0.attribute("startRef") })
    for element in elements {
      switch element.name {
      case "sc":
        guard let id = element.attribute("id") else { continue }
        starts["sc " + id] = element
        let isIsolated = element.attribute("isolated") == "yes"
        if isIsolated == ends.contains(id) {
          rules.add(
            element,
            isIsolated
              ? "the <sc> '\(id)' is isolated, and its <ec> stands in the unit"
              : "the <sc> '\(id)' has no <ec> in the unit, so it must have isolated=\"yes\"")
        }
      case "ec": checkEnd(element, starts, allStarts)
      case "sm":
        guard let id = element.attribute("id") else { continue }
        starts["sm " + id] = element
        if !ends.contains(id) { rules.add(element, "the <sm> '\(id)' has no <em> in the unit") }
      case "em":
        guard let id = element.attribute("startRef") else { continue }
        if starts["sm " + id] == nil {
          rules.add(element, "the <em> stands before its <sm> '\(id)', or there is none")
        }
      default: continue
      }
    }
  }

  private func named(_ name: String) -> [String] {
    elements.filter { $0.name == name }.compactMap { $0.attribute("id") }
  }

  private func checkEnd(
    _ element: MarkupElement, _ starts: [String: MarkupElement], _ all: Set<String>
  ) {
    let id = element.attribute("id")
    let start = element.attribute("startRef")
    if element.attribute("isolated") == "yes" {
      if start != nil { rules.add(element, "an isolated <ec> may not have 'startRef'") }
      if id == nil { rules.add(element, "an isolated <ec> must have the attribute 'id'") }
      return
    }
    if element.attributes.contains(where: { XLIFFNames.isModule($0.namespace) }) {
      rules.add(element, "attributes of modules may stand on an <ec> only if it is isolated")
    }
    if id != nil { rules.add(element, "an <ec> that is not isolated may not have 'id'") }
    guard let start else {
      rules.add(element, "an <ec> that is not isolated must have 'startRef'")
      return
    }
    guard let opening = starts["sc " + start] else {
      rules.add(
        element,
        all.contains(start)
          ? "the <ec> stands before its <sc> '\(start)'"
          : "'startRef' names '\(start)', and no <sc> of the unit has this id")
      return
    }
    for name in ["canCopy", "canDelete", "canOverlap"] {
      let values = [opening, element].map { $0.attribute(name) ?? "yes" }
      if values[0] != values[1], element.attribute(name) != nil {
        rules.add(element, "'\(name)' is '\(values[0])' on the <sc> and '\(values[1])' on the <ec>")
      }
    }
    if let value = element.attribute("canReorder") {
      let wanted = opening.attribute("canReorder") ?? "yes"
      if (wanted == "yes") != (value == "yes") || value == "firstNo" {
        rules.add(element, "'canReorder' is '\(wanted)' on the <sc> and '\(value)' on the <ec>")
      }
    }
  }
}
