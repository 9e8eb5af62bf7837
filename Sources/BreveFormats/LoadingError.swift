// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A place in a file.
public struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
  public let path: String
  /// From 1; nil where the whole file is meant.
  public let line: Int?
  /// In characters, from 1; nil where the whole line is meant.
  public let column: Int?

  public init(path: String, line: Int? = nil, column: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
  }

  public var description: String {
    let place = line.map { "\(path):\($0)" } ?? path
    return column.map { "\(place):\($0)" } ?? place
  }
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
    /// It holds something else than plain text.
    case otherForm(FileForm)
    case undecodable
    case notUTF8
    case tooLarge(limit: Int)
    case malformed(String)
    /// No well-formed XML: why, and the line with a caret under the place.
    case notWellFormed(String, shown: String)
  }

  public let kind: Kind
  public let location: SourceLocation

  public init(_ kind: Kind, at location: SourceLocation) {
    self.kind = kind
    self.location = location
  }

  public var description: String { "\(location): \(reason)" }

  /// Why, and what to do, without the place.
  package var reason: String {
    let (why, remedy) =
      switch kind {
      case .notFound: ("no such file or folder", "check the path")
      case .isFolder: ("this is a folder", "name a file")
      case .notReadable(let reason): ("cannot be read (\(reason))", "check its permissions")
      case .notWritable: ("cannot be written", "check the folder and its permissions")
      case .empty: ("there is no text in it", "give a file that holds text")
      case .binary: ("this is not text", "give a text file")
      case .otherForm(let form): (form.words.what, form.words.remedy)
      case .notUTF8: ("it is not in UTF-8, so it is not edited", "save it as UTF-8")
      case .undecodable: ("its encoding is not known", "save it as UTF-8")
      case .tooLarge(let limit):
        ("it is larger than \(limit / (1 << 20)) MB", "split it into smaller files")
      case .malformed(let reason): (reason, "mend the line")
      case .notWellFormed(let reason, _): (reason, "mend the file")
      }
    if case .notWellFormed(_, let shown) = kind, !shown.isEmpty {
      return "\(why); \(remedy)\n\(shown)"
    }
    return "\(why); \(remedy)"
  }
}
