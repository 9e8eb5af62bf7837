// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

package import BreveText

/// An hour of the day in a sentence: `à 15h30`, where `pendant 2h30` is how long something takes.
package struct HourMention: Sendable {
  /// 0 to 23.
  package let hour: Int
  package let minute: Int
  /// UTF-16 units.
  package let range: Range<Int>

  /// The hours of `text`, in order; where the words before do not say that it is an hour of the day it is left out, and
  /// where what follows says more of it (`8 h du soir`), too.
  package static func hours(in text: String, language: Language) -> [HourMention] {
    let times = ClockReader(language: language).times(in: text).filter(\.isInDigits)
    guard !times.isEmpty else { return [] }
    let words = PlainWord.words(of: text)
    let reader = HourContext(words: words, cues: CheckWords.of(language).hours)
    var hours: [HourMention] = []
    var row: [HourContext.Place] = []
    func closeRow() {
      guard reader.isOfDay(row) else { return }
      hours += row.map {
        HourMention(hour: $0.time.minutes / 60, minute: $0.time.minutes % 60, range: $0.time.range)
      }
    }
    for time in times {
      guard let first = words.firstIndex(where: { $0.range.lowerBound == time.range.lowerBound }),
        let last = words[first...].firstIndex(where: {
          $0.range.upperBound == time.range.upperBound
        })
      else { continue }
      let place = HourContext.Place(time: time, words: first...last)
      if let before = row.last, !reader.joins(before, place) {
        closeRow()
        row = []
      }
      row.append(place)
    }
    closeRow()
    return hours
  }
}

/// The words by which an hour of the day is told from how long something takes.
struct HourWords: Sendable {
  /// In a row before an hour: `à`, `à partir de`; accents tell `à` from `a`.
  let before: [[String]]
  /// Before the first of two hours: `de`, `entre`.
  let beforeTwo: Set<String>
  /// Between hours: `et`.
  let between: Set<String>
  /// Before these words what follows is an amount: `supérieur à 2 h`.
  let amounts: Set<String>
  /// After an hour: `à 3 h de marche`, `à 8 h du soir`.
  let after: Set<String>

  init(_ list: SectionedList) {
    func words(_ section: String) -> Set<String> {
      Set(list.words(in: section).map(PlainWord.folded))
    }
    before = list.entries.filter { $0.section == "before hours" }.map(\.words)
    beforeTwo = words("before two hours")
    between = words("between hours")
    amounts = words("before amounts of hours")
    after = words("no hours before")
  }
}

/// What stands around times.
private struct HourContext {
  struct Place {
    let time: ClockMention
    let words: ClosedRange<Int>
  }

  let words: [PlainWord]
  let cues: HourWords

  /// Whether nothing stands between two times but a mark or a word of few: `9 h, 12 h et 15 h`.
  func joins(_ one: Place, _ other: Place) -> Bool {
    let between = words[one.words.upperBound + 1..<other.words.lowerBound]
    return between.count < 2 && between.allSatisfy { cues.between.contains($0.folded) }
  }

  /// Whether times in a row are hours of the day.
  func isOfDay(_ row: [Place]) -> Bool {
    guard let first = row.first?.words.lowerBound, let last = row.last?.words.upperBound else {
      return false
    }
    if last + 1 < words.count, cues.after.contains(words[last + 1].folded) { return false }
    let isBetween =
      row.count > 1 && first > 0 && cues.beforeTwo.contains(words[first - 1].folded)
    let lengths = cues.before.lazy.filter { ends($0, before: first) }.map(\.count)
    guard let length = lengths.max() ?? (isBetween ? 1 : nil) else { return false }
    return first <= length || !cues.amounts.contains(words[first - length - 1].folded)
  }

  private func ends(_ row: [String], before index: Int) -> Bool {
    guard row.count <= index else { return false }
    return zip(row, words[(index - row.count)...]).allSatisfy { cue, word in
      word.text.lowercased() == cue || word.isCapital && word.folded == PlainWord.folded(cue)
    }
  }
}
