// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import Foundation
internal import Testing

/// The table of allowed imports: a module knows the lower layers it is listed with and nothing else.
private let allowed: [String: Set<String>] = [
  "BreveICU": ["CICU"],
  "BreveDigest": ["CDigest"],
  "BreveMorphology": ["CCLD2", "CHunspell", "CStemmer", "Synchronization"],
  "BreveSystem": ["CProcess", "Glibc", "Musl"],
  "BreveHTTP": ["CCurl"],
  "BreveXML": ["CXML2"],
  "BreveCompression": ["CCompression"],
  "BreveData": ["CData"],
  "BreveText": ["BreveICU", "BreveMorphology", "BreveData"],
  "BreveRanking": ["BreveText", "BreveICU", "BreveData"],
  "BreveTerms": ["BreveText", "BreveMorphology", "BreveICU", "BreveData", "Synchronization"],
  "BreveMemory": ["BreveText", "BreveICU"],
  "BreveAlignment": ["BreveText", "BreveICU", "Dispatch", "Synchronization"],
  "BreveIndex": ["BreveMemory", "BreveSystem"],
  "BreveFormats": [
    "BreveText", "BreveTerms", "BreveMemory", "BreveDigest", "BreveICU", "BreveSystem",
    "BreveXML", "BreveCompression", "FoundationEssentials",
  ],
  "BreveStore": [
    "BreveIndex", "BreveMemory", "BreveText", "BreveSystem", "Dispatch", "FoundationEssentials",
    "GRDB", "GRDBSQLite",
    "Synchronization",
  ],
  "BreveEngines": [
    "BreveFormats", "BreveMemory", "BreveTerms", "BreveText", "BreveSystem", "BreveHTTP",
    "Dispatch", "FoundationEssentials", "Synchronization",
  ],
  "Breve": [
    "BreveText", "BreveRanking", "BreveTerms", "BreveMemory", "BreveAlignment", "BreveFormats",
    "BreveIndex", "BreveStore", "BreveEngines", "BreveDigest", "BreveData", "BreveMorphology",
    "BreveSystem",
  ],
  "BreveCLI": [
    "ArgumentParser", "Breve", "BreveStore", "BreveFormats", "BreveRanking", "BreveMemory",
    "BreveTerms", "BreveAlignment", "BreveText", "BreveSystem", "BreveEngines",
    "FoundationEssentials", "Synchronization",
  ],
  "BreveBench": [
    "ArgumentParser", "Breve", "BreveText", "BreveRanking", "BreveMemory", "BreveIndex",
    "BreveAlignment", "BreveTerms", "BreveFormats", "BreveICU",
    "BreveSystem", "BreveXML", "Foundation", "FoundationEssentials", "BreveStore",
    "Synchronization",
  ],
]

/// Where the word `unsafe` may stand: the wrappers of C libraries, and the store.
private let unsafeModules: Set<String> = [
  "BreveICU", "BreveMorphology", "BreveData", "BreveDigest", "BreveSystem", "BreveHTTP", "BreveXML",
  "BreveCompression", "BreveStore",
]

@Test("Each module imports only what the table allows")
func importsFollowTheTable() throws {
  for file in try swiftFiles() {
    #expect(faults(in: try Repository.text(file), of: module(of: file)) == [], "\(file)")
  }
}

@Test("Every folder of Sources that holds Swift is in the table")
func tableIsComplete() throws {
  let modules = Set(try swiftFiles().map(module(of:)))
  #expect(modules == Set(allowed.keys))
}

@Test("No folder of C sources includes a header of another")
func cSourcesStandAlone() throws {
  let folders = try Repository.names(in: "Sources").filter { $0.hasPrefix("C") }
  #expect(!folders.isEmpty)
  for folder in folders {
    let files = try Repository.files(below: "Sources/" + folder, ending: "")
    for file in files where [".c", ".cpp", ".h"].contains(where: file.hasSuffix) {
      let own = folder.lowercased() + ".h"
      let quoted = try Repository.text(file).split(separator: "\n").filter {
        $0.hasPrefix("#include \"") && !$0.contains("\"\(own)\"")
      }
      #expect(quoted == [], "\(file)")
    }
  }
}

@Test(
  "The check bites",
  arguments: [
    ("internal import BreveRanking", "BreveText", ["imports BreveRanking"]),
    ("  @_exported public import BreveCLI", "Breve", ["imports BreveCLI"]),
    ("@testable import struct BreveText.Segment", "BreveICU", ["imports BreveText"]),
    ("import Foundation", "BreveFormats", ["imports Foundation"]),
    ("import Foundation", "Stranger", ["imports Foundation"]),
    ("// import Foundation\nlet important = 1\n/// the import Foundation", "BreveText", []),
    ("let a = unsafe b", "BreveText", ["says unsafe"]),
    ("nonisolated(unsafe) static var a = 1", "BreveText", ["says unsafe"]),
    ("@unsafe func a() {}", "Breve", ["says unsafe"]),
    ("let a = unsafe b\ninternal import CICU", "BreveICU", []),
    ("let a = withUnsafePointer", "Breve", []),
  ] as [(String, String, [String])])
func checkBites(source: String, module: String, expected: [String]) {
  #expect(faults(in: source, of: module) == expected)
}

/// An import that is not declared builds, but is not built anew when what it imports changes.
@Test("Package.swift declares every module of ours that a module imports")
func importsAreDeclared() throws {
  let text = try Repository.text("Package.swift")
  let manifest = text[try #require(text.range(of: "// Layer 0")).upperBound...]
  for file in try swiftFiles() {
    let module = module(of: file)
    let start = try #require(manifest.range(of: "name: \"\(module)\","), "\(module)")
    let rest = manifest[start.upperBound...]
    let own = rest.range(of: "swiftSettings").map { rest[..<$0.lowerBound] } ?? rest
    for line in try Repository.text(file).split(separator: "\n") {
      guard let name = importedModule(line), Repository.exists("Sources/" + name) else { continue }
      #expect(own.contains("\"\(name)\""), "\(file) imports \(name)")
    }
  }
}

private func swiftFiles() throws -> [String] {
  let files = try Repository.files(below: "Sources", ending: ".swift")
  #expect(files.count > 50)
  return files
}

private func module(of file: String) -> String { String(file.split(separator: "/")[1]) }

private func faults(in source: String, of module: String) -> [String] {
  var faults: [String] = []
  for line in source.split(separator: "\n") {
    if let name = importedModule(line), !(allowed[module]?.contains(name) ?? false) {
      faults.append("imports \(name)")
    }
  }
  let words = source.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
  if words.contains("unsafe"), !unsafeModules.contains(module) { faults.append("says unsafe") }
  return faults
}

/// The module that a line imports; nil if it is no import.
private func importedModule(_ line: Substring) -> String? {
  let words = line.split(whereSeparator: \.isWhitespace)
  guard let place = words.firstIndex(of: "import"), place + 1 < words.count else { return nil }
  let levels: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
  guard words[..<place].allSatisfy({ levels.contains($0) || $0.hasPrefix("@") }) else { return nil }
  let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "func", "let", "var", "typealias",
  ]
  let name = kinds.contains(words[place + 1]) ? words.last : words[place + 1]
  return name?.split(separator: ".").first.map(String.init)
}
