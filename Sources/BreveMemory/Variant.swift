// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveText

/// The segment of one language in a translation unit.
public struct Variant: Hashable, Sendable {
  /// BCP 47.
  public var language: Language
  /// The text without the code of its tags.
  public var text: String
  /// The tags, by position; tags of one place in their order.
  public var tags: [InlineTag]
  /// Who wrote it, and when.
  public var created: Stamp
  /// Who changed it last, and when.
  public var changed: Stamp
  /// Remarks for people.
  public var notes: [UnitNote]
  /// What a file said that Breve has no field for, kept for the way out.
  public var properties: [UnitProperty]

  /// A variant of a text.
  public init(
    _ language: Language, _ text: String, tags: [InlineTag] = [], created: Stamp = Stamp(),
    changed: Stamp = Stamp(), notes: [UnitNote] = [], properties: [UnitProperty] = []
  ) {
    self.language = language
    self.text = text
    self.tags = tags
    self.created = created
    self.changed = changed
    self.notes = notes
    self.properties = properties
  }
}

/// A remark for people (`<note>`).
public struct UnitNote: Hashable, Sendable {
  public var text: String
  /// The language it is written in, where the file says so.
  public var language: Language?

  /// A remark.
  public init(_ text: String, language: Language? = nil) {
    self.text = text
    self.language = language
  }
}

/// A named value that was read and is kept (`<prop>`, or an attribute that Breve has no field for).
public struct UnitProperty: Hashable, Sendable {
  /// As `x-context-pre`; an attribute is written `@name`, as `@creationtool`.
  public var name: String
  public var value: String
  /// The language of the value, where the file says so.
  public var language: Language?

  /// A named value.
  public init(_ name: String, _ value: String, language: Language? = nil) {
    self.name = name
    self.value = value
    self.language = language
  }
}
