// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveFormats
import BreveSystem
import Foundation

/// A law that did not hold for an input.
struct FuzzFault: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }

  /// The first member in which two values differ, however deep.
  static func difference(_ one: Any, _ other: Any) -> String {
    let (mine, theirs) = (Mirror(reflecting: one).children, Mirror(reflecting: other).children)
    if mine.count == theirs.count {
      for (first, second) in zip(mine, theirs) where "\(first.value)" != "\(second.value)" {
        return "\(first.label ?? "[]") " + difference(first.value, second.value)
      }
    }
    return "\("\(one)".debugDescription) becomes \("\(other)".debugDescription)"
  }
}

/// A reader that takes whatever it is given: it reads it or refuses it.
struct FuzzSubject {
  let name: String
  let mutator: FuzzMutator
  /// Reads an input that was made of the sample with a number.
  ///
  /// - Returns: Whether it was read; false if it was refused, as it may be.
  /// - Throws: ``FuzzFault`` where a law does not hold.
  let reads: (_ bytes: [UInt8], _ sample: Int) throws -> Bool

  /// The readers, in the order they are run in.
  static let names = [
    "xml", "tmx", "tbx", "tables", "packed", "lines", "text", "index", "store", "xliff", "docx",
    "zip", "rows", "words", "configuration",
  ]

  /// A reader that does all that is looked for.
  static let faulty = "faulty"

  /// The reader called `name`.
  ///
  /// - Parameters:
  ///   - name: One of ``names``.
  ///   - samples: The folder of the samples, with a folder for each kind.
  ///   - work: An empty folder for files.
  /// - Throws: ``FuzzFault`` if there is no such reader or no sample, or a failure of the system.
  init(_ name: String, samples: String, work: String) throws {
    func files(_ kind: String) throws -> [[UInt8]] {
      let folder = samples + "/" + kind
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      return try names.map { try FileBytes.read(folder + "/" + $0) }
    }
    self.name = name
    switch name {
    case "xml":
      mutator = FuzzMutator(form: .markup, samples: try files("tmx") + files("tbx"))
      reads = FuzzReaders.xml
    case "tmx":
      mutator = FuzzMutator(form: .markup, samples: try files("tmx"))
      reads = FuzzReaders.tmx
    case "tbx":
      mutator = FuzzMutator(form: .markup, samples: try files("tbx"))
      reads = FuzzReaders.tbx
    case "tables":
      mutator = FuzzMutator(form: .table, samples: try files("tables"))
      reads = FuzzReaders.tables
    case "packed":
      mutator = FuzzMutator(form: .binary, samples: try Self.packed(files("tmx"), work))
      reads = FuzzReaders.tmx
    case "lines":
      mutator = FuzzMutator(form: .json, samples: try files("lines"))
      reads = FuzzReaders.lines
    case "text":
      mutator = FuzzMutator(form: .text, samples: try files("text"))
      reads = FuzzReaders.text()
    case "index", "store":
      let files = try FuzzMemory(isStore: name == "store", folder: work)
      mutator = FuzzMutator(form: .binary, samples: files.samples)
      reads = files.reads
    case "xliff":
      mutator = FuzzMutator(form: .markup, samples: try files("xliff"))
      reads = FuzzReaders.xliff
    case "docx":
      let parts = try FuzzDocument(files("docx"))
      mutator = FuzzMutator(form: .word, samples: parts.samples)
      reads = parts.reads
    case "zip":
      let parts = try FuzzDocument(files("docx"))
      mutator = FuzzMutator(form: .binary, samples: parts.archives + (try files("zip")))
      reads = FuzzReaders.archive
    case "rows":
      mutator = FuzzMutator(form: .table, samples: try files("rows"))
      reads = FuzzReaders.rows
    case "words":
      mutator = FuzzMutator(form: .binary, samples: FuzzWords.samples)
      reads = FuzzWords.reads
    case "configuration":
      mutator = FuzzMutator(form: .settings, samples: try files("configuration"))
      reads = FuzzReaders.configuration
    case Self.faulty:
      mutator = FuzzMutator(form: .text, samples: FuzzSelfCheck.samples)
      reads = FuzzSelfCheck.reader()
    default: throw FuzzFault("no reader '\(name)'; there are \(Self.names.joined(separator: ", "))")
    }
    if mutator.samples.isEmpty { throw FuzzFault("no samples for '\(name)' in \(samples)") }
  }

  /// Files as gzip and as xz.
  private static func packed(_ files: [[UInt8]], _ work: String) throws -> [[UInt8]] {
    var packed: [[UInt8]] = []
    for (number, bytes) in files.enumerated() {
      for ending in ["gz", "xz"] {
        let path = "\(work)/\(number).\(ending)"
        let sink = try FileSink(path: path)
        try sink.write(bytes)
        try sink.finish()
        packed.append(try FileBytes.read(path))
      }
    }
    return packed
  }
}
