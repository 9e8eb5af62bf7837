// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

public import BreveMemory
public import BreveText

/// What a TMX file says of itself.
public struct TMXHeader: Hashable, Sendable {
  /// As `1.4`.
  public var version: String
  /// The language that units are translated from; nil where any may be the source (`*all*`) or none is told.
  public var sourceLanguage: Language?
  /// The attributes of the header that have no place above, in order.
  public var attributes: [UnitProperty]
  public var notes: [UnitNote]
  public var properties: [UnitProperty]

  /// The header of a file that Breve writes.
  public init(sourceLanguage: Language? = nil) {
    version = "1.4"
    self.sourceLanguage = sourceLanguage
    attributes = []
    notes = []
    properties = []
  }

  /// The first value of an attribute; nil if there is none.
  func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}

/// The names of TMX, as the numbers of one reader.
struct TMXNames {
  let tmx, header, body, tu, tuv, seg, note, prop, ude, map: Int32
  let bpt, ept, ph, it, hi, ut, sub: Int32
  let version, lang, xmlLang, sourceLanguage, type, i, x, pos, assoc, id: Int32
  let creationDate, creationID, changeDate, changeID: Int32

  init(number: (String) -> Int32) {
    tmx = number("tmx")
    header = number("header")
    body = number("body")
    tu = number("tu")
    tuv = number("tuv")
    seg = number("seg")
    note = number("note")
    prop = number("prop")
    ude = number("ude")
    map = number("map")
    bpt = number("bpt")
    ept = number("ept")
    ph = number("ph")
    it = number("it")
    hi = number("hi")
    ut = number("ut")
    sub = number("sub")
    version = number("version")
    lang = number("lang")
    xmlLang = number("xml:lang")
    sourceLanguage = number("srclang")
    type = number("type")
    i = number("i")
    x = number("x")
    pos = number("pos")
    assoc = number("assoc")
    id = number("tuid")
    creationDate = number("creationdate")
    creationID = number("creationid")
    changeDate = number("changedate")
    changeID = number("changeid")
  }
}

/// The properties of units that Breve has fields for.
enum TMXProperty {
  static let project = "x-project"
  static let domain = "x-domain"
  static let document = "x-document"
  static let range = "x-breve-range"
  static let state = "x-breve-state"
  static let previous = "x-context-pre"
  static let next = "x-context-post"

  /// The name of ours for a name of another tool; nil if there is none.
  ///
  /// OmegaT writes `file`, `prev` and `next`; memoQ and Swordfish write `x-context-pre` and `x-context-post`.
  static func canonical(_ name: String) -> String? {
    switch name {
    case project, "project", "x-Project": project
    case domain, "domain", "subject", "x-subject", "x-Domain": domain
    case document, "file", "x-file", "x-origin-file": document
    case range: range
    case state: state
    case previous, "prev", "x-prev", "x-previous": previous
    case next, "next", "x-next": next
    default: nil
    }
  }
}
