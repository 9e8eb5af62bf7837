// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// The host of a server, and whether it is this machine.
public struct EngineAddress: Hashable, Sendable {
  /// The address as it was given, as `http://127.0.0.1:5000`.
  public let url: String
  /// The host in small letters, without port and brackets.
  public let host: String

  /// The address `url`; nil if it is no `http://` or `https://` with a host.
  ///
  /// A name and password before the host are refused: keys come from the environment.
  public init?(_ url: String) {
    let lower = url.lowercased()
    guard let scheme = ["http://", "https://"].first(where: lower.hasPrefix) else { return nil }
    let rest = lower.dropFirst(scheme.utf8.count)
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "\\" }
    guard !authority.contains("@"), !authority.contains(where: \.isWhitespace) else { return nil }
    let host: Substring
    if authority.hasPrefix("[") {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      host = authority[authority.index(after: authority.startIndex)..<end]
    } else {
      host = authority.prefix { $0 != ":" }
    }
    guard !host.isEmpty else { return nil }
    self.url = url
    self.host = String(host)
  }

  /// Whether it is an `https://`.
  public var isEncrypted: Bool { url.lowercased().hasPrefix("https://") }

  /// Whether the host is this machine by its writing alone: no name is looked up to find out.
  ///
  /// `localhost`, `127.0.0.0/8` in four decimal numbers, and `::1`; every other writing is taken for another machine.
  public var isLoopback: Bool {
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "127" else { return false }
    return parts.allSatisfy { part in
      guard let number = UInt8(part) else { return false }
      return String(number) == part
    }
  }
}
