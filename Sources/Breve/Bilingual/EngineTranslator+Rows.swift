// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveEngines
internal import BreveMemory
internal import BreveTerms
internal import BreveText

extension EngineTranslator {
  /// The briefs with the English of engines in the rows for which no memory has any.
  ///
  /// - Parameter briefs: They are asked for together.
  /// - Returns: The briefs with the same rows, each with a note for what failed in it; and all that failed.
  public func filling(
    _ briefs: [BilingualBrief]
  ) async -> (briefs: [BilingualBrief], failures: [Failure]) {
    var places: [(brief: Int, row: Int)] = []
    for (number, brief) in briefs.enumerated()
    where brief.brief.article.language.primary == Language.french.primary {
      for (index, row) in brief.rows.enumerated() where row.target.text == nil {
        places.append((number, index))
      }
    }
    guard !places.isEmpty else { return (briefs, []) }
    let rows = places.map { briefs[$0.brief].rows[$0.row] }
    let (drafts, failures) = await drafts(
      of: rows.map(\.engineSentence),
      terms: rows.map { row in row.terms.map { (match: $0.match, range: $0.range) } })
    var filled = briefs.map(\.rows)
    var isLacking = Array(repeating: false, count: briefs.count)
    var setbacks: [[EngineFault]] = briefs.map { _ in [] }
    for (place, draft) in zip(places, drafts) {
      guard let draft else {
        isLacking[place.brief] = true
        continue
      }
      if let setback = draft.setback, !setbacks[place.brief].contains(setback) {
        setbacks[place.brief].append(setback)
      }
      filled[place.brief][place.row] = filled[place.brief][place.row].translated(draft) {
        isRendered($0, in: draft.text)
      }
    }
    let notes = failures.filter { !$0.isMended }.map { Note(kind: .engine, text: $0.text) }
    let results = briefs.indices.map { number in
      let brief = briefs[number]
      let mended = failures.filter { $0.isMended && setbacks[number].contains($0.fault) }
        .map { Note(kind: .engine, text: $0.text) }
      return BilingualBrief(
        brief: brief.brief, language: brief.language, rows: filled[number],
        notes: brief.notes + (isLacking[number] ? notes : []) + mended)
    }
    return (results, failures)
  }
}

extension BilingualRow {
  /// The row as engines are asked for it.
  fileprivate var engineSentence: EngineSentence {
    let known = KnownForm.known(
      facts: facts, terms: terms.map { (match: $0.match, range: $0.range) })
    let examples = target.suggestion.map {
      [EngineExample(source: $0.source, target: $0.target)]
    }
    return EngineSentence(source.segment.text, known: known, examples: examples ?? [])
  }

  /// The row with the English of an engine.
  fileprivate func translated(
    _ draft: EngineTranslator.Draft, isRendered: (TermMatch) -> Bool
  ) -> BilingualRow {
    BilingualRow(
      source: source,
      target: RowTarget(
        text: draft.text, label: .engine, state: .machine, engine: draft.engine,
        repairs: draft.repairs, suggestion: target.suggestion),
      terms: terms.map {
        RowTerm(match: $0.match, range: $0.range, isRendered: isRendered($0.match))
      },
      findings: draft.findings, facts: facts,
      hints: hints.filter { $0.kind == .name })
  }
}

extension BilingualBrief {
  /// The sentences whose English was asked of an engine, with it.
  package var machineUnits: [(source: String, target: String, engine: String)] {
    rows.compactMap { row in
      guard row.target.label == .engine, row.target.unit == nil, let text = row.target.text else {
        return nil
      }
      return (row.source.segment.text, text, row.target.engine ?? "engine")
    }
  }
}
