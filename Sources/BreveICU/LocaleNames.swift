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

  /// The name of the region with `code` (ISO 3166 or UN M.49), in the words of `locale`, as `Mali` for `ML`.
  package static func region(_ code: String, in locale: String) -> String? {
    unsafe name { buffer, capacity, status in
      unsafe bicu_region_name(code, locale, buffer, capacity, &status)
    }
  }

  /// The name of one unit of the currency with `code` (ISO 4217), as it stands in a sentence of `locale`: `US dollar`.
  package static func currency(_ code: String, in locale: String) -> String? {
    unsafe name { buffer, capacity, status in
      unsafe bicu_currency_name(code, locale, buffer, capacity, &status)
    }
  }

  package enum CodeKind: Int32 { case regions = 0, languages, currencies }

  /// The ISO codes that ICU knows, in its order.
  package static func codes(_ kind: CodeKind) -> [String] {
    let width = MemoryLayout<Code>.size
    let zero: Code = (0, 0, 0, 0, 0, 0, 0, 0)
    var codes = [Code](repeating: zero, count: 1024)
    let count = unsafe bicu_codes(kind.rawValue, &codes, Int32(codes.count))
    return codes.prefix(Int(count)).map { code in
      var bytes = [code.0, code.1, code.2, code.3, code.4, code.5, code.6, code.7]
      bytes.removeLast(width - (bytes.firstIndex(of: 0) ?? width))
      return String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  private typealias Code = (CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar)

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
