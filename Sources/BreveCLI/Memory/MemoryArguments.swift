// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Breve
import BreveFormats
import BreveMemory
import BreveStore
import BreveSystem

/// Which memory.
struct MemoryArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The memory; if not given, that of breve.toml, or breve.memory in the nearest folder upward that has Glossary/.",
      valueName: "file"))
  var memory: String?

  /// The file that is meant.
  func path() throws -> String {
    if let memory { return memory }
    do throws(LoadingError) {
      if let store = try Configuration.nearest()?.store { return store }
    } catch { throw Diagnostics().exit(error) }
    return try Self.nearest()
  }

  /// `breve.memory` in the nearest folder upward that has `Glossary/`.
  static func nearest() throws -> String {
    guard let folder = FolderUpward.nearest(where: { $0.kind("Glossary") == .folder }) else {
      throw ValidationError(
        "which memory? No folder upward from here has a folder Glossary; name the file with --memory"
      )
    }
    return folder.path + "/breve.memory"
  }
}

/// Who does it.
struct UserArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who does it, for the history; $BREVE_USER, user of breve.toml or $USER if not given.",
      valueName: "name"))
  var user: String?

  /// Now, and who.
  var stamp: Stamp {
    Stamp(date: Moment(seconds: SystemFacts.secondsSince1970), user: user ?? Self.name)
  }

  /// Who they are where no flag says so; what is wrong in `breve.toml` is said by those who need it.
  static var name: String? {
    SystemFacts.environment("BREVE_USER") ?? (try? Configuration.nearest())?.file.user
      ?? SystemFacts.environment("USER") ?? SystemFacts.environment("LOGNAME")
      ?? SystemFacts.accountName
  }
}

/// Two languages: the one that is read and the one that is wanted.
struct PairArguments: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "The language of the source and that of the target (default: fr en).", valueName: "tag"))
  var pair: [String] = []

  var source: Language { Language(pair.first ?? "fr") }
  var target: Language { Language(pair.count > 1 ? pair[1] : "en") }
  /// What stands behind the two languages and is no option: it is taken for what the command is about.
  var others: [String] { Array(pair.dropFirst(2)) }

  func validate() throws {
    if pair.count == 1 {
      throw ValidationError(
        "--pair takes two languages, as --pair fr en; only '\(pair[0])' is given")
    }
    for tag in pair.prefix(2) where !Self.isTag(tag) {
      throw ValidationError("--pair takes two tags such as fr and en-GB, not '\(tag)'")
    }
    if pair.count > 1, source == target {
      throw ValidationError("--pair takes two different languages, not '\(pair[0])' twice")
    }
  }

  /// What was learned of the words of a memory; nil if nothing was, or it cannot be used, which is said.
  func knownWords(_ path: String) throws -> MemoryWords? {
    do {
      return try MemoryWords(path: path, source: source, target: target)
    } catch let error as MemoryWords.Unusable {
      Diagnostics().note("\(error)")
      return nil
    }
  }

  private static func isTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return (2...3).contains(parts[0].count)
      && parts.allSatisfy { part in
        (1...8).contains(part.count)
          && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
  }
}

extension UnitState: ExpressibleByArgument {
  public init?(argument: String) { self.init(rawValue: argument) }
}

/// Runs what a subcommand does and turns what goes wrong into a line and an exit status.
func withMemory<Result>(_ body: () throws -> Result) throws -> Result {
  do { return try body() } catch let error as StoreError {
    Diagnostics().failure(error)
    throw ExitCode(2)
  } catch let error as LoadingError {
    Diagnostics().failure(error)
    throw ExitCode(2)
  }
}
