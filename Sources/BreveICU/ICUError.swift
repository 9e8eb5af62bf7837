// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import CICU

/// A call of ICU that failed.
public struct ICUError: Error, Sendable, CustomStringConvertible {
  /// The C function that failed, as `ubrk_open`.
  public let function: String
  /// ICU's name of the failure, as `U_MISSING_RESOURCE_ERROR`.
  public let code: String

  public var description: String { "\(function): \(code)" }

  /// Throws if `status` is a failure; warnings (negative values) are none.
  static func check(_ status: Int32, _ function: String) throws(ICUError) {
    if status > 0 {
      throw ICUError(function: function, code: unsafe String(cString: bicu_error_name(status)))
    }
  }
}

/// The versions of the ICU that is linked in.
package enum ICUVersion {
  package static var library: String { unsafe String(cString: bicu_version()) }
  package static var unicode: String { unsafe String(cString: bicu_unicode_version()) }
}
