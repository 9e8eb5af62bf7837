// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveXML

extension TMXReader {
  /// More bytes of one segment are not read.
  private static let largestSegment = 1 << 20

  /// Reads the `<seg>` that has just started, to its end: text, `<hi>` text too, and the tags with their places.
  func readSegment(into variant: inout Variant) throws(TMXFault) {
    var single: String?
    var count = 0
    buffer.removeAll(keepingCapacity: true)
    var highlights: [InlineTag] = []
    /// For each open element that is no highlight: its text is kept, the element is not.
    var open: [Bool] = []
    while let event = try nextEvent() {
      switch event {
      case .instruction: continue
      case .text:
        if count == 0 {
          single = reader.text
          count = reader.textLength
        } else if count <= Self.largestSegment {
          if let first = single {
            buffer.append(contentsOf: first.utf8)
            single = nil
          }
          reader.appendText(to: &buffer)
          count = buffer.count
        }
      case .end:
        guard let isHighlight = open.popLast() else {
          variant.text = single ?? String(decoding: buffer, as: UTF8.self)
          if count > Self.largestSegment {
            report.add(.changed, "a segment is cut after 1 MB", line: reader.line)
          }
          return
        }
        if isHighlight, var tag = highlights.popLast() {
          tag.kind = .highlightEnd
          tag.position = count
          variant.tags.append(tag)
        }
      case .start:
        switch reader.name {
        case names.hi:
          let tag = tag(.highlightBegin, at: count)
          variant.tags.append(tag)
          highlights.append(InlineTag(.highlightEnd, at: count))
          open.append(true)
        case names.bpt, names.ept, names.ph, names.it, names.ut:
          variant.tags.append(try readTag(at: count))
        case names.tu: throw .nested(reader.line)
        default:
          report.add(
            .changed,
            "the element <\(reader.string(reader.name))> is not known in a segment; its text is kept",
            line: reader.line)
          open.append(false)
        }
      }
    }
  }

  /// Reads the tag that has just started, to its end.
  private func readTag(at position: Int) throws(TMXFault) -> InlineTag {
    let kind: InlineTag.Kind =
      switch reader.name {
      case names.bpt: .begin
      case names.ept: .end
      case names.ph: .placeholder
      case names.it: reader.attribute(names.pos) == "end" ? .isolatedEnd : .isolatedBegin
      default: .unknown
      }
    var tag = tag(kind, at: position)
    tag.code = try markup()
    return tag
  }

  private func tag(_ kind: InlineTag.Kind, at position: Int) -> InlineTag {
    var tag = InlineTag(kind, at: position)
    for (name, value) in reader.attributes {
      switch name {
      case names.i: tag.pair = number(value)
      case names.x: tag.match = number(value)
      case names.type: tag.type = value
      case names.assoc: tag.association = value
      case names.pos: continue
      default:
        report.add(
          .changed, "the attribute '\(reader.string(name))' of a tag is not kept", line: reader.line
        )
      }
    }
    return tag
  }

  private func number(_ value: String) -> Int? {
    if let number = Int(value) { return number }
    report.add(.changed, "'\(value)' is no number of a tag, so it is not kept", line: reader.line)
    return nil
  }
}
