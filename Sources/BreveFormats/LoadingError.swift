// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A place in a file.
public struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
  public let path: String
  /// From 1; nil where the whole file is meant.
  public let line: Int?

  public init(path: String, line: Int? = nil) {
    self.path = path
    self.line = line
  }

  public var description: String { line.map { "\(path):\($0)" } ?? path }
}

/// A file that cannot be read.
public struct LoadingError: Error, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    case notFound
    case isFolder
    case notReadable(String)
    case notWritable
    case empty
    case binary
    case undecodable
    case tooLarge(limit: Int)
    case malformed(String)
  }

  public let kind: Kind
  public let location: SourceLocation

  public init(_ kind: Kind, at location: SourceLocation) {
    self.kind = kind
    self.location = location
  }

  public var description: String {
    let (why, remedy) =
      switch kind {
      case .notFound: ("no such file or folder", "check the path")
      case .isFolder: ("this is a folder", "name a file")
      case .notReadable(let reason): ("cannot be read (\(reason))", "check its permissions")
      case .notWritable: ("cannot be written", "check the folder and its permissions")
      case .empty: ("there is no text in it", "give a file that holds text")
      case .binary: ("this is not text", "give a text file")
      case .undecodable: ("its encoding is not known", "save it as UTF-8")
      case .tooLarge(let limit):
        ("it is larger than \(limit / (1 << 20)) MB", "split it into smaller files")
      case .malformed(let reason): (reason, "mend the line")
      }
    return "\(location): \(why); \(remedy)"
  }
}
