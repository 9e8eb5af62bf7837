// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import CICU

/// Names that ICU's locale data holds.
package enum LocaleNames {
  package enum CalendarKind: Int32 {
    case month = 0
    case shortMonth = 1
    case weekday = 2
    case shortWeekday = 3
  }

  /// The names of the months (January first) or weekdays (Sunday first) in `locale`; empty if ICU has none.
  package static func calendar(_ kind: CalendarKind, locale: String) -> [String] {
    let count = kind.rawValue < 2 ? 12 : 7
    return (0..<count).compactMap { index in
      unsafe name { buffer, capacity, status in
        unsafe bicu_calendar_name(locale, kind.rawValue, Int32(index), buffer, capacity, &status)
      }
    }
  }

  /// The name of the language with `tag`, in the words of `locale`, as `français` for `fr`.
  package static func language(_ tag: String, in locale: String) -> String? {
    unsafe name { buffer, capacity, status in
      unsafe bicu_language_name(tag, locale, buffer, capacity, &status)
    }
  }

  private static func name(
    _ call: (UnsafeMutablePointer<UInt16>?, Int32, inout Int32) -> Int32
  ) -> String? {
    var status: Int32 = 0
    let units = unsafe [UInt16](unsafeUninitializedCapacity: 128) { buffer, count in
      let length = unsafe call(buffer.baseAddress, 128, &status)
      count = status > 0 ? 0 : min(128, Int(length))
    }
    return status > 0 ? nil : String(utf16: units.span)
  }
}
