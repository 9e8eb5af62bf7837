// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

extension TranslationUnit {
  /// The property, and in TMX the type of `<prop>`, that names the engine that made the English.
  public static let engineProperty = "x-breve-engine"

  /// The engine that made the English, with its version, as `apertium 0.9.4, gist`; nil where no engine did.
  ///
  /// It stays when a person has reviewed the unit: it says where the words came from, and the state who vouches for them.
  public var engine: String? {
    get { properties.first { $0.name == Self.engineProperty }?.value }
    set {
      properties.removeAll { $0.name == Self.engineProperty }
      if let newValue { properties.append(UnitProperty(Self.engineProperty, newValue)) }
    }
  }
}
