// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The rules for codes that may not be deleted, or not be moved, in the targets of a unit.
struct XLIFFEditRules {
  /// One end of a code.
  private struct Event {
    let element: MarkupElement
    let isEnd: Bool
    /// `yes`, `firstNo` or `no`; of the end of a pair `no`, if the pair is not `yes`.
    let reorder: String

    /// By what it is known again in the target.
    var key: String { (isEnd ? "/" : "") + (id ?? "") }
    private var id: String? { element.attribute("id") ?? element.attribute("startRef") }
  }

  private let parts: [MarkupElement]
  private let rules: XLIFFRules

  init(_ parts: [MarkupElement], _ rules: XLIFFRules) {
    self.parts = parts
    self.rules = rules
  }

  func check() {
    let sources = parts.compactMap { $0.child("source") }
    let targets = parts.enumerated().compactMap { number, part in
      part.child("target").map { ($0.attribute("order").flatMap { Int($0) } ?? number + 1, $0) }
    }.sorted { $0.0 < $1.0 }.map(\.1)
    for element in sources + targets { checkValues(in: element) }
    let source = sources.flatMap(Self.events)
    let target = targets.flatMap(Self.events)
    checkBeginnings(source)
    checkBeginnings(target)
    checkDeleted(target)
    checkSequences(source, target)
  }

  private func checkValues(in side: MarkupElement) {
    side.forEach { element in
      guard let reorder = element.attribute("canReorder"), reorder != "yes" else { return }
      for name in ["canCopy", "canDelete"] where element.attribute(name) != "no" {
        rules.add(
          element, "a code with canReorder=\"\(reorder)\" must have \(name)=\"no\" as well")
      }
    }
  }

  /// A sequence that may not be reordered begins with `firstNo`.
  private func checkBeginnings(_ events: [Event]) {
    var isInSequence = false
    for event in events {
      if event.reorder == "no", !event.isEnd, !isInSequence {
        rules.add(
          event.element, "a code with canReorder=\"no\" follows one with \"firstNo\" or \"no\"")
      }
      isInSequence = event.reorder != "yes"
    }
  }

  /// What may not be deleted stands in some target, once the segment has one.
  private func checkDeleted(_ targets: [Event]) {
    let kept = Set(targets.map(\.key))
    for part in parts {
      guard let target = part.child("target"), let source = part.child("source") else { continue }
      for event in Self.events(of: source)
      where !event.isEnd && event.element.attribute("canDelete") == "no"
        && !kept.contains(event.key)
      {
        rules.add(
          target, "the code '\(event.key)' may not be deleted, and it is in no <target> of the unit"
        )
      }
    }
  }

  /// A sequence that may not be reordered stands in the targets as in the sources, with nothing between.
  private func checkSequences(_ source: [Event], _ target: [Event]) {
    var places: [String: Int] = [:]
    for (place, event) in target.enumerated() where places[event.key] == nil {
      places[event.key] = place
    }
    var start = 0
    while start < source.count {
      guard source[start].reorder == "firstNo" else {
        start += 1
        continue
      }
      var end = start + 1
      while end < source.count, source[end].reorder == "no" { end += 1 }
      let keys = source[start..<end].map(\.key)
      if let place = places[keys[0]] {
        let found = target[place...].prefix(keys.count).map(\.key)
        if found != keys {
          rules.add(
            target[place].element,
            "the codes \(keys.joined(separator: " ")) may not be reordered, and in the target they are"
          )
        }
      }
      start = end
    }
  }

  /// The codes of a source or target; annotations are none.
  private static func events(of side: MarkupElement) -> [Event] {
    var found: [Event] = []
    for child in side.children where child.namespace == XLIFFNames.core {
      let reorder = child.attribute("canReorder") ?? "yes"
      switch child.name {
      case "ph", "sc": found.append(Event(element: child, isEnd: false, reorder: reorder))
      case "ec": found.append(Event(element: child, isEnd: true, reorder: reorder))
      case "pc":
        found.append(Event(element: child, isEnd: false, reorder: reorder))
        found += events(of: child)
        found.append(
          Event(element: child, isEnd: true, reorder: reorder == "yes" ? "yes" : "no"))
      case "mrk": found += events(of: child)
      default: continue
      }
    }
    return found
  }
}
