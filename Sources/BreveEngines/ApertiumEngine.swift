// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveSystem
internal import Synchronization

/// Apertium by way of Spanish (Debian's apertium-fr-es and apertium-eng-spa): rules, no model, a gist of the French.
///
/// Each sentence is a paragraph with a number of HTML, and each known form an inline element with a number. Apertium carries
/// such elements with the words through both translations (word-bound blanks), so that what stands for a term is known without
/// its grammar being disturbed; a stretch that is kept from translation (`apertium-notrans`) has none, and its neighbours
/// lose theirs.
/// - Source: Khanna et al. 2021, "Recent advances in Apertium", Machine Translation 35.
public struct ApertiumEngine: TranslationEngine {
  public let name = "apertium"
  public let version: String?
  public let capabilities = EngineCapabilities(alignsKnownForms: true, isGist: true, place: .here)

  private static let command = "apertium -u -f html fr-es | apertium -u -f html spa-eng"
  /// The program and what the two modes are made of.
  private static let folders = ["/usr/share/apertium", "/usr/local/share/apertium"]

  /// The engine as it is installed here.
  public init() { version = Self.installedVersion }

  /// The modes' versions as the package manager knows them, as `0.9.4-1, 0.8.1-2`; nil if it knows none.
  private static var installedVersion: String? {
    let wanted = ["apertium-fr-es", "apertium-eng-spa"]
    guard let bytes = SystemFile.read("/var/lib/dpkg/status", limit: 1 << 26) else { return nil }
    var versions: [String: String] = [:]
    for name in wanted { versions[name] = version(of: name, in: bytes) }
    let found = wanted.compactMap { versions[$0] }
    return found.count == wanted.count ? found.joined(separator: "+") : nil
  }

  private static func version(of package: String, in status: [UInt8]) -> String? {
    let head = Array("Package: \(package)\n".utf8)
    let mark = Array("Version: ".utf8)
    var isInside = false
    for line in status.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.isEmpty { isInside = false }
      if line.count == head.count - 1, line.elementsEqual(head.dropLast()) { isInside = true }
      if isInside, line.starts(with: mark) {
        return String(decoding: line.dropFirst(mark.count), as: UTF8.self)
      }
    }
    return nil
  }

  public func fault() async -> EngineFault? { Self.missing }

  /// The command that installs it.
  public static let remedy = "apt-get install apertium apertium-fr-es apertium-eng-spa"

  /// The packages that are not installed, or not whole.
  public static var lacking: [String] {
    var lacking: [String] = []
    if !SystemFacts.hasProgram("apertium") { lacking.append("apertium") }
    for (mode, package) in [("fr-es", "apertium-fr-es"), ("spa-eng", "apertium-eng-spa")]
    where !folders.contains(where: { SystemFile.kind("\($0)/modes/\(mode).mode") == .regular }) {
      lacking.append(package)
    }
    return lacking
  }

  private static var missing: EngineFault? {
    let lacking = lacking
    guard !lacking.isEmpty else { return nil }
    return EngineFault(
      .missing, engine: "apertium",
      detail: "\(lacking.joined(separator: " and ")) not found; \(remedy)")
  }

  public func translate(
    _ sentences: [EngineSentence], limits: EngineLimits
  ) async -> [EngineReply] {
    if let missing = Self.missing { return sentences.map { _ in .failure(missing) } }
    // A program that is known to be here: what one batch does to it, the next need not.
    let batches = EngineBatches(size: limits.batch, limits: limits, isNewEachTime: true)
    return await batches.replies(to: sentences) { batch, deadline throws(EngineFault) in
      try await translated(batch, deadline)
    }
  }

  private func translated(
    _ sentences: [EngineSentence], _ deadline: EngineDeadline
  ) async throws(EngineFault) -> [EngineReply] {
    let input = sentences.indices.map { ApertiumMarkup.paragraph($0, sentences[$0]) }.joined()
    let command = EngineCommand(command: Self.command, engine: name)
    let output = try await command.output(of: input, within: deadline)
    let answers = ApertiumMarkup.answers(in: output, count: sentences.count)
    if answers.allSatisfy({ $0 == nil }) {
      throw EngineFault(.wrongCount(0, expected: sentences.count), engine: name)
    }
    return answers.map { answer in
      guard let answer, !answer.text.isEmpty else {
        return .failure(EngineFault(.noAnswer, engine: name))
      }
      return .success(answer)
    }
  }
}
