// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// What an engine gave for a sentence.
public struct EngineAnswer: Hashable, Sendable {
  /// The English, on one line.
  public let text: String
  /// Which stretches of it stand for which known forms; none from engines that do not say.
  public let renderings: [KnownRendering]
  /// What went wrong before it was got; nil if nothing did.
  public private(set) var setback: EngineFault?

  /// An answer.
  public init(_ text: String, renderings: [KnownRendering] = []) {
    self.text = text
    self.renderings = renderings
  }

  /// The answer as one that was got after `fault`.
  func got(after fault: EngineFault) -> EngineAnswer {
    var answer = self
    answer.setback = fault
    return answer
  }
}

/// A stretch of an engine's English that stands for a known form.
public struct KnownRendering: Hashable, Sendable {
  /// Which of ``EngineSentence/known``.
  public let form: Int
  /// In the UTF-16 units of ``EngineAnswer/text``.
  public let range: Range<Int>

  /// The stretch `range` stands for the form `form`.
  public init(form: Int, range: Range<Int>) {
    self.form = form
    self.range = range
  }
}

/// What an engine gave for a sentence, or why it gave nothing.
public typealias EngineReply = Result<EngineAnswer, EngineFault>
