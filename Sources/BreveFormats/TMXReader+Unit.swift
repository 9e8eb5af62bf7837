// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveText
internal import BreveXML

/// A `<tu>` as it stands in a file.
struct TMXElement {
  var unit = TranslationUnit([])
  var variants: [Variant] = []
  var line: Int
  var bytes = 0
  /// How many `<tuv>` could not be used.
  var dropped = 0
}

extension TMXReader {
  /// More text in one unit is no segment of a translation.
  private static let largestUnit = 1 << 22
  private static let mostVariants = 1_000

  /// Reads the `<tu>` that has just started, to its end.
  func readElement(line: Int) throws(TMXFault) -> TMXElement {
    var element = TMXElement(line: line)
    readAttributes(into: &element.unit)
    while let event = try nextEvent() {
      if event == .end { break }
      guard event == .start else { continue }
      switch reader.name {
      case names.tuv: try readVariant(into: &element)
      case names.prop: take(try readProperty(), into: &element.unit)
      case names.note: element.unit.notes.append(try readNote())
      case names.tu: throw .nested(reader.line)
      default:
        report.add(
          .changed, "the element <\(reader.string(reader.name))> is not known, so it is not read",
          line: reader.line)
        try skip()
      }
    }
    return element
  }

  /// The units that an element makes: one, or more where a language has several variants; none if it holds no text.
  func units(of element: TMXElement, number: Int) -> [TranslationUnit] {
    var element = element
    element.unit.line = number
    guard !element.variants.isEmpty else {
      report.skip(
        element.dropped > 0 ? "no variant of the unit can be used" : "the unit has no variant",
        line: element.line)
      return []
    }
    if element.bytes > Self.largestUnit {
      report.skip("the unit is larger than 4 MB", line: element.line)
      return []
    }
    var places: [Language: [Int]] = [:]
    for (place, variant) in element.variants.enumerated() {
      places[variant.language, default: []].append(place)
    }
    let count = places.values.map(\.count).max() ?? 1
    if count == 1 {
      element.unit.variants = element.variants
      return [element.unit]
    }
    report.add(
      .note, "a language has \(count) variants, so the unit becomes \(count) units",
      line: element.line)
    return (0..<count).map { number in
      var unit = element.unit
      unit.variants = element.variants.enumerated().filter { place, variant in
        guard let all = places[variant.language] else { return false }
        return all[min(number, all.count - 1)] == place
      }.map(\.element)
      return unit
    }
  }

  private func readAttributes(into unit: inout TranslationUnit) {
    var hasSource = false
    for (name, value) in reader.attributes {
      switch name {
      case names.id: unit.name = value
      case names.sourceLanguage:
        hasSource = true
        unit.sourceLanguage = language(value)
      default:
        if !readStamp(name, value, &unit.created, &unit.changed) {
          unit.properties.append(UnitProperty("@" + reader.string(name), value))
        }
      }
    }
    if !hasSource { unit.sourceLanguage = header.sourceLanguage }
  }

  private func readStamp(
    _ name: Int32, _ value: String, _ created: inout Stamp, _ changed: inout Stamp
  ) -> Bool {
    switch name {
    case names.creationDate: created.date = Moment(value)
    case names.changeDate: changed.date = Moment(value)
    case names.creationID: created.user = value
    case names.changeID: changed.user = value
    default: return false
    }
    return !(name == names.creationDate && created.date == nil)
      && !(name == names.changeDate && changed.date == nil)
  }

  /// Puts a property where it belongs.
  private func take(_ property: UnitProperty, into unit: inout TranslationUnit) {
    let value = property.value
    switch property.language == nil ? TMXProperty.canonical(property.name) : nil {
    case TMXProperty.project? where unit.project == nil: unit.project = value
    case TMXProperty.domain? where unit.domain == nil: unit.domain = value
    case TMXProperty.document? where unit.document == nil: unit.document = value
    case TMXProperty.previous? where unit.previous == nil: unit.previous = context(value)
    case TMXProperty.next? where unit.next == nil: unit.next = context(value)
    case TMXProperty.state?:
      if let state = UnitState(rawValue: value) {
        unit.state = state
      } else {
        unit.properties.append(property)
      }
    case TMXProperty.range? where unit.range == nil:
      let ends = value.split(separator: "-").compactMap { Int($0) }
      if ends.count == 2, ends[0] <= ends[1] {
        unit.range = ends[0]..<ends[1]
      } else {
        unit.properties.append(property)
      }
    default: unit.properties.append(property)
    }
  }

  /// Some tools put the neighbour in as a `<seg>`.
  private func context(_ value: String) -> String {
    guard value.hasPrefix("<seg>"), value.hasSuffix("</seg>") else { return value }
    return String(value.dropFirst(5).dropLast(6))
  }

  private func readVariant(into element: inout TMXElement) throws(TMXFault) {
    let line = reader.line
    var variant = Variant(.undetermined, "")
    var tag: String?
    for (name, value) in reader.attributes {
      switch name {
      case names.xmlLang: tag = value
      case names.lang: if tag == nil { tag = value }
      default:
        if !readStamp(name, value, &variant.created, &variant.changed) {
          variant.properties.append(UnitProperty("@" + reader.string(name), value))
        }
      }
    }
    var segments = 0
    while let event = try nextEvent() {
      if event == .end { break }
      guard event == .start else { continue }
      switch reader.name {
      case names.seg:
        segments += 1
        if segments == 1 {
          try readSegment(into: &variant)
        } else {
          report.add(.changed, "a variant has a second <seg>, which is not read", line: reader.line)
          try skip()
        }
      case names.prop: variant.properties.append(try readProperty())
      case names.note: variant.notes.append(try readNote())
      case names.tu: throw .nested(reader.line)
      default:
        report.add(
          .changed, "the element <\(reader.string(reader.name))> is not known, so it is not read",
          line: reader.line)
        try skip()
      }
    }
    let reason: String? =
      if segments == 0 {
        "a variant has no <seg>"
      } else if variant.text.isEmpty && variant.tags.isEmpty {
        "a variant is empty"
      } else if tag == nil || tag == "" {
        "a variant has no language"
      } else if element.variants.count >= Self.mostVariants {
        "a unit has more than \(Self.mostVariants) variants"
      } else {
        nil
      }
    if let reason {
      element.dropped += 1
      report.add(.changed, reason + ", so it is not read", line: line)
      return
    }
    variant.language = Language(tag ?? "")
    element.bytes += variant.text.utf8.count
    for tag in variant.tags { element.bytes += tag.code.utf8.count + 64 }
    if element.bytes <= Self.largestUnit { element.variants.append(variant) }
  }
}
