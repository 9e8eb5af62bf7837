// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

/// A piece of native code inside of a variant, as a bold switch or a placeholder: no part of its text.
///
/// - Source: TMX 1.4b, §2.3 "Content Markup".
public struct InlineTag: Hashable, Sendable {
  /// What the tag is, by the element of TMX that carries it.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// `<bpt>`: opens a pair.
    case begin
    /// `<ept>`: closes a pair.
    case end
    /// `<ph>`: stands alone.
    case placeholder
    /// `<it pos="begin">`: opens a pair that ends in another segment.
    case isolatedBegin
    /// `<it pos="end">`: closes a pair that began in another segment.
    case isolatedEnd
    /// Where a `<hi>` begins; what it holds is text.
    case highlightBegin
    /// Where a `<hi>` ends.
    case highlightEnd
    /// `<ut>`, of which no more is known.
    case unknown
  }

  /// What the tag is.
  public var kind: Kind
  /// Where it stands: an offset in UTF-8 bytes into the variant's text; several may stand at one place, in order.
  public var position: Int
  /// The number that joins the two tags of a pair in one variant (`i`).
  public var pair: Int?
  /// The number that joins tags of the variants of a unit (`x`).
  public var match: Int?
  /// What the code does, as `bold` (`type`).
  public var type: String?
  /// Whether it belongs to the text before it or after it (`assoc`: `p`, `f` or `b`).
  public var association: String?
  /// The code, as the XML content of the element: characters escaped, nested `<sub>` kept; empty for a highlight.
  public var code: String

  /// A tag at a place of a text.
  public init(
    _ kind: Kind, at position: Int, pair: Int? = nil, match: Int? = nil, type: String? = nil,
    association: String? = nil, code: String = ""
  ) {
    self.kind = kind
    self.position = position
    self.pair = pair
    self.match = match
    self.type = type
    self.association = association
    self.code = code
  }
}
