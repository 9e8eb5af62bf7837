// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// What the system says of the person, the place and the time.
package enum SystemFacts {
  /// A variable of the environment; nil if it is not set or empty.
  package static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Seconds since 1970 in UTC; `SOURCE_DATE_EPOCH` is heeded, so that a run can be repeated.
  ///
  /// - Source: reproducible-builds.org, "SOURCE_DATE_EPOCH specification", 2017.
  package static var secondsSince1970: Int {
    if let given = environment("SOURCE_DATE_EPOCH").flatMap({ Int($0) }) { return given }
    return time(nil)
  }

  /// The name of the account that the process runs under; nil if it has none.
  package static var accountName: String? {
    guard let entry = unsafe getpwuid(geteuid()), let name = unsafe entry.pointee.pw_name else {
      return nil
    }
    return unsafe String(cString: name)
  }

  /// The folder that the process works in.
  package static var currentFolder: String? { SystemFile.resolved(".") }

  /// Whether a program of this name stands in a folder of `PATH`.
  package static func hasProgram(_ name: String) -> Bool {
    (environment("PATH") ?? "").split(separator: ":").contains {
      SystemFile.kind($0 + "/" + name) == .regular
    }
  }
}
